using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class MilestoneTests
{
    [Fact]
    public void A_milestone_is_met_on_its_day() => Given(UntilImplementing()).When(Ask.Meet(on: "2026-02")).ThenHappened<MilestoneMet>()
        .And(agreement => Assert.Equal((MilestoneStatus.Met, Asking.On("2026-02")), Standing(agreement, "c1-m1")));

    [Fact]
    public void Evidence_given_with_it_starts_the_implementation() => Given(UntilPlanned()).When(Ask.Meet(evidence: Photo))
        .ThenHappened(typeof(ImplementationStarted), typeof(MilestoneMet)).And(agreement => Assert.Equal(LegalState.Implementing, agreement.State));

    [Fact]
    public void Evidence_given_later_is_attached() => Given(UntilImplementing()).When(Ask.Meet(evidence: Photo))
        .ThenHappened(typeof(EvidenceAttached), typeof(MilestoneMet)).And(agreement => Assert.Equal("c1-m1", agreement.Evidence[^1].For));

    [Fact]
    public void Evidence_given_with_it_is_held_to_the_same_rules() =>
        Given(UntilImplementing()).When(Ask.Meet(evidence: Photo with { DatedOn = Asking.On("2027") })).ThenRefused("agreement/in-the-future");

    [Fact]
    public void Evidence_given_with_it_is_checked() =>
        Given(UntilImplementing()).When(Ask.Meet(evidence: Photo with { Title = "" })).ThenInvalid("evidence.title");

    [Fact]
    public void A_milestone_met_in_part_says_what_is_left() => Given(UntilImplementing()).When(Ask.MeetInPart()).ThenHappened<MilestonePartiallyMet>()
        .And(agreement => Assert.Equal(MilestoneStatus.PartiallyMet, agreement.Milestone("c1-m1")!.Status));

    [Fact]
    public void A_milestone_met_in_part_may_be_met_in_full() =>
        Given([.. UntilImplementing(), new MilestonePartiallyMet("c1-m1", Asking.On("2026-02"), "Còn 8 người")]).When(Ask.Meet()).ThenHappened<MilestoneMet>();

    [Fact]
    public void A_missed_milestone_says_why() => Given(UntilImplementing()).When(Ask.Miss()).ThenHappened<MilestoneMissed>()
        .And(agreement => Assert.Equal(MilestoneStatus.Missed, agreement.Milestone("c1-m1")!.Status));

    [Fact]
    public void A_waived_milestone_is_no_longer_owed() => Given(UntilImplementing()).When(Ask.Waive()).ThenHappened<MilestoneWaived>()
        .And(agreement => Assert.True(agreement.Commitments[0].IsSettled));

    [Fact]
    public void A_rescheduled_milestone_remembers_its_first_date() =>
        Given(UntilImplementing()).When(Ask.Reschedule(due: "2026-09")).ThenHappened<MilestoneRescheduled>()
        .And(agreement => Assert.Equal(Asking.On("2026-09"), agreement.Milestone("c1-m1")!.DueOn));

    [Fact]
    public void A_missed_milestone_is_open_again_once_rescheduled() =>
        Given([.. UntilImplementing(), new MilestoneMissed("c1-m1", Asking.On("2026-02"), "Hoãn")]).When(Ask.Reschedule()).ThenHappened<MilestoneRescheduled>()
            .And(agreement => Assert.Equal((MilestoneStatus.Open, null), Standing(agreement, "c1-m1")));

    [Fact]
    public void What_was_reached_in_part_is_not_lost_by_rescheduling() =>
        Given([.. UntilImplementing(), new MilestonePartiallyMet("c1-m1", Asking.On("2026-02"), "Còn 8 người")]).When(Ask.Reschedule())
            .ThenHappened<MilestoneRescheduled>()
            .And(agreement => Assert.Equal(50, agreement.DerivedPercent));

    [Fact]
    public void A_settled_milestone_is_not_settled_again() =>
        Given([.. UntilImplementing(commitments: 2), Met()]).When(Ask.Waive())
            .ThenRefused("agreement/milestone-settled", "Các mốc chưa xong: c2-m1", "Still owed: c2-m1");

    [Fact]
    public void Where_nothing_is_owed_the_refusal_says_what_comes_next() =>
        Given([.. UntilImplementing(), Met()]).When(Ask.Miss()).ThenRefused("agreement/milestone-settled", "hoàn thành", "complete the implementation");

    [Fact]
    public void An_unknown_milestone_is_answered_with_the_known_ones() => Given(UntilPlanned(commitments: 30)).When(Ask.Meet("c99"))
        .ThenRefused("agreement/no-such-milestone", "Các mốc: c1-m1, c2-m1", "c20-m1, … (30)");

    [Fact]
    public void Without_any_milestone_the_refusal_says_to_promise_something() =>
        Given(Legacy(LegalState.Planned)).When(Ask.Meet()).ThenRefused("agreement/no-such-milestone", "thêm cam kết", "add a commitment");

    [Fact]
    public void Nothing_is_met_without_a_plan() => Given(UntilInEffect()).When(Ask.Meet()).ThenRefused("agreement/not-planned");

    [Fact]
    public void Nothing_is_settled_ahead_of_its_day()
    {
        const string tomorrow = "2026-03-03";
        AgreementCommand[] early = [Ask.Meet(on: tomorrow), Ask.MeetInPart(on: tomorrow), Ask.Miss(on: tomorrow), Ask.Waive(on: tomorrow)];
        foreach (var command in early) Given(UntilPlanned()).When(command).ThenRefused("agreement/in-the-future");
    }

    [Fact]
    public void Each_act_on_a_milestone_names_it_its_day_and_its_ground()
    {
        Given(UntilPlanned()).When(new MeetMilestone("", default)).ThenInvalid("milestone", "metOn");
        Given(UntilPlanned()).When(new PartiallyMeetMilestone("", default, "")).ThenInvalid("milestone", "assessedOn", "remaining");
        Given(UntilPlanned()).When(new MissMilestone("", default, "")).ThenInvalid("milestone", "assessedOn", "ground");
        Given(UntilPlanned()).When(new WaiveMilestone("", default, "")).ThenInvalid("milestone", "waivedOn", "ground");
        Given(UntilPlanned()).When(new RescheduleMilestone("", default, "")).ThenInvalid("milestone", "dueOn", "ground");
    }

    private static (MilestoneStatus Status, DateOfRecord? SettledOn) Standing(Agreement agreement, string milestone) =>
        (agreement.Milestone(milestone)!.Status, agreement.Milestone(milestone)!.SettledOn);
}
