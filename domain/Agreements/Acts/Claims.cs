using CityGrains.Domain.Checks;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Note what a source says of a fact of the agreement. Claims that differ stay side by side until they are resolved.</summary>
public sealed record AssertAgreementClaim(Assertion Claim) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Given("claim", Claim, Assertion.Check);
}

/// <summary>A source says something of a fact of the agreement.</summary>
public sealed record AgreementClaimAsserted(string Id, string Fact, ClaimedValue Value, SourceDocument Source) : AgreementEvent;

/// <summary>Doubt a claim.</summary>
public sealed record DisputeAgreementClaim(string Claim, string Ground) : AgreementCommand
{
    /// <summary>Who doubts it; null: whoever asks.</summary>
    public string? By { get; init; }

    internal override void Check(FieldChecks fields) => fields.Text("claim", Claim).Text("ground", Ground, FieldChecks.Prose).Optional("by", By);
}

/// <summary>A claim is in doubt.</summary>
public sealed record AgreementClaimDisputed(string Id, string By, string Ground) : AgreementEvent;

/// <summary>Decide what holds of a fact. No claim is rewritten; whatever is claimed later stands beside the decision.</summary>
public sealed record ResolveAgreementClaim(string Fact, string Ground) : AgreementCommand
{
    /// <summary>Id of the claim that holds; null: none does.</summary>
    public string? Holds { get; init; }

    /// <summary>Who decided; null: whoever asks.</summary>
    public string? By { get; init; }

    internal override void Check(FieldChecks fields) => fields
        .Text("fact", Fact, 200).Text("ground", Ground, FieldChecks.Prose).Optional("holds", Holds).Optional("by", By);
}

/// <summary>It was decided what holds of a fact.</summary>
public sealed record AgreementClaimResolved(string Fact, string? Holds, string By, string Ground) : AgreementEvent;

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, AssertAgreementClaim command, CommandContext context) =>
        context.Source is not { } source ? Claims.Refuse.SourceMissing()
        : agreement.Claims.Holds(command.Claim, source) ? Decision.Unchanged
        : Accept(new AgreementClaimAsserted(agreement.Claims.NextId, command.Claim.FactKept, command.Claim.ValueKept, source));

    private static Decision Decide(Agreement agreement, DisputeAgreementClaim command, CommandContext context) =>
        agreement.Claims.Undisputable(command.Claim) ?? Accept(new AgreementClaimDisputed(command.Claim, command.By ?? context.Actor, command.Ground));

    private static Decision Decide(Agreement agreement, ResolveAgreementClaim command, CommandContext context)
    {
        var fact = Assertion.Kept(command.Fact);
        return agreement.Claims.Unresolvable(fact, command.Holds)
            ?? (agreement.Claims.IsResolved(fact, command.Holds) ? Decision.Unchanged
            : Accept(new AgreementClaimResolved(fact, command.Holds, command.By ?? context.Actor, command.Ground)));
    }
}

public sealed partial record Agreement
{
    /// <summary>What sources claim of it, fact by fact.</summary>
    public IReadOnlyList<ClaimedFact> ClaimedFacts =>
        ClaimedFact.Of(
            Claims, new Dictionary<string, DateOfRecord?>(StringComparer.Ordinal) { ["signedOn"] = Signing?.SignedOn, ["effectiveOn"] = EffectiveOn });

    private Agreement Apply(AgreementClaimAsserted e, DateOfRecord on) =>
        this with { Claims = Claims.Asserted(new Claim(e.Id, e.Fact, e.Value, e.Source, on)) };

    private Agreement Apply(AgreementClaimDisputed e, DateOfRecord on) =>
        this with { Claims = Claims.Disputed(e.Id, new Dispute(e.By, e.Ground, on)) };

    private Agreement Apply(AgreementClaimResolved e, DateOfRecord on) =>
        this with { Claims = Claims.Resolved(new Resolution(e.Fact, e.Holds, e.By, e.Ground, on)) };
}
