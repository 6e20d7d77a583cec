using CityGrains.Domain.Checks;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>Note what a source says of a fact of the city. Claims that differ stay side by side until they are resolved.</summary>
public sealed record AssertCityClaim(Assertion Claim) : CityCommand
{
    internal override void Check(FieldChecks fields) => fields.Given("claim", Claim, Assertion.Check);
}

/// <summary>A source says something of a fact of the city.</summary>
public sealed record CityClaimAsserted(string Id, string Fact, ClaimedValue Value, SourceDocument Source) : CityEvent;

/// <summary>Doubt a claim.</summary>
public sealed record DisputeCityClaim(string Claim, string Ground) : CityCommand
{
    /// <summary>Who doubts it; null: whoever asks.</summary>
    public string? By { get; init; }

    internal override void Check(FieldChecks fields) => fields.Text("claim", Claim).Text("ground", Ground, FieldChecks.Prose).Optional("by", By);
}

/// <summary>A claim is in doubt.</summary>
public sealed record CityClaimDisputed(string Id, string By, string Ground) : CityEvent;

/// <summary>Decide what holds of a fact. No claim is rewritten; whatever is claimed later stands beside the decision.</summary>
public sealed record ResolveCityClaim(string Fact, string Ground) : CityCommand
{
    /// <summary>Id of the claim that holds; null: none does.</summary>
    public string? Holds { get; init; }

    /// <summary>Who decided; null: whoever asks.</summary>
    public string? By { get; init; }

    internal override void Check(FieldChecks fields) => fields
        .Text("fact", Fact, 200).Text("ground", Ground, FieldChecks.Prose).Optional("holds", Holds).Optional("by", By);
}

/// <summary>It was decided what holds of a fact.</summary>
public sealed record CityClaimResolved(string Fact, string? Holds, string By, string Ground) : CityEvent;

public static partial class CityDecider
{
    private static Decision Decide(City city, AssertCityClaim command, CommandContext context) =>
        context.Source is not { } source ? Claims.Refuse.SourceMissing()
        : city.Claims.Holds(command.Claim, source) ? Decision.Unchanged
        : Accept(new CityClaimAsserted(city.Claims.NextId, command.Claim.FactKept, command.Claim.ValueKept, source));

    private static Decision Decide(City city, DisputeCityClaim command, CommandContext context) =>
        city.Claims.Undisputable(command.Claim) ?? Accept(new CityClaimDisputed(command.Claim, command.By ?? context.Actor, command.Ground));

    private static Decision Decide(City city, ResolveCityClaim command, CommandContext context)
    {
        var fact = Assertion.Kept(command.Fact);
        return city.Claims.Unresolvable(fact, command.Holds)
            ?? (city.Claims.IsResolved(fact, command.Holds) ? Decision.Unchanged
            : Accept(new CityClaimResolved(fact, command.Holds, command.By ?? context.Actor, command.Ground)));
    }
}

public sealed partial record City
{
    /// <summary>What sources claim of it, fact by fact.</summary>
    public IReadOnlyList<ClaimedFact> ClaimedFacts => ClaimedFact.Of(Claims, Memberships
        .Select(membership => (Fact: $"membership/{membership.Network}/recognisedOn", On: membership.RecognisedOn))
        .ToDictionary(recorded => recorded.Fact, recorded => recorded.On, StringComparer.Ordinal));

    private City Apply(CityClaimAsserted e, DateOfRecord on) =>
        this with { Claims = Claims.Asserted(new Claim(e.Id, e.Fact, e.Value, e.Source, on)) };

    private City Apply(CityClaimDisputed e, DateOfRecord on) =>
        this with { Claims = Claims.Disputed(e.Id, new Dispute(e.By, e.Ground, on)) };

    private City Apply(CityClaimResolved e, DateOfRecord on) =>
        this with { Claims = Claims.Resolved(new Resolution(e.Fact, e.Holds, e.By, e.Ground, on)) };
}
