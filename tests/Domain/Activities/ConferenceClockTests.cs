using System.Collections.Immutable;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Clocks;
using static CityGrains.Domain.Tests.Asking;
using static CityGrains.Domain.Tests.Clocks.Shipped;

namespace CityGrains.Domain.Tests.Activities;

/// <summary>Decision 06/2020/QĐ-TTg: permission ahead of an international conference, a report after it.</summary>
public sealed class ConferenceClockTests
{
    private static readonly Days InMay = new(On("2026-05-20"), On("2026-05-21"));
    private static readonly ActivityPlanned Planned = new(ActivityKind.Conference, "Hội nghị", "Sở Ngoại vụ", "Sở Ngoại vụ", InMay, null, International: true);
    private static readonly ActivityHeld Held = new(new Days(On("2026-01-20"), On("2026-01-21")), null, []);

    [Theory]
    [InlineData(null, "conference-application", "2026-04-20")]
    [InlineData(true, "conference-application-prime-minister", "2026-04-10")]
    public void Permission_is_due_thirty_days_ahead_and_forty_where_the_prime_minister_decides(bool? primeMinister, string code, string due)
    {
        var clock = Assert.Single(Clocks(Planned with { DecidedByPrimeMinister = primeMinister }));
        Assert.Equal((code, Day(due), true, 1L), (clock.Code, Rules.For(clock.Code, clock.Trigger)!.Due(clock.Trigger, Usual), clock.Runs, clock.StartedBy));
    }

    [Fact]
    public void Put_off_it_is_applied_for_ahead_of_the_new_days()
    {
        var clock = Assert.Single(Clocks(Planned, Moved("2026-05-25"), Moved("2026-06-20")));
        Assert.Equal((Day("2026-05-21"), 3L), (Rules.For(clock.Code, clock.Trigger)!.Due(clock.Trigger, Usual), clock.StartedBy));

        static ActivityRescheduled Moved(string day) => new(InMay, new Days(On(day)), null, "Khách mời đổi lịch");
    }

    [Fact]
    public void It_ends_when_the_organiser_applies_or_the_conference_is_cancelled()
    {
        Assert.Equal(2, Assert.Single(Clocks(Planned, new ActivityApplied(On("2026-02-25"), null))).EndedBy);
        Assert.Equal(2, Assert.Single(Clocks(Planned, new ActivityCancelled("Bão"))).EndedBy);
    }

    [Fact]
    public void Held_it_is_reported_within_fifteen_days()
    {
        var report = Clocks(Planned, Held).Single(clock => clock.Code == ClockCodes.ConferenceReport);
        Assert.Equal((Day("2026-01-21"), Day("2026-02-05"), 2L, true), (report.Trigger, Rules.For(report.Code, report.Trigger)!.Due(report.Trigger, Usual), report.StartedBy, report.Runs));
        Assert.Equal(3, Clocks(Planned, Held, new ActivityResultRecorded(new ActivityResult(On("2026-02-01"), "Tốt", null))).Single(clock => clock.Code == ClockCodes.ConferenceReport).EndedBy);
    }

    [Fact]
    public void What_needs_no_permission_has_no_clock() => Assert.Empty(Clocks(Planned with { International = false }, Held));

    private static ImmutableArray<Clock> Clocks(params ActivityEvent[] happened) =>
        ActivityClocks.Of(happened.Aggregate(Activity.Unrecorded("act-1"), (activity, e) => Activity.Evolve(activity, Today.Told(e))));
}
