using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Cities.MembershipState;
using static CityGrains.Domain.Tests.Asking;
using static CityGrains.Domain.Tests.Cities.Told;

namespace CityGrains.Domain.Tests.Cities;

public sealed class MembershipTests
{
    /// <summary>Each step of the table, with what asks for it.</summary>
    public static TheoryData<MembershipState, MembershipState, MembershipCommand> Steps => new()
    {
        { Unrecorded, Preparing, new StartApplication() },
        { Preparing, Preparing, new ReviseDossier("Viết lại") { Whole = true } },
        { Preparing, CityEndorsed, new EndorseAsMayor("Chủ tịch UBND") },
        { Preparing, Abandoned, new AbandonApplication("Đổi ưu tiên") },
        { CityEndorsed, NatComReview, new SubmitToNationalCommission() },
        { NatComReview, NatComReview, new EndorseByNationalCommission { Reference = "34/UBQG" } },
        { NatComReview, NotEndorsed, new DeclineByNationalCommission("Đủ hồ sơ") },
        { UnderReview, UnderReview, new AssessCriterion(7, Met: true, On("2024-01")) { Evidence = Proof } },
        { UnderReview, Member, new RecogniseMembership(On("2024-02-14")) },
        { UnderReview, NotSelected, new DeclineApplication("Thiếu số liệu") },
        { Unrecorded, Member, new RecogniseMembership(On("2020")) },
        { Member, ReportOverdue, new NoteReportOverdue() },
        { Member, Member, new SubmitReport(On("2026-02-01")) },
        { Member, Withdrawn, new WithdrawMembership("Theo nguyện vọng") },
        { Member, Transferred, new TransferMembership("vn-to-hieu", On("2025-07-01")) },
        { ReportOverdue, ReportOverdue, new RecordReminder(On("2026-02-20")) },
        { ReportOverdue, Member, new SubmitReport(On("2026-03-01")) },
        { ReportOverdue, Inactive, new InactivateMembership("Không báo cáo") },
        { ReportOverdue, Removed, new RemoveMembership("Không phản hồi") },
        { Inactive, Inactive, new RecordReminder(On("2026-02-20")) },
        { Inactive, Member, new ReinstateMembership("Đã nộp bù") },
        { Inactive, Removed, new RemoveMembership("Không phản hồi") },
        { Inactive, Withdrawn, new WithdrawMembership("Theo nguyện vọng") },
        { NotEndorsed, Preparing, new ReopenApplication("Đợt sau") },
        { NotSelected, Preparing, new ReopenApplication("Đợt sau") },
        { Abandoned, Preparing, new ReopenApplication("Đợt sau") },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_of_the_table_leads_where_it_says(MembershipState from, MembershipState to, MembershipCommand command) =>
        In(from).AsOf(FromAList).Ask(command).And(city => Assert.Equal(to, city.Membership().State));

    [Fact]
    public void Every_other_step_is_refused_with_the_way_there()
    {
        foreach (var (command, from) in Steps.Select(row => row.Data).GroupBy(step => step.Item3.GetType())
            .Select(steps => (steps.First().Item3, steps.Select(step => step.Item1).ToHashSet())))
        {
            var also = command is AssessCriterion ? MembershipLifecycle.Assessed : [];
            foreach (var state in Enum.GetValues<MembershipState>().Where(state => !from.Contains(state) && !also.Contains(state)))
            {
                if (AsksForWhatIs(command, state)) continue;
                In(state).AsOf(FromAList).Ask(command).ThenRefused("membership/wrong-state", MembershipLifecycle.Vietnamese(state), "This needs the state");
            }
        }
    }

    [Fact]
    public void The_table_and_the_acts_allow_the_same_steps()
    {
        var acts = Steps.Select(row => row.Data).Where(step => step.Item1 != step.Item2).Select(step => (step.Item1, step.Item2))
            .Append((NatComReview, UnderReview)); // after the endorsement
        var table = from one in Enum.GetValues<MembershipState>() from other in Enum.GetValues<MembershipState>() where MembershipLifecycle.Allows(one,
            other) select (one, other);
        Assert.Equal(table.Order(), acts.Distinct().Order());
    }

    [Fact]
    public void The_way_to_a_state_is_told() =>
        In(Preparing).AsOf(FromAList).Ask(new RecogniseMembership(On("2024"))).ThenRefused("membership/wrong-state",
            "Đi qua: Thành phố đã ký → Ủy ban quốc gia xem xét → Chuyên gia thẩm định", "The way there: CityEndorsed → NatComReview → UnderReview");

    [Fact]
    public void Unesco_takes_what_the_national_commission_endorsed()
    {
        In(NatComReview).Ask(new SubmitToUnesco()).ThenRefused("membership/not-nationally-endorsed", "endorse-nationally");
        In(NatComReview).Ask(new EndorseByNationalCommission()).Ask(new SubmitToUnesco()).ThenHappened<SubmittedToUnesco>()
            .And(city => Assert.Equal(UnderReview, city.Membership().State));
    }

    [Fact]
    public void An_application_taken_up_again_is_endorsed_anew() =>
        In(NotSelected).Ask(new ReopenApplication("Đợt sau")).Ask(new EndorseAsMayor("Chủ tịch")).Ask(new SubmitToNationalCommission())
            .Ask(new SubmitToUnesco()).ThenRefused("membership/not-nationally-endorsed");

    [Fact]
    public void A_recognition_keeps_its_date_as_exactly_as_the_source_has_it_and_needs_one()
    {
        In(Unrecorded).Ask(new RecogniseMembership(On("2020"))).ThenRefused("membership/source-missing", "source.title");
        In(Unrecorded).AsOf(FromAList).Ask(new RecogniseMembership(On("2020"))).And(city => Assert.Equal(On("2020"), city.Membership().RecognisedOn));
        In(Unrecorded).AsOf(FromAList).Ask(new RecogniseMembership(On("2027"))).ThenRefused("membership/in-the-future");
        In(Unrecorded).AsOf(FromAList).Ask(new RecogniseMembership(DateOfRecord.Unknown)).ThenInvalid("recognisedOn");
    }

    [Fact]
    public void What_is_so_already_changes_nothing()
    {
        In(Preparing).Ask(new StartApplication()).ThenUnchanged();
        In(Member).Ask(new RecogniseMembership(On("2024-02-14"))).ThenUnchanged();
        In(Transferred).Ask(new TransferMembership("vn-to-hieu", On("2025-07-01"))).ThenUnchanged();
    }

    [Fact]
    public void A_membership_in_one_network_says_nothing_of_another() => In(Member)
        .When(new StartApplication { Network = LearningCities with { Id = "uccn" } }).ThenHappened<ApplicationStarted>()
        .And(city => Assert.Equal([("gnlc", Member), ("uccn", Preparing)], city.Memberships.Select(membership => (membership.Network, membership.State))));

    [Fact]
    public void A_network_nobody_knows_is_told() => Given(Registered).When(new StartApplication()).ThenInvalid("network");

    [Fact]
    public void A_city_that_ended_applies_no_more() =>
        Given(Registered, new CityDissolved(On("2025-07-01"), "Kết thúc hoạt động", null)).Ask(new StartApplication())
            .ThenRefused("membership/city-ended", "kế thừa", "successor");

    [Fact]
    public void Nothing_of_a_member_happens_before_its_recognition()
    {
        In(Member).Ask(new SubmitReport(On("2024-01"))).ThenRefused("membership/before-recognition", "14/2/2024", "14 February 2024");
        In(Member).AsOf(context => context with { OccurredOn = On("2023") }).Ask(new WithdrawMembership("x"))
            .ThenRefused("membership/before-recognition", "occurredOn");
    }

    private static bool AsksForWhatIs(MembershipCommand command, MembershipState state) => (command, state) switch
    {
        (StartApplication, Preparing) or (RecogniseMembership, Member) or (TransferMembership, Transferred) => true,
        _ => false,
    };
}
