using System.Collections.Immutable;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Networks;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Cities;

/// <summary>A city's way into a network, its standing in it, and its way out.</summary>
/// <param name="Network">The network's id.</param>
public sealed partial record Membership(string Network)
{
    /// <summary>Each state it entered, in the order recorded. One it entered again stands again.</summary>
    public ImmutableArray<MembershipPeriod> Periods { get; init; } = [];

    /// <summary>The national commission has endorsed the present application.</summary>
    public bool NationallyEndorsed { get; init; }

    /// <summary>The latest assessment of each criterion, by number.</summary>
    public ImmutableArray<Criterion> Criteria { get; init; } = [];

    /// <summary>Since when it is a member; null until then.</summary>
    public DateOfRecord? RecognisedOn { get; init; }

    /// <summary>The latest report; null before the first.</summary>
    public NetworkReport? Report { get; init; }

    /// <summary>When the next report is due, where the network said so; null: by the network's cycle.</summary>
    public DateOfRecord? ReportDueOn { get; init; }

    /// <summary>The event that the next report is counted from; 0 where there is none.</summary>
    public long ReportDueBy { get; init; }

    /// <summary>The office that last recorded something of it, and so follows it up; null when nobody knows.</summary>
    public string? Office { get; init; }

    /// <summary>When the network reminded the city of the report it owes.</summary>
    public ImmutableArray<DateOfRecord> Reminders { get; init; } = [];

    /// <summary>To whom it went; null unless it was transferred.</summary>
    public Handover? TransferredTo { get; init; }

    /// <summary>From whom it was taken over; several cities may become one.</summary>
    public ImmutableArray<Handover> ReceivedFrom { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public MembershipState State => Periods.IsEmpty ? MembershipState.Unrecorded : Periods[^1].State;

    /// <summary>Since when it stands there, as exactly as known; a state entered again while it lasted has lasted since it was entered first.</summary>
    public DateOfRecord Since
    {
        get
        {
            var place = Periods.Length - 1;
            while (place > 0 && Periods[place - 1].State == Periods[place].State) place--;
            return Periods.IsEmpty ? DateOfRecord.Unknown : Periods[place].Since;
        }
    }

    /// <summary>The city belongs to the network.</summary>
    public bool IsMember => MembershipLifecycle.Members.Contains(State);

    /// <summary>How many criteria are met.</summary>
    public int CriteriaMet => Criteria.Count(criterion => criterion.Met);

    /// <summary>Where it stood as a look back shows it, and since when; null when nothing had begun.</summary>
    public MembershipPeriod? AsOf(AsOf when)
    {
        var then = this with { Periods = Periods.RemoveAll(period => !when.Counts(period.Since) || period.RecordedAt > when.Known) };
        return then.Periods.IsEmpty ? null : then.Periods[^1] with { Since = then.Since };
    }

    /// <summary>
    /// When the next report is due: as the network said, else a cycle after the last report or the recognition; null when none is owed, or nobody knows.
    /// </summary>
    public DateOfRecord? NextReportDue(Network network)
    {
        if (!IsMember) return null;
        var due = ReportDueOn ?? (Report?.SubmittedOn ?? RecognisedOn)?.PlusMonths(network.ReportCycleMonths);
        return due?.Precision is DatePrecision.Unknown ? null : due;
    }
}

/// <summary>A state of a membership and when it began.</summary>
/// <param name="State">The state.</param>
/// <param name="Since">When it began in the world, as exactly as known.</param>
/// <param name="RecordedAt">When the record came to know it.</param>
public sealed record MembershipPeriod(MembershipState State, DateOfRecord Since, DateTimeOffset RecordedAt);

/// <summary>How a city stands against one criterion of a network.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Met">It is met.</param>
/// <param name="AssessedOn">When that was found.</param>
/// <param name="Evidence">What shows it; null only where it is not met.</param>
public sealed record Criterion(int Number, bool Met, DateOfRecord AssessedOn, Evidence? Evidence);

/// <summary>A report to a network.</summary>
/// <param name="SubmittedOn">When it was sent.</param>
/// <param name="Reference">Its number or address; null when it has none.</param>
/// <param name="AcceptedOn">When the network accepted it; null until then.</param>
public sealed record NetworkReport(DateOfRecord SubmittedOn, string? Reference, DateOfRecord? AcceptedOn);

/// <summary>A membership that went from one city to another.</summary>
/// <param name="City">The other city.</param>
/// <param name="On">When.</param>
public sealed record Handover(string City, DateOfRecord On);
