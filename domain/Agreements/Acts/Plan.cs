using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>A commitment as it is put into a plan; ids are given by the record.</summary>
/// <param name="Description">What is promised.</param>
/// <param name="Owner">The body or person that owes it.</param>
/// <param name="DueOn">When it is due.</param>
public sealed record PlannedCommitment(string Description, string Owner, DateOfRecord DueOn)
{
    /// <summary>Its steps; none means that the commitment is its own single step.</summary>
    public IReadOnlyList<PlannedMilestone> Milestones { get; init; } = [];

    internal static void Check(FieldChecks fields, string path, PlannedCommitment commitment) => fields
        .Text($"{path}.description", commitment.Description, FieldChecks.Prose)
        .Text($"{path}.owner", commitment.Owner)
        .Known($"{path}.dueOn", commitment.DueOn)
        .Each($"{path}.milestones", commitment.Milestones, 0, 100, (milestone, step) =>
            fields.Text($"{milestone}.description", step.Description, FieldChecks.Prose).Known($"{milestone}.dueOn", step.DueOn));

    /// <summary>The commitment as the record keeps it, the <paramref name="ordinal"/>th of its agreement, from 1.</summary>
    internal Commitment Recorded(int ordinal)
    {
        var steps = Milestones.Count > 0 ? Milestones : [new PlannedMilestone(Description, DueOn)];
        return new Commitment(
            $"c{ordinal}", Description, Owner, DueOn, [.. steps.Select((step, i) => new Milestone($"c{ordinal}-m{i + 1}", step.Description, step.DueOn))]);
    }
}

/// <summary>A step as it is put into a plan.</summary>
/// <param name="Description">What is to be done.</param>
/// <param name="DueOn">When it is due.</param>
public sealed record PlannedMilestone(string Description, DateOfRecord DueOn);

/// <summary>Adopt a plan: the roadmap that turns a signature into work. After a completed phase it opens the next.</summary>
public sealed record AdoptPlan(IReadOnlyList<PlannedCommitment> Commitments) : AgreementCommand
{
    /// <summary>Number of the plan document; null when there is none.</summary>
    public string? Reference { get; init; }

    internal override void Check(FieldChecks fields) => fields
        .Each("commitments", Commitments, 1, 200, (path, commitment) => PlannedCommitment.Check(fields, path, commitment))
        .Optional("reference", Reference);
}

/// <summary>A plan was adopted.</summary>
public sealed record ImplementationPlanAdopted(IReadOnlyList<Commitment> Commitments, string? Reference) : AgreementEvent;

/// <summary>Add one more commitment to the plan.</summary>
public sealed record AddCommitment(PlannedCommitment Commitment) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Given("commitment", Commitment, PlannedCommitment.Check);
}

/// <summary>One more commitment was added to the plan.</summary>
public sealed record CommitmentAdded(Commitment Commitment) : AgreementEvent;

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, AdoptPlan command) =>
        agreement.State is not (InEffect or Implemented) ? Refuse.WrongState(agreement, "not-in-effect", InEffect, Implemented)
        : Accept(new ImplementationPlanAdopted(
            [.. command.Commitments.Select((commitment, i) => commitment.Recorded(agreement.Commitments.Length + i + 1))], command.Reference));

    private static Decision Decide(Agreement agreement, AddCommitment command) =>
        agreement.State is not (Planned or Implementing) ? Refuse.WrongState(agreement, "no-plan", Planned, Implementing)
        : Accept(new CommitmentAdded(command.Commitment.Recorded(agreement.Commitments.Length + 1)));
}

public sealed partial record Agreement
{
    private Agreement Apply(ImplementationPlanAdopted e, DateOfRecord on) =>
        Enter(Planned, on) with { Commitments = Commitments.AddRange(e.Commitments) };

    private Agreement Apply(CommitmentAdded e) => this with { Commitments = Commitments.Add(e.Commitment) };
}
