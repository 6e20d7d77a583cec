using CityGrains.Api.Problems;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Commands;

/// <summary>Looks up the records that a command names: a successor, a merger, a link to nothing is a slip of the pen.</summary>
public sealed class RecordReferences(IRows rows)
{
    /// <summary>Which of them there are not; null when all are there. What is no id at all is the domain's to refuse.</summary>
    public async Task<Problem?> Missing(Verb verb, object command, CancellationToken cancel)
    {
        if (verb.References is not { } references) return null;
        var faults = new FieldChecks();
        foreach (var (field, record) in references(command).Where(reference => RecordId.IsValid(reference.Record.Id)))
        {
            if (await rows.Find(record, cancel) is not null) continue;
            var (vi, en) = Names(record.Kind);
            faults.Must(holds: false, field, $"không có {vi} '{record.Id}'; ghi nhận trước đã", $"there is no {en} '{record.Id}'; record it first");
        }

        return faults.Faults.Count == 0 ? null : RefusalProblem.Of(Refusal.Invalid(faults.Faults));
    }

    private static (string Vi, string En) Names(StreamKind kind) => kind switch
    {
        StreamKind.Agreement => ("thỏa thuận", "agreement"),
        StreamKind.City => ("thành phố", "city"),
        StreamKind.Activity => ("hoạt động", "activity"),
        _ => ("cơ quan", "office"),
    };
}
