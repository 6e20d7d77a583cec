using System.Text.Json;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Grains;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Imports.Desk;

/// <summary>A trial: decides against the record as it is, and writes nothing.</summary>
internal sealed class TrialDesk(IRows rows, KnownOffices offices) : IRecordDesk
{
    public async Task<Verdict> Register(string id, RegisterCity city, CommandContext context)
    {
        var row = await rows.Find(new StreamId(StreamKind.City, id));
        var known = row is null ? City.Unrecorded(id) : JsonSerializer.Deserialize(row.Body, JournalJson.Default.City)!;
        return Of(CityDecider.Decide(known, city, context));
    }

    public async Task<Verdict> Register(string id, RegisterLegacyAgreement agreement, bool isNew, CommandContext context)
    {
        var row = await rows.Find(new StreamId(StreamKind.Agreement, id));
        var known = row is null ? Agreement.Unrecorded(id) : JsonSerializer.Deserialize(row.Body, JournalJson.Default.Agreement)!;
        var decision = AgreementDecider.Decide(known, agreement, context);
        if (decision.Refusal is null && context.OwnOfficeOnly && !(await offices.Read()).ActsFor(context.Office, agreement.Office))
            return new Verdict(CommandStatus.Refused, Refusal.OtherOffice(agreement.Office));
        return Of(decision);
    }

    private static Verdict Of<TEvent>(Decision<TEvent> decision) =>
        decision.Refusal is { } refusal ? new Verdict(CommandStatus.Refused, refusal)
        : new Verdict(decision.Events.Count == 0 ? CommandStatus.Unchanged : CommandStatus.Accepted);
}
