using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Cities.MembershipState;
using static CityGrains.Domain.Tests.Asking;
using static CityGrains.Domain.Tests.Cities.Told;

namespace CityGrains.Domain.Tests.Cities;

/// <summary>Criteria, and the reports a member owes.</summary>
public sealed class NetworkReportTests
{
    [Fact]
    public void Criteria_are_counted_by_their_latest_assessment() => In(UnderReview)
        .Ask(Met(2)).Ask(Met(42)).Ask(Met(1)).Ask(new AssessCriterion(2, Met: false, On("2024-02")))
        .And(city => Assert.Equal([(1, true), (2, false), (42, true)], city.Membership().Criteria.Select(criterion => (criterion.Number, criterion.Met))))
        .And(city => Assert.Equal(2, city.Membership().CriteriaMet));

    [Theory]
    [InlineData(0)]
    [InlineData(43)]
    [InlineData(int.MinValue)]
    public void A_network_has_only_so_many_criteria(int number) =>
        In(UnderReview).Ask(Met(number)).ThenRefused("membership/no-such-criterion", "1 đến 42", "1 to 42");

    [Fact]
    public void What_is_met_has_evidence() => In(UnderReview).Ask(new AssessCriterion(1, Met: true, On("2024"))).ThenInvalid("evidence");

    [Fact]
    public void A_network_without_numbered_criteria_takes_none() => Given(Registered, new ApplicationStarted("uccn"))
        .When(Met(1) with { Network = LearningCities with { Id = "uccn", Criteria = 0 } })
            .ThenRefused("membership/no-such-criterion", "không đánh số", "numbers no criteria");

    [Fact]
    public void A_report_is_due_a_cycle_after_the_recognition_then_after_the_last_report()
    {
        In(Member).And(city => Assert.Equal(On("2026-02-14"), city.Membership().NextReportDue(LearningCities)));
        In(Member).Ask(new SubmitReport(On("2026-01-31"))).And(city => Assert.Equal(On("2028-01-31"), city.Membership().NextReportDue(LearningCities)));
        Given(Registered, new MembershipRecognised("gnlc", On("2020"))).And(city => Assert.Equal(On("2022"), city.Membership().NextReportDue(LearningCities)));
        In(Withdrawn).And(city => Assert.Null(city.Membership().NextReportDue(LearningCities)));
    }

    [Fact]
    public void What_the_network_says_goes_before_its_cycle() => In(Member)
        .Ask(new SubmitReport(On("2026-01-31"))).Ask(new AcceptReport(On("2026-02-10")) { NextDueOn = On("2027-12-31") }).ThenHappened<ReportAccepted>()
        .And(city => Assert.Equal(On("2027-12-31"), city.Membership().NextReportDue(LearningCities)))
        .And(city => Assert.Equal(new NetworkReport(On("2026-01-31"), null, On("2026-02-10")), city.Membership().Report));

    [Fact]
    public void A_report_is_accepted_once_after_it_was_sent()
    {
        In(Member).Ask(new AcceptReport(On("2026-02-10"))).ThenRefused("membership/no-report", "submit-report");
        In(Member).Ask(new SubmitReport(On("2026-02-01"))).Ask(new AcceptReport(On("2026-01-31"))).ThenRefused("membership/accepted-before-submission");
        In(Member).Ask(new SubmitReport(On("2026-02-01"))).Ask(new AcceptReport(On("2026-02-10"))).Ask(new AcceptReport(On("2026-02-11")))
            .ThenRefused("membership/no-report");
    }

    [Fact]
    public void Overdue_is_what_was_certainly_due_before_and_the_due_date_is_recorded()
    {
        In(Member).Ask(new NoteReportOverdue()).ThenHappened<ReportBecameOverdue>().And(city => Assert.Equal(On("2026-02-14"), city.Membership().ReportDueOn));
        In(Member).AsOf(context => context with { OccurredOn = On("2026-02-14") }).Ask(new NoteReportOverdue())
            .ThenRefused("membership/report-not-due", "14/2/2026", "14 February 2026");
        In(Member).AsOf(context => context with { OccurredOn = On("2026") }).Ask(new NoteReportOverdue()).ThenRefused("membership/report-not-due");
        In(Member).AsOf(context => context with { OccurredOn = On("2026-02-01") }).Ask(new NoteReportOverdue { DueOn = On("2026-01-31") })
            .ThenHappened<ReportBecameOverdue>();
    }

    [Fact]
    public void Nobody_is_overdue_while_nobody_knows_since_when() => Given(Registered, new MembershipRecognised("gnlc", DateOfRecord.Unknown))
        .Ask(new NoteReportOverdue()).ThenRefused("membership/report-due-unknown", "dueOn");

    [Fact]
    public void Reminders_of_one_report_are_kept_as_long_as_they_are_few() =>
        Given([.. UpTo(ReportOverdue), .. Enumerable.Repeat(new ReminderReceived("gnlc", On("2026-02-20"), null), 100)])
            .Ask(new RecordReminder(On("2026-02-21"))).ThenRefused("membership/too-many-reminders", "100");

    [Fact]
    public void A_cycle_that_changes_later_does_not_move_what_was_due() => In(ReportOverdue)
        .And(city => Assert.Equal(On("2026-02-14"), city.Membership().NextReportDue(LearningCities with { ReportCycleMonths = 60 })));

    [Fact]
    public void A_report_ends_reminders_and_the_delay() => In(ReportOverdue).Ask(new RecordReminder(On("2026-02-20"))).Ask(new SubmitReport(On("2026-03-01")))
        .And(city => Assert.Equal((Member, 0, On("2028-03-01")), (city.Membership().State, city.Membership().Reminders.Length, city.Membership().NextReportDue(LearningCities))));

    [Fact]
    public void A_member_in_good_standing_is_not_reminded() =>
        In(Member).Ask(new RecordReminder(On("2026-02-20"))).ThenRefused("membership/wrong-state", "Quá hạn báo cáo");

    [Fact]
    public void A_state_that_lasts_has_lasted_since_it_was_entered_first() => In(Member).Ask(new SubmitReport(On("2026-02-01")))
        .And(city => Assert.Equal(On("2024-02-14"), city.Membership().Since))
        .And(city => Assert.Equal(On("2024-02-14"), city.Membership().AsOf(new AsOf(new DateOnly(2026, 3, 1), null))!.Since));

    private static AssessCriterion Met(int number) => new(number, Met: true, On("2024-01")) { Evidence = Proof };
}
