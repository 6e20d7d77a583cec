using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Cities.MembershipState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>Record that the city reported to the network; one that was overdue is a member in good standing again.</summary>
public sealed record SubmitReport(DateOfRecord SubmittedOn) : MembershipCommand
{
    /// <summary>Its number or address; null when it has none.</summary>
    public string? Reference { get; init; }

    internal override void CheckOwn(FieldChecks fields) => fields.Known("submittedOn", SubmittedOn).Optional("reference", Reference);
}

/// <summary>The city reported to the network.</summary>
public sealed record ReportSubmitted(string Network, DateOfRecord SubmittedOn, string? Reference) : MembershipEvent(Network)
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => SubmittedOn;
}

/// <summary>Record that the network accepted the report.</summary>
public sealed record AcceptReport(DateOfRecord AcceptedOn) : MembershipCommand
{
    /// <summary>When it wants the next one; null: by its cycle.</summary>
    public DateOfRecord? NextDueOn { get; init; }

    internal override void CheckOwn(FieldChecks fields)
    {
        fields.Known("acceptedOn", AcceptedOn);
        if (NextDueOn is { } next) fields.Known("nextDueOn", next);
    }
}

/// <summary>The network accepted the report.</summary>
public sealed record ReportAccepted(string Network, DateOfRecord AcceptedOn, DateOfRecord? NextDueOn) : MembershipEvent(Network)
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => AcceptedOn;
}

/// <summary>Note that the report is overdue. When it was due is recorded, so that another cycle later on changes nothing of it.</summary>
public sealed record NoteReportOverdue : MembershipCommand
{
    /// <summary>When it was due, where the network said so; null: by its cycle.</summary>
    public DateOfRecord? DueOn { get; init; }

    internal override void CheckOwn(FieldChecks fields)
    {
        if (DueOn is { } due) fields.Known("dueOn", due);
    }
}

/// <summary>The report was not there when it was due.</summary>
public sealed record ReportBecameOverdue(string Network, DateOfRecord DueOn) : MembershipEvent(Network);

/// <summary>Record that the network reminded the city of its report.</summary>
public sealed record RecordReminder(DateOfRecord ReceivedOn) : MembershipCommand
{
    /// <summary>Number of the letter; null when it has none.</summary>
    public string? Reference { get; init; }

    internal override void CheckOwn(FieldChecks fields) => fields.Known("receivedOn", ReceivedOn).Optional("reference", Reference);
}

/// <summary>The network reminded the city of its report.</summary>
public sealed record ReminderReceived(string Network, DateOfRecord ReceivedOn, string? Reference) : MembershipEvent(Network)
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => ReceivedOn;
}

public sealed partial record Membership
{
    private Membership Apply(ReportSubmitted e) => this with
    {
        Report = new NetworkReport(e.SubmittedOn, e.Reference, AcceptedOn: null),
        ReportDueOn = null,
        Reminders = [],
    };

    private Membership Apply(ReportAccepted e) => this with
    {
        Report = Report is { } report ? report with { AcceptedOn = e.AcceptedOn } : null,
        ReportDueOn = e.NextDueOn ?? ReportDueOn,
    };
}

internal static partial class MembershipDecider
{
    private const int MostReminders = 100;

    private static Decision Decide(Membership membership, SubmitReport command, CommandContext context) =>
        membership.State is not (Member or ReportOverdue) ? RefuseMembership.WrongState(membership, Member, ReportOverdue)
        : Untimely(membership, "submittedOn", command.SubmittedOn, context)
        ?? Accept(new ReportSubmitted(membership.Network, command.SubmittedOn, command.Reference));

    private static Decision Decide(Membership membership, AcceptReport command, CommandContext context) =>
        !membership.IsMember ? RefuseMembership.WrongState(membership, [.. MembershipLifecycle.Members])
        : membership.Report is not { AcceptedOn: null } report ? RefuseMembership.NoReport()
        : command.AcceptedOn.IsBefore(report.SubmittedOn) ? RefuseMembership.AcceptedBeforeSubmission(command.AcceptedOn, report.SubmittedOn)
        : Untimely(membership, "acceptedOn", command.AcceptedOn, context)
        ?? Accept(new ReportAccepted(membership.Network, command.AcceptedOn, command.NextDueOn));

    private static Decision Decide(Membership membership, NoteReportOverdue command, CommandContext context)
    {
        var on = context.OccurredOn ?? DateOfRecord.Day(context.Today);
        return membership.State is not Member ? RefuseMembership.WrongState(membership, Member)
            : (command.DueOn ?? membership.NextReportDue(command.Network!)) is not { } due ? RefuseMembership.ReportDueUnknown()
            : !due.IsBefore(on) ? RefuseMembership.ReportNotDue(due, on)
            : Accept(new ReportBecameOverdue(membership.Network, due));
    }

    private static Decision Decide(Membership membership, RecordReminder command, CommandContext context) =>
        membership.State is not (ReportOverdue or Inactive) ? RefuseMembership.WrongState(membership, ReportOverdue, Inactive)
        : membership.Reminders.Length >= MostReminders ? RefuseMembership.TooManyReminders(MostReminders)
        : Untimely(membership, "receivedOn", command.ReceivedOn, context)
        ?? Accept(new ReminderReceived(membership.Network, command.ReceivedOn, command.Reference));
}
