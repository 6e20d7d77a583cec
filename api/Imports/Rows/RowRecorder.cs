using System.Security.Cryptography;
using System.Text;
using CityGrains.Api.Imports.Cities;
using CityGrains.Api.Imports.Desk;
using CityGrains.Api.Imports.Maps;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using CityGrains.Grains;

namespace CityGrains.Api.Imports.Rows;

/// <summary>Sends what a row says to the record: its cities first, the agreement once they are in.</summary>
internal sealed class RowRecorder(ImportOrder order, CityEntry cities, IRecordDesk desk, RecordedAgreements recorded, RefusedCells refused, TimeProvider clock)
{
    /// <summary>Enters a row; the cities it is the first to name are on their way when this returns.</summary>
    public Task<RowVerdict> Record(PlannedAgreement plan, string raw)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(raw)));
        if (order.Map.Identity is ImportIdentity.Record && Foresee(plan, hash) is { } no) return Task.FromResult(refused.Of(no, null, raw));

        foreach (var party in plan.Parties)
        {
            if (party.City is not { WasThere: false, Registered: null } city) continue;
            city.Registered = cities.Enter(city, party.Named.Location, Context(plan, hash) with { OccurredOn = DateOfRecord.Unknown });
        }

        return RecordAgreement(plan, hash, raw);
    }

    /// <summary>A refusal that no state of the record would change, so that no city of a refused row is entered; null when there is none.</summary>
    private Verdict? Foresee(PlannedAgreement plan, string hash)
    {
        var (id, command) = plan.Ready();
        var decision = AgreementDecider.Decide(Agreement.Unrecorded(id), command, Context(plan, hash));
        return decision.Refusal is { } refusal ? new Verdict(CommandStatus.Refused, refusal) : null;
    }

    private async Task<RowVerdict> RecordAgreement(PlannedAgreement plan, string hash, string raw)
    {
        foreach (var party in plan.Parties)
        {
            if (party.City?.Registered is not { } registration) continue;
            var city = await registration;
            if (city.Status is not (CommandStatus.Accepted or CommandStatus.Unchanged)) return refused.Of(city, party.Named, raw);
        }

        var (id, command) = plan.Ready();
        var isNew = plan.Parties.Any(party => party.City is { WasThere: false }); // what a city that was not there agreed on was not there either
        var verdict = await desk.Register(id, command, isNew, Context(plan, hash));
        return verdict.Status switch
        {
            CommandStatus.Accepted => RowVerdict.Accepted,
            CommandStatus.Unchanged => RowVerdict.Unchanged,
            _ when verdict.Refusal?.Code == "agreement/already-exists" && plan.Id is null && await recorded.IsOf(id, command) =>
                RowVerdict.Unchanged with { Remark = RowRemarks.RecordedOtherwise(id) },
            _ => refused.Of(verdict, null, raw),
        };
    }

    private CommandContext Context(PlannedAgreement plan, string hash)
    {
        var now = clock.GetUtcNow();
        return new CommandContext(Guid.CreateVersion7(now), hash, order.Caller.Name, order.Caller.Office, now)
        {
            Source = plan.Source,
            CorrelationId = order.CorrelationId,
            OwnOfficeOnly = order.Caller.OwnOfficeOnly,
        };
    }
}
