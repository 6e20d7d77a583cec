using System.Collections.Immutable;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>Assess one criterion of the network; a later assessment replaces the earlier. What is met needs evidence.</summary>
public sealed record AssessCriterion(int Number, bool Met, DateOfRecord AssessedOn) : MembershipCommand
{
    /// <summary>What shows it; may be left out only where it is not met.</summary>
    public Evidence? Evidence { get; init; }

    internal override void CheckOwn(FieldChecks fields)
    {
        fields.Known("assessedOn", AssessedOn)
            .Must(!Met || Evidence is not null, "evidence", "tiêu chí đạt phải có minh chứng", "a criterion that is met needs evidence");
        if (Evidence is not null) Evidence.Check(fields, "evidence", Evidence);
    }
}

/// <summary>A criterion was assessed.</summary>
public sealed record CriterionAssessed(string Network, int Number, bool Met, DateOfRecord AssessedOn, Evidence? Evidence) : MembershipEvent(Network)
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => AssessedOn;
}

internal static partial class MembershipDecider
{
    private static Decision Decide(Membership membership, AssessCriterion command, CommandContext context) =>
        !MembershipLifecycle.Assessed.Contains(membership.State) ? RefuseMembership.WrongState(membership, [.. MembershipLifecycle.Assessed])
        : command.Number < 1 || command.Number > command.Network!.Criteria ? RefuseMembership.NoSuchCriterion(command.Network!, command.Number)
        : command.AssessedOn.IsAfter(context.Today) ? RefuseMembership.InTheFuture("assessedOn", command.AssessedOn)
        : command.Evidence is { } evidence && evidence.DatedOn.IsAfter(context.Today) ? RefuseMembership.InTheFuture("evidence.datedOn", evidence.DatedOn)
        : Accept(new CriterionAssessed(membership.Network, command.Number, command.Met, command.AssessedOn, command.Evidence));
}

public sealed partial record Membership
{
    private Membership Apply(CriterionAssessed e) => this with
    {
        Criteria =
        [
            .. Criteria.Where(known => known.Number < e.Number), new Criterion(e.Number, e.Met, e.AssessedOn, e.Evidence),
            .. Criteria.Where(known => known.Number > e.Number),
        ],
    };
}
