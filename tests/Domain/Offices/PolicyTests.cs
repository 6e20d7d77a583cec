using CityGrains.Domain.Clocks;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Tests.Offices;

/// <summary>What an office sets for itself: policy, calendar, functions. Asked on the day of <see cref="Asking.Today"/>.</summary>
public sealed class PolicyTests
{
    private static readonly OfficeRegistered Registered = new(new OfficeName("Sở Ngoại vụ"), OfficeLevel.Department, null);
    private static readonly OfficePolicy Strict = new(30, 60, 90, 60);
    private static readonly CalendarYear Year = new(
        2027, [new DayOff(new DateOnly(2027, 2, 5), new Sentence("Tết", "Tết"))], [new DateOnly(2027, 2, 13)], Announced: true, "Thông báo");

    private static DateOnly Now => Asking.Today.Today;

    [Fact]
    public void A_policy_holds_from_the_day_it_is_set() => Given(Registered).AsOf(Reasoned).When(new SetOfficePolicy(Strict)).ThenHappened<OfficePolicySet>()
        .And(office => Assert.Equal([new InForce<OfficePolicy>(Now, Strict)], office.Policies));

    [Fact]
    public void A_policy_may_hold_from_a_later_day_and_gives_way_to_one_for_the_same_day()
    {
        var later = Now.AddDays(30);
        Given(Registered, new OfficePolicySet(OfficePolicy.Usual, later)).AsOf(Reasoned).When(new SetOfficePolicy(Strict) { From = later })
            .ThenHappened<OfficePolicySet>()
            .And(office => Assert.Equal([new InForce<OfficePolicy>(later, Strict)], office.Policies));
        Given(Registered, new OfficePolicySet(OfficePolicy.Usual, later)).AsOf(Reasoned).When(new SetOfficePolicy(Strict)).ThenHappened<OfficePolicySet>()
            .And(office => Assert.Equal([Now, later], office.Policies.Select(policy => policy.From)));
    }

    [Fact]
    public void The_policy_that_holds_is_no_new_policy() =>
        Given(Registered, new OfficePolicySet(Strict, Now.AddDays(-9))).AsOf(Reasoned).When(new SetOfficePolicy(Strict)).ThenUnchanged();

    [Fact]
    public void A_policy_does_not_change_what_was_due() =>
        Given(Registered).AsOf(Reasoned).When(new SetOfficePolicy(Strict) { From = Now.AddDays(-1) }).ThenRefused("office/in-the-past", "from", "from");

    [Fact]
    public void A_policy_is_set_for_a_reason() => Given(Registered).When(new SetOfficePolicy(Strict)).ThenRefused("office/reason-missing", "lý do", "reason");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3651)]
    [InlineData(int.MaxValue)]
    public void A_policy_counts_days_between_one_and_ten_years(int days) =>
        Given(Registered).AsOf(Reasoned).When(new SetOfficePolicy(new OfficePolicy(days, days, days, days)))
        .ThenInvalid("policy.planWithinDays", "policy.silentAfterDays", "policy.expiringWithinDays", "policy.stalledAfterDays");

    [Fact]
    public void A_policy_must_be_there() => Given(Registered).When(new SetOfficePolicy(null!)).ThenInvalid("policy");

    [Fact]
    public void A_year_is_replaced_from_today_on() => Given(Registered).When(new ReplaceCalendar(Year)).ThenHappened<CalendarReplaced>()
        .And(office => Assert.Equal((Now, Year), office.Calendars.Select(year => (year.From, year.Value)).Single()));

    [Fact]
    public void The_same_year_again_changes_nothing_and_the_old_one_after_another_does()
    {
        Given(Registered, new CalendarReplaced(Year, Now)).When(new ReplaceCalendar(Year with { DaysOff = [.. Year.DaysOff] })).ThenUnchanged();
        Given(Registered, new CalendarReplaced(Year, Now), new CalendarReplaced(Year with { WorkedDays = [] }, Now)).When(new ReplaceCalendar(Year))
            .ThenHappened<CalendarReplaced>();
    }

    [Fact]
    public void A_calendar_must_be_sound() => Given(Registered).When(new ReplaceCalendar(Year with { WorkedDays = [new DateOnly(2027, 2, 12)], Source = "" }))
        .ThenInvalid("calendar.workedDays[0]", "calendar.source");

    [Fact]
    public void A_function_is_listed_once() =>
        Given(Registered, Added(1, "Chuyên viên")).When(new AddPerson(" Chuyên viên ", OfficeRole.Officer)).ThenUnchanged();

    [Fact]
    public void A_function_gets_an_id_no_other_had() =>
        Given(Registered, Added(1, "Chuyên viên"), new PersonRemoved(new OfficePerson("p1", "Chuyên viên", OfficeRole.Officer)))
            .When(new AddPerson("Giám đốc", OfficeRole.Leader)).ThenHappened<PersonAdded>()
        .And(office => Assert.Equal([new OfficePerson("p2", "Giám đốc", OfficeRole.Leader)], office.People));

    [Fact]
    public void Functions_have_an_end() => Given([Registered, .. Enumerable.Range(1, Office.MostPeople).Select(n => Added(n, $"Chức danh {n}"))])
        .When(new AddPerson("Thêm một", OfficeRole.Officer)).ThenRefused("office/too-many-people");

    [Fact]
    public void Only_a_function_that_is_there_is_removed()
    {
        Given(Registered).When(new RemovePerson("p1")).ThenRefused("office/no-such-person", "chưa có", "none yet");
        Given(Registered, Added(1, "Giám đốc")).When(new RemovePerson("p2")).ThenRefused("office/no-such-person", "p1 (Giám đốc)", "p1 (Giám đốc)");
    }

    private static CommandContext Reasoned(CommandContext context) => context with { Reason = "Kết luận giao ban" };

    private static PersonAdded Added(int number, string function) => new PersonAdded(new OfficePerson($"p{number}", function, OfficeRole.Officer));

    private static Story<Office, OfficeCommand, OfficeEvent> Given(params OfficeEvent[] happened) => OfficeStory.Of("so-ngoai-vu-son-la").Given(happened);
}
