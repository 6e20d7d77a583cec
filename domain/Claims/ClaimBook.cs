using System.Collections.Immutable;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Claims;

/// <summary>The claims about one record. They stay side by side; a decision says which holds, and rewrites none.</summary>
public sealed record ClaimBook
{
    /// <summary>No claim.</summary>
    public static ClaimBook Empty { get; } = new();

    /// <summary>Every claim, in the order it was noted.</summary>
    public ImmutableArray<Claim> All { get; init; } = [];

    /// <summary>Every decision, oldest first.</summary>
    public ImmutableArray<Resolution> Resolutions { get; init; } = [];

    /// <summary>The id of the next claim.</summary>
    internal string NextId => $"k{All.Length + 1}";

    /// <summary>The same source has said the same of the same fact already.</summary>
    internal bool Holds(Assertion claim, SourceDocument source) =>
        All.Any(known => known.Fact == claim.FactKept && known.Value == claim.ValueKept && known.Source == source);

    internal Refusal? Undisputable(string id) =>
        All.FirstOrDefault(claim => claim.Id == id) is not { } claim ? Refuse.NoSuchClaim(id, All)
        : claim.Standing is ClaimStanding.SetAside ? Refuse.SetAside(claim)
        : null;

    internal Refusal? Unresolvable(string fact, string? holds) =>
        Of(fact) is not { Length: > 0 } claims ? Refuse.NoSuchFact(fact, All)
        : holds is not null && claims.All(claim => claim.Id != holds) ? Refuse.NoSuchClaim(holds, claims)
        : null;

    /// <summary>The latest decision on a fact says so already, and nothing came since.</summary>
    internal bool IsResolved(string fact, string? holds) =>
        !Of(fact).Any(claim => claim.IsUnresolved) && Resolutions.LastOrDefault(decided => decided.Fact == fact) is { } latest && latest.Holds == holds;

    internal ClaimBook Asserted(Claim claim) => this with { All = All.Add(claim) };

    internal ClaimBook Disputed(string id, Dispute dispute) => Changed(
        claim => claim.Id == id, claim => claim with { Standing = ClaimStanding.Disputed, Disputes = claim.Disputes.Add(dispute) });

    internal ClaimBook Resolved(Resolution resolution)
    {
        var right = All.FirstOrDefault(claim => claim.Id == resolution.Holds);
        var decided = Changed(
            claim => claim.Fact == resolution.Fact,
            claim => claim with { Standing = right is not null && !right.Value.Differs(claim.Value) ? ClaimStanding.Holds : ClaimStanding.SetAside });
        return decided with { Resolutions = Resolutions.Add(resolution) };
    }

    private ImmutableArray<Claim> Of(string fact) => [.. All.Where(claim => claim.Fact == fact)];

    private ClaimBook Changed(Func<Claim, bool> which, Func<Claim, Claim> change) =>
        this with { All = [.. All.Select(claim => which(claim) ? change(claim) : claim)] };
}
