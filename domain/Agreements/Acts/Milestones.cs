using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>A milestone was reached. Evidence given with it is attached, and starts the implementation when it is the first.</summary>
public sealed record MeetMilestone(string Milestone, DateOfRecord MetOn) : AgreementCommand
{
    /// <summary>What shows it; may follow later, but is needed before completion.</summary>
    public Evidence? Evidence { get; init; }

    internal override void Check(FieldChecks fields)
    {
        fields.Text("milestone", Milestone).Known("metOn", MetOn);
        if (Evidence is not null) Evidence.Check(fields, "evidence", Evidence);
    }
}

/// <summary>A milestone was reached.</summary>
public sealed record MilestoneMet(string Milestone, DateOfRecord MetOn) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => MetOn;
}

/// <summary>A milestone was reached in part.</summary>
public sealed record PartiallyMeetMilestone(string Milestone, DateOfRecord AssessedOn, string Remaining) : AgreementCommand
{
    internal override void Check(FieldChecks fields) =>
        fields.Text("milestone", Milestone).Known("assessedOn", AssessedOn).Text("remaining", Remaining, FieldChecks.Prose);
}

/// <summary>A milestone was reached in part; <paramref name="Remaining"/> says what is left.</summary>
public sealed record MilestonePartiallyMet(string Milestone, DateOfRecord AssessedOn, string Remaining) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => AssessedOn;
}

/// <summary>A milestone was not reached.</summary>
public sealed record MissMilestone(string Milestone, DateOfRecord AssessedOn, string Ground) : AgreementCommand
{
    internal override void Check(FieldChecks fields) =>
        fields.Text("milestone", Milestone).Known("assessedOn", AssessedOn).Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>A milestone was not reached.</summary>
public sealed record MilestoneMissed(string Milestone, DateOfRecord AssessedOn, string Ground) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => AssessedOn;
}

/// <summary>A milestone is no longer owed.</summary>
public sealed record WaiveMilestone(string Milestone, DateOfRecord WaivedOn, string Ground) : AgreementCommand
{
    internal override void Check(FieldChecks fields) =>
        fields.Text("milestone", Milestone).Known("waivedOn", WaivedOn).Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>A milestone is no longer owed.</summary>
public sealed record MilestoneWaived(string Milestone, DateOfRecord WaivedOn, string Ground) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => WaivedOn;
}

/// <summary>Give a milestone another due date. One that was missed is open again; one reached in part stays so.</summary>
public sealed record RescheduleMilestone(string Milestone, DateOfRecord DueOn, string Ground) : AgreementCommand
{
    internal override void Check(FieldChecks fields) =>
        fields.Text("milestone", Milestone).Known("dueOn", DueOn).Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>A milestone got another due date.</summary>
public sealed record MilestoneRescheduled(string Milestone, DateOfRecord From, DateOfRecord DueOn, string Ground) : AgreementEvent;

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, MeetMilestone command, CommandContext context) =>
        NotOwed(agreement, command.Milestone) ?? Later("metOn", command.MetOn, context)
        ?? (command.Evidence is { } evidence ? Unfit(agreement, evidence, command.Milestone, context) : null)
        ?? Accept([.. Proof(agreement, command), new MilestoneMet(command.Milestone, command.MetOn)]);

    private static Decision Decide(Agreement agreement, PartiallyMeetMilestone command, CommandContext context) =>
        NotOwed(agreement, command.Milestone) ?? Later("assessedOn", command.AssessedOn, context)
        ?? Accept(new MilestonePartiallyMet(command.Milestone, command.AssessedOn, command.Remaining));

    private static Decision Decide(Agreement agreement, MissMilestone command, CommandContext context) =>
        NotOwed(agreement, command.Milestone) ?? Later("assessedOn", command.AssessedOn, context)
        ?? Accept(new MilestoneMissed(command.Milestone, command.AssessedOn, command.Ground));

    private static Decision Decide(Agreement agreement, WaiveMilestone command, CommandContext context) =>
        NotOwed(agreement, command.Milestone) ?? Later("waivedOn", command.WaivedOn, context)
        ?? Accept(new MilestoneWaived(command.Milestone, command.WaivedOn, command.Ground));

    private static Decision Decide(Agreement agreement, RescheduleMilestone command) =>
        NotOwed(agreement, command.Milestone)
        ?? Accept(new MilestoneRescheduled(command.Milestone, agreement.Milestone(command.Milestone)!.DueOn, command.DueOn, command.Ground));

    private static Refusal? NotOwed(Agreement agreement, string milestone) =>
        agreement.State is not (Planned or Implementing) ? Refuse.WrongState(agreement, "not-planned", Planned, Implementing)
        : agreement.Milestone(milestone) is not { } known ? Refuse.NoSuchMilestone(milestone, agreement)
        : known.IsSettled ? Refuse.MilestoneSettled(known, agreement)
        : null;

    private static Refusal? Later(string field, DateOfRecord date, CommandContext context) =>
        date.IsAfter(context.Today) ? Refuse.InTheFuture(field, date) : null;

    private static AgreementEvent[] Proof(Agreement agreement, MeetMilestone command) => command.Evidence switch
    {
        null => [],
        { } evidence when agreement.State is Planned => [new ImplementationStarted(evidence, command.Milestone)],
        { } evidence => [new EvidenceAttached(evidence, command.Milestone)],
    };
}

public sealed partial record Agreement
{
    private Agreement Settle(string id, MilestoneStatus status, DateOfRecord on) => Change(id, milestone => milestone with { Status = status, SettledOn = on });

    private Agreement Apply(MilestoneRescheduled e) =>
        Change(e.Milestone, milestone => milestone.Status is MilestoneStatus.Missed
            ? milestone with { DueOn = e.DueOn, Status = MilestoneStatus.Open, SettledOn = null }
            : milestone with { DueOn = e.DueOn });

    private Agreement Change(string id, Func<Milestone, Milestone> change) => this with
    {
        Commitments = [.. Commitments.Select(commitment => commitment with
        {
            Milestones = [.. commitment.Milestones.Select(milestone => milestone.Id == id ? change(milestone) : milestone)],
        })],
    };
}
