using CityGrains.Domain.Record;

namespace CityGrains.Domain.Claims;

/// <summary>A fact and everything that sources claim of it, side by side.</summary>
/// <param name="Fact">Which fact.</param>
/// <param name="Claims">What sources say of it.</param>
/// <param name="Resolutions">What was decided, oldest first.</param>
public sealed record ClaimedFact(string Fact, IReadOnlyList<Claim> Claims, IReadOnlyList<Resolution> Resolutions)
{
    /// <summary>What the record itself says of it; null where it says nothing.</summary>
    public DateOfRecord? Recorded { get; init; }

    /// <summary>Other facts that cannot be so if this is: a recognition before its application.</summary>
    public IReadOnlyList<string> ConflictsWith { get; init; } = [];

    /// <summary>Two claims differ, of which at least one is not decided on; or another fact contradicts one that is not.</summary>
    public bool Conflicting => ConflictsWith.Count > 0 || Pairs(Standing, Standing).Any(pair => pair.One.Value.Differs(pair.Other.Value));

    /// <summary>A claim that is not set aside says otherwise than the record: where it is right, the record is to be corrected.</summary>
    public bool RecordDiffers => Recorded is { } recorded && Standing.Any(claim => claim.Value.Date is { } date && ClaimedValue.Differ(date, recorded));

    private IEnumerable<Claim> Standing => Claims.Where(claim => claim.Standing is not ClaimStanding.SetAside);

    /// <summary>The facts of a record in the order they were first claimed.</summary>
    /// <param name="book">Its claims.</param>
    /// <param name="recorded">What the record itself says of facts.</param>
    internal static IReadOnlyList<ClaimedFact> Of(ClaimBook book, IReadOnlyDictionary<string, DateOfRecord?> recorded)
    {
        if (book.All.IsEmpty) return [];
        var facts = book.All.GroupBy(claim => claim.Fact, StringComparer.Ordinal).Select(claims => new ClaimedFact(
            claims.Key, [.. claims], [.. book.Resolutions.Where(decided => decided.Fact == claims.Key)])
        {
            Recorded = recorded.GetValueOrDefault(claims.Key),
        }).ToList();
        return [.. facts.Select(fact => fact with { ConflictsWith = [.. facts.Where(fact.Contradicts).Select(other => other.Fact)] })];
    }

    private bool Contradicts(ClaimedFact other) =>
        FactOrder.IsBefore(Fact, other.Fact) ? OutOfOrder(this, other) : FactOrder.IsBefore(other.Fact, Fact) && OutOfOrder(other, this);

    private static bool OutOfOrder(ClaimedFact first, ClaimedFact then) => Pairs(first.Standing, then.Standing)
        .Any(pair => pair.One.Value.Date is { } earlier && pair.Other.Value.Date is { } later && later.IsBefore(earlier));

    private static IEnumerable<(Claim One, Claim Other)> Pairs(IEnumerable<Claim> ones, IEnumerable<Claim> others) =>
        from one in ones from other in others where one.IsUnresolved || other.IsUnresolved select (one, other);
}
