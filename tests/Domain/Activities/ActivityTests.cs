using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using CityGrains.Domain.Tests.Histories;
using FsCheck;
using FsCheck.Fluent;
using static CityGrains.Domain.Tests.Asking;

namespace CityGrains.Domain.Tests.Activities;

public sealed class ActivityTests
{
    private static readonly Days March = new(On("2022-03-24"), On("2022-03-25"));
    private static readonly ActivityPlanned Planned = new(
        ActivityKind.Conference, "Gặp gỡ Thanh Hóa – Hàn Quốc", "Cục Ngoại vụ", "Cục Ngoại vụ", March, null, International: true);
    private static readonly ActivityHeld Held = new(
        March, new Place("Thanh Hóa", new Country("VN", "Việt Nam")), [new Reach("đại biểu", 500, Qualifier.Nearly)]);
    private static readonly PlanActivity Plan = new(ActivityKind.Conference, Planned.Title, "Cục Ngoại vụ", "Cục Ngoại vụ", March) { International = true };

    [Fact]
    public void An_activity_is_planned_held_and_reported()
    {
        Given().When(Plan).ThenHappened<ActivityPlanned>().And(
            activity => Assert.Equal((ActivityState.Planned, true), (activity.State, activity.International)));
        Given(Planned).When(new ApplyForActivity(On("2022-02-20"))).ThenHappened<ActivityApplied>()
            .And(activity => Assert.Equal(On("2022-02-20"), activity.AppliedOn));
        Given(Planned).When(new HoldActivity(March) { Reach = Held.Reach }).ThenHappened<ActivityHeld>()
            .And(activity => Assert.Equal(Held.Reach, activity.Reach));
        Given(Planned, Held).When(new RecordActivityResult("Ký 8 bản ghi nhớ", On("2022-04-08"))).When(new RecordActivityResult("Thêm 2", On("2022-05")))
            .And(activity => Assert.Equal((ActivityState.Reported, On("2022-04-08"), 2), (activity.State, activity.ResultReportedOn, activity.Results.Length)));
    }

    [Fact]
    public void What_is_planned_is_put_off_or_moved_and_what_was_held_is_not()
    {
        var may = new Days(On("2022-05"));
        Given(Planned).When(new RescheduleActivity(may, "Khách mời đổi lịch")).ThenHappened<ActivityRescheduled>()
            .And(activity => Assert.Equal((ActivityState.Planned, may), (activity.State, activity.Days)));
        Given(Planned).When(new RescheduleActivity(March, "Hội trường sửa chữa") { Place = Held.Place }).ThenHappened<ActivityRescheduled>()
            .And(activity => Assert.Equal((March, Held.Place), (activity.Days, activity.Place)));
        Given(Planned, Held).When(new RescheduleActivity(may, "x")).ThenRefused("activity/wrong-state", "Dự kiến");
        Given(Planned).When(new RescheduleActivity(new Days(On("2022-05-02"), On("2022-05-01")), "")).ThenInvalid("days.to", "ground");
    }

    [Fact]
    public void What_is_so_already_changes_nothing()
    {
        Given(Planned).When(Plan).ThenUnchanged();
        Given(Planned).When(new RescheduleActivity(March, "x")).ThenUnchanged();
        Given(Planned, new ActivityApplied(On("2022-02"), null)).When(new ApplyForActivity(On("2022-02"))).ThenUnchanged();
        Given(Planned, new ActivityRelated("agr-1", null)).When(new RelateActivity { Agreement = "agr-1" }).ThenUnchanged();
        Given(Planned, new ActivityRelated(null, "vn-vinh")).When(new RelateActivity { City = "vn-vinh" }).ThenUnchanged();
    }

    [Fact]
    public void What_the_state_forbids_is_refused_with_what_it_needs()
    {
        Given(Planned, new ActivityCancelled("Bão")).When(new HoldActivity(March)).ThenRefused("activity/wrong-state", "Dự kiến", "Planned");
        Given(Planned).When(new RecordActivityResult("x", On("2022-04"))).ThenRefused("activity/wrong-state", "Đã tổ chức");
        Given(Planned, Held).When(new CancelActivity("x")).ThenRefused("activity/wrong-state");
        Given(Planned).When(Plan with { Title = "Khác" }).ThenRefused("activity/already-exists", "Thanh Hóa");
        Given().When(new CancelActivity("x")).ThenRefused("activity/not-found");
        Of("Thanh Hóa").When(Plan).ThenRefused("activity/bad-id");
    }

    [Fact]
    public void Nothing_is_recorded_ahead_of_time_or_out_of_order()
    {
        Given(Planned).When(new HoldActivity(new Days(On("2026-03-01"), On("2026-03-05")))).ThenRefused("activity/in-the-future", "days.to");
        Given(Planned).When(new ApplyForActivity(On("2027"))).ThenRefused("activity/in-the-future");
        Given(Planned, Held).When(new RecordActivityResult("x", On("2022-03-23"))).ThenRefused("activity/reported-before-held");
        Given(Planned).When(new HoldActivity(new Days(On("2022-03-25"), On("2022-03-24")))).ThenInvalid("days.to");
    }

    [Fact]
    public void Lists_in_it_are_bounded()
    {
        Given([Planned, .. Enumerable.Range(0, 200).Select(n => new ActivityRelated(null, $"vn-{n}"))]).When(new RelateActivity { City = "vn-200" })
            .ThenRefused("activity/too-many");
        Given(Planned).When(new RelateActivity()).ThenInvalid("agreement");
        Given(Planned).When(new HoldActivity(March) { Reach = [new Reach("", -1, (Qualifier)9)] })
            .ThenInvalid("reach[0].what", "reach[0].qualifier", "reach[0].value");
    }

    [Fact]
    public void Two_sources_that_name_different_days_stay_side_by_side() => Given(Planned, Held)
        .AsOf(FromAList).When(new AssertActivityClaim(new Assertion("heldOn", "24–25/3") { Date = On("2022-03-24") }))
        .When(new AssertActivityClaim(new Assertion("heldOn", "25/3") { Date = On("2022-03-25") }))
        .And(activity => Assert.True(Assert.Single(activity.ClaimedFacts).Conflicting))
        .When(new ResolveActivityClaim("heldOn", "Đối chiếu chương trình") { Holds = "k1" }).ThenHappened<ActivityClaimResolved>()
        .And(activity => Assert.False(Assert.Single(activity.ClaimedFacts).Conflicting));

    [Theory]
    [InlineData("2022-03-24", "2022-03-25", "2022-03-25", null, true)]
    [InlineData("2022-03-24", "2022-03-25", "2022-03-26", null, false)]
    [InlineData("2022-03-24", null, null, "2022-03-24", true)]
    [InlineData("2022-03-24", null, null, "2022-03-23", false)]
    [InlineData("2022", null, "2022-06-01", "2022-06-30", true)]
    public void Days_touch_others_unless_that_cannot_be(string from, string? to, string? first, string? last, bool touch) =>
        Assert.Equal(touch, new Days(On(from), to is null ? null : On(to)).MayTouch(Day(first), Day(last)));

    [Fact]
    public void Whatever_is_asked_the_record_stays_sound_and_any_part_of_it_folds() => Prop.ForAll(
        History.Of(Commands), Arb.From(Gen.Choose(0, int.MaxValue)), (commands, seed) =>
    {
        var live = Activity.Unrecorded("act-1");
        var history = new List<Happening<ActivityEvent>>();
        foreach (var command in commands)
        {
            foreach (var e in History.Answered(() => ActivityDecider.Decide(live, command, Grounded(Today))).Events)
            {
                history.Add(Grounded(Today).Told(e));
                live = Activity.Evolve(live, history[^1]);
            }

            Assert.Equal(history.Count, live.Version);
            Assert.Equal(live.Exists, live.State is not ActivityState.Unrecorded);
            Assert.Equal(live.Cities.Length, live.Cities.Distinct().Count());
        }

        History.Same(live, Activity.AsOf("act-1", history, new AsOf(Today.Today, Today.Now)));
        Assert.NotNull(history.Where((_, place) => ((seed >> (place % 30)) & 1) == 1).Aggregate(Activity.Unrecorded("act-1"), Activity.Evolve).Id);
    }).Check(Checking.Of(300));

    private static Gen<ActivityCommand> Commands => Gen.Frequency(
        (3, Gen.Elements<ActivityCommand>(
            Plan, new ApplyForActivity(On("2022-02")), new RescheduleActivity(new Days(On("2022-05")), "x"), new HoldActivity(March),
            new RecordActivityResult("x", On("2022-04")), new CancelActivity("x"),
            new RelateActivity { Agreement = "agr-1" }, new RelateActivity { City = "vn-vinh" }, new AssertActivityClaim(new Assertion("heldOn", "25/3")),
            new ResolveActivityClaim("heldOn", "x") { Holds = "k1" })),
        (2, Anything.OneOf<ActivityCommand>(Anything.CommandsOf<ActivityCommand>())));

    private static DateOnly? Day(string? day) => day is null ? null : On(day).Earliest;

    private static Story<Activity, ActivityCommand, ActivityEvent> Of(string id) => new(Activity.Unrecorded(id), ActivityDecider.Decide, Activity.Evolve);

    private static Story<Activity, ActivityCommand, ActivityEvent> Given(params ActivityEvent[] happened) => Of("act-1").Given(happened);
}
