using CityGrains.Domain.Record;
using static CityGrains.Domain.Cities.MembershipState;

namespace CityGrains.Domain.Cities;

public sealed partial record Membership
{
    /// <summary>
    /// The membership after one more event, whatever came before. An event enters a state, always the same, or none: so the periods alone tell the state of
    /// any day.
    /// </summary>
    internal static Membership Evolve(Membership membership, Happening<CityEvent> happening) => happening.Event switch
    {
        ApplicationStarted => membership.Enter(Preparing, happening),
        DossierRevised => membership,
        MayorEndorsed => membership.Enter(CityEndorsed, happening),
        SubmittedToNationalCommission => membership.Enter(NatComReview, happening) with { NationallyEndorsed = false },
        NationalCommissionEndorsed => membership with { NationallyEndorsed = true },
        NationalCommissionDeclined => membership.Enter(NotEndorsed, happening),
        SubmittedToUnesco => membership.Enter(UnderReview, happening),
        CriterionAssessed e => membership.Apply(e),
        ApplicationDeclined => membership.Enter(NotSelected, happening),
        ApplicationAbandoned => membership.Enter(Abandoned, happening),
        ApplicationReopened => membership.Enter(Preparing, happening) with { NationallyEndorsed = false },
        MembershipRecognised e => membership.Enter(Member, happening) with { RecognisedOn = e.RecognisedOn },
        ReportSubmitted e => membership.Enter(Member, happening).Apply(e),
        ReportAccepted e => membership.Apply(e),
        ReportBecameOverdue e => membership.Enter(ReportOverdue, happening) with { ReportDueOn = e.DueOn },
        ReminderReceived e => membership with { Reminders = membership.Reminders.Add(e.ReceivedOn) },
        MembershipInactivated => membership.Enter(Inactive, happening),
        MembershipReinstated e => membership.Enter(Member, happening) with { ReportDueOn = e.NextDueOn ?? membership.ReportDueOn, Reminders = [] },
        MembershipRemoved => membership.Enter(Removed, happening),
        MembershipWithdrawn => membership.Enter(Withdrawn, happening),
        MembershipTransferred e => membership.Enter(Transferred, happening) with { TransferredTo = new Handover(e.Successor, e.TransferredOn) },
        MembershipReceived e => membership.Apply(e, happening),
        _ => throw new ArgumentOutOfRangeException(nameof(happening), happening.Event.GetType().Name, "A membership has no such event."),
    };

    /// <summary>What the day of the next report follows from.</summary>
    internal (DateOfRecord? Named, DateOfRecord? Reported, DateOfRecord? Recognised) CountsFrom => (ReportDueOn, Report?.SubmittedOn, RecognisedOn);

    private Membership Enter(MembershipState state, Happening<CityEvent> happening) =>
        this with { Periods = Periods.Add(new MembershipPeriod(state, happening.On, happening.RecordedAt)) };
}

public sealed partial record City
{
    /// <summary>Its membership in a network; one of which nothing is recorded where there is none.</summary>
    public Membership MembershipIn(string network) => Memberships.FirstOrDefault(known => known.Network == network) ?? new Membership(network);

    private City Apply(MembershipEvent e, Happening<CityEvent> happening)
    {
        var before = MembershipIn(e.Network);
        var after = Membership.Evolve(before, happening);
        after = after with { Office = happening.Office ?? before.Office, ReportDueBy = after.CountsFrom == before.CountsFrom ? before.ReportDueBy : Version + 1 };
        var place = Memberships.IndexOf(before);
        return this with { Memberships = place < 0 ? Memberships.Add(after) : Memberships.SetItem(place, after) };
    }
}
