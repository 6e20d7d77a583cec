using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Cities.MembershipState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>Record that the network counts the city as inactive, its report being overdue.</summary>
public sealed record InactivateMembership(string Ground) : MembershipCommand
{
    internal override void CheckOwn(FieldChecks fields) => fields.Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>The network counts the city as inactive.</summary>
public sealed record MembershipInactivated(string Network, string Ground) : MembershipEvent(Network);

/// <summary>Record that an inactive city is a member in good standing again.</summary>
public sealed record ReinstateMembership(string Ground) : MembershipCommand
{
    /// <summary>When the network wants the next report; null: as before.</summary>
    public DateOfRecord? NextDueOn { get; init; }

    internal override void CheckOwn(FieldChecks fields)
    {
        fields.Text("ground", Ground, FieldChecks.Prose);
        if (NextDueOn is { } next) fields.Known("nextDueOn", next);
    }
}

/// <summary>An inactive city is a member in good standing again.</summary>
public sealed record MembershipReinstated(string Network, string Ground, DateOfRecord? NextDueOn) : MembershipEvent(Network);

/// <summary>Record that the network removed the city.</summary>
public sealed record RemoveMembership(string Ground) : MembershipCommand
{
    internal override void CheckOwn(FieldChecks fields) => fields.Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>The network removed the city.</summary>
public sealed record MembershipRemoved(string Network, string Ground) : MembershipEvent(Network);

/// <summary>Record that the city left of its own accord.</summary>
public sealed record WithdrawMembership(string Ground) : MembershipCommand
{
    internal override void CheckOwn(FieldChecks fields) => fields.Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>The city left of its own accord.</summary>
public sealed record MembershipWithdrawn(string Network, string Ground) : MembershipEvent(Network);

internal static partial class MembershipDecider
{
    private static Decision Decide(Membership membership, InactivateMembership command, CommandContext context) =>
        membership.State is not ReportOverdue ? RefuseMembership.WrongState(membership, ReportOverdue)
        : Untimely(membership, context) ?? Accept(new MembershipInactivated(membership.Network, command.Ground));

    private static Decision Decide(Membership membership, ReinstateMembership command, CommandContext context) =>
        membership.State is not Inactive ? RefuseMembership.WrongState(membership, Inactive)
        : Untimely(membership, context) ?? Accept(new MembershipReinstated(membership.Network, command.Ground, command.NextDueOn));

    private static Decision Decide(Membership membership, RemoveMembership command, CommandContext context) =>
        membership.State is not (ReportOverdue or Inactive) ? RefuseMembership.WrongState(membership, ReportOverdue, Inactive)
        : Untimely(membership, context) ?? Accept(new MembershipRemoved(membership.Network, command.Ground));

    private static Decision Decide(Membership membership, WithdrawMembership command, CommandContext context) =>
        membership.State is not (Member or Inactive) ? RefuseMembership.WrongState(membership, Member, Inactive)
        : Untimely(membership, context) ?? Accept(new MembershipWithdrawn(membership.Network, command.Ground));
}
