using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Grains;
using Orleans;

namespace CityGrains.Api.Imports.Desk;

/// <summary>Sends the commands to the grains. An accepted one is on disk.</summary>
internal sealed class GrainDesk(IGrainFactory grains) : IRecordDesk
{
    private const int Attempts = 3;

    public Task<Verdict> Register(string id, RegisterCity city, CommandContext context) =>
        Try(() => grains.GetGrain<ICityGrain>(id).EnterAndLeave(city, context));

    public Task<Verdict> Register(string id, RegisterLegacyAgreement agreement, bool isNew, CommandContext context)
    {
        var grain = grains.GetGrain<IAgreementGrain>(id);
        return Try(() => isNew ? grain.EnterAndLeave(agreement, context) : grain.ExecuteAndLeave(agreement, context));
    }

    /// <summary>A conflict means that another process wrote the same record in between; the same call may succeed now.</summary>
    private static async Task<Verdict> Try(Func<Task<CommandOutcome>> call)
    {
        var outcome = await call();
        for (var attempt = 1; attempt < Attempts && outcome.Status is CommandStatus.Conflict; attempt++) outcome = await call();
        return new Verdict(outcome.Status, outcome.Refusal);
    }
}
