using CityGrains.Api.Imports.Maps;

namespace CityGrains.Api.Imports.Rows;

/// <summary>The agreements a file has named so far, by what makes two rows the same.</summary>
internal sealed class Duplicates(ImportIdentity identity)
{
    private readonly Dictionary<(int, int), int> _pairs = [];
    private readonly Dictionary<string, (int Line, string Content)> _ids = new(StringComparer.Ordinal);

    /// <summary>Notes a row. The line that named the same agreement before it; null for the first. The id may be another agreement's, too.</summary>
    public (int? Line, bool IsOther) Note(PlannedAgreement plan)
    {
        if (identity is ImportIdentity.Cities) return (First(_pairs, Pair(plan), plan.Line), false);
        var content = AgreementId.Content(plan);
        if (_ids.TryAdd(plan.Id!, (plan.Line, content))) return (null, false);
        var (line, first) = _ids[plan.Id!];
        return (line, first != content);
    }

    private static int? First(Dictionary<(int, int), int> seen, (int, int) key, int line) => seen.TryAdd(key, line) ? null : seen[key];

    private static (int, int) Pair(PlannedAgreement plan)
    {
        var (one, other) = (plan.Parties[0].City!.Number, plan.Parties[1].City!.Number);
        return one < other ? (one, other) : (other, one);
    }
}
