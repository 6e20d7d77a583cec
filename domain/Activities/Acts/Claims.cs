using CityGrains.Domain.Checks;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Activities.ActivityEvent>;

namespace CityGrains.Domain.Activities;

/// <summary>Note what a source says of a fact of the activity, <c>heldOn</c> above all. Claims that differ stay side by side until they are resolved.</summary>
public sealed record AssertActivityClaim(Assertion Claim) : ActivityCommand
{
    internal override void Check(FieldChecks fields) => fields.Given("claim", Claim, Assertion.Check);
}

/// <summary>A source says something of a fact of the activity.</summary>
public sealed record ActivityClaimAsserted(string Id, string Fact, ClaimedValue Value, SourceDocument Source) : ActivityEvent;

/// <summary>Decide what holds of a fact. No claim is rewritten.</summary>
public sealed record ResolveActivityClaim(string Fact, string Ground) : ActivityCommand
{
    /// <summary>Id of the claim that holds; null: none does.</summary>
    public string? Holds { get; init; }

    /// <summary>Who decided; null: whoever asks.</summary>
    public string? By { get; init; }

    internal override void Check(FieldChecks fields) => fields
        .Text("fact", Fact, 200).Text("ground", Ground, FieldChecks.Prose).Optional("holds", Holds).Optional("by", By);
}

/// <summary>It was decided what holds of a fact.</summary>
public sealed record ActivityClaimResolved(string Fact, string? Holds, string By, string Ground) : ActivityEvent;

public static partial class ActivityDecider
{
    private static Decision Decide(Activity activity, AssertActivityClaim command, CommandContext context) =>
        context.Source is not { } source ? Claims.Refuse.SourceMissing()
        : activity.Claims.Holds(command.Claim, source) ? Decision.Unchanged
        : Accept(new ActivityClaimAsserted(activity.Claims.NextId, command.Claim.FactKept, command.Claim.ValueKept, source));

    private static Decision Decide(Activity activity, ResolveActivityClaim command, CommandContext context)
    {
        var fact = Assertion.Kept(command.Fact);
        return activity.Claims.Unresolvable(fact, command.Holds)
            ?? (activity.Claims.IsResolved(fact, command.Holds) ? Decision.Unchanged
            : Accept(new ActivityClaimResolved(fact, command.Holds, command.By ?? context.Actor, command.Ground)));
    }
}

public sealed partial record Activity
{
    /// <summary>What sources claim of it, fact by fact.</summary>
    public IReadOnlyList<ClaimedFact> ClaimedFacts => ClaimedFact.Of(Claims, new Dictionary<string, DateOfRecord?>(StringComparer.Ordinal)
    {
        ["heldOn"] = State is ActivityState.Held or ActivityState.Reported ? Days.From : null,
        ["appliedOn"] = AppliedOn,
    });

    private Activity Apply(ActivityClaimAsserted e, DateOfRecord on) =>
        this with { Claims = Claims.Asserted(new Claim(e.Id, e.Fact, e.Value, e.Source, on)) };

    private Activity Apply(ActivityClaimResolved e, DateOfRecord on) =>
        this with { Claims = Claims.Resolved(new Resolution(e.Fact, e.Holds, e.By, e.Ground, on)) };
}
