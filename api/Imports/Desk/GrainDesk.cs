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
        Try(() => grains.GetGrain<ICityGrain>(id).ExecuteAndLeave(city, context));

    public Task<Verdict> Register(string id, RegisterLegacyAgreement agreement, CommandContext context) =>
        Try(() => grains.GetGrain<IAgreementGrain>(id).ExecuteAndLeave(agreement, context));

    /// <summary>A conflict means that another process wrote the same record in between; the same call may succeed now.</summary>
    private static async Task<Verdict> Try(Func<Task<CommandOutcome>> call)
    {
        var outcome = await call();
        for (var attempt = 1; attempt < Attempts && outcome.Status is CommandStatus.Conflict; attempt++) outcome = await call();
        return new Verdict(outcome.Status, outcome.Refusal);
    }
}
