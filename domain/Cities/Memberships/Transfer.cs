using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Cities.MembershipState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>The membership goes to a city that follows this one. The successor's own record takes it over by <see cref="ReceiveMembership"/>.</summary>
public sealed record TransferMembership(string Successor, DateOfRecord TransferredOn) : MembershipCommand
{
    /// <summary>When the successor owes its first report, where the network said so; null: a cycle after the transfer.</summary>
    public DateOfRecord? NextDueOn { get; init; }

    internal override void CheckOwn(FieldChecks fields)
    {
        fields.CityId("successor", Successor).Known("transferredOn", TransferredOn);
        if (NextDueOn is { } next) fields.Known("nextDueOn", next);
    }

    /// <summary>What the successor is asked for, once this is recorded.</summary>
    /// <param name="from">The city it comes from.</param>
    public ReceiveMembership ToSuccessor(string from) => new(from, TransferredOn) { Network = Network, NextDueOn = NextDueOn };
}

/// <summary>The membership went to a successor.</summary>
public sealed record MembershipTransferred(string Network, string Successor, DateOfRecord TransferredOn) : MembershipEvent(Network)
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => TransferredOn;
}

/// <summary>Take over a membership from a city that is followed. Asked again, it changes nothing: an interrupted transfer is simply sent again.</summary>
public sealed record ReceiveMembership(string From, DateOfRecord ReceivedOn) : MembershipCommand
{
    /// <summary>When the next report is due, where the network said so; null: a cycle later.</summary>
    public DateOfRecord? NextDueOn { get; init; }

    internal override void CheckOwn(FieldChecks fields) => fields.CityId("from", From).Known("receivedOn", ReceivedOn);
}

/// <summary>A membership was taken over; <paramref name="AlreadyMember"/>: by a city that was a member of its own right, and stays what it was.</summary>
public sealed record MembershipReceived(string Network, string From, DateOfRecord ReceivedOn, bool AlreadyMember, DateOfRecord? NextDueOn)
    : MembershipEvent(Network)
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => ReceivedOn;
}

internal static partial class MembershipDecider
{
    private static Decision Decide(City city, Membership membership, TransferMembership command, CommandContext context) =>
        membership.State is Transferred && membership.TransferredTo == new Handover(command.Successor, command.TransferredOn) ? Decision.Unchanged
        : membership.State is not Member ? RefuseMembership.WrongState(membership, Member)
        : command.Successor == city.Id ? RefuseMembership.ItsOwnSuccessor(city.Id)
        : Untimely(membership, "transferredOn", command.TransferredOn, context)
        ?? Accept(new MembershipTransferred(membership.Network, command.Successor, command.TransferredOn));

    private static Decision Decide(City city, Membership membership, ReceiveMembership command) =>
        membership.ReceivedFrom.Any(known => known.City == command.From) ? Decision.Unchanged
        : command.From == city.Id ? RefuseMembership.ItsOwnSuccessor(city.Id)
        : Accept(new MembershipReceived(membership.Network, command.From, command.ReceivedOn, membership.IsMember, command.NextDueOn));
}

public sealed partial record Membership
{
    private Membership Apply(MembershipReceived e, Happening<CityEvent> happening)
    {
        var received = this with { ReceivedFrom = ReceivedFrom.Add(new Handover(e.From, e.ReceivedOn)) };
        return e.AlreadyMember ? received
            : received.Enter(Member, happening) with
            {
                RecognisedOn = e.ReceivedOn, Report = null, ReportDueOn = e.NextDueOn, Reminders = [], TransferredTo = null,
            };
    }
}
