using CityGrains.Domain.Clocks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Tests.Clocks.Shipped;

namespace CityGrains.Domain.Tests.Clocks;

/// <summary>What changes with a policy, a calendar or a rule, and what never does.</summary>
public class ChangeTests
{
    private static OfficeTerms Plan(string from, int days) => Book.TermsOf([], From(from, OfficePolicy.Usual with { PlanWithinDays = days }));

    [Fact]
    public void A_longer_policy_moves_what_is_not_due_yet()
    {
        Assert.Equal("2026-05-06", Due("plan", "2026-02-05"));
        Assert.Equal("2026-08-04", Due("plan", "2026-02-05", Plan("2026-05-06", 180)));
    }

    [Fact]
    public void What_was_due_the_day_before_the_change_stays_due_then() => Assert.Equal("2026-05-06", Due("plan", "2026-02-05", Plan("2026-05-07", 180)));

    [Fact]
    public void A_shorter_policy_makes_nothing_due_before_the_day_it_was_set() => Assert.Equal("2026-04-20", Due("plan", "2026-02-05", Plan("2026-04-20", 10)));

    [Fact]
    public void Days_off_announced_late_move_what_is_not_due_yet_and_nothing_else()
    {
        var eve = new CalendarYear(
            2026, [.. Worked.Years[2026].DaysOff, new DayOff(Day("2026-03-11"), new Sentence("Bão", "Storm"))], [], Announced: true, "Thông báo");
        Assert.Equal("2026-03-12", Due("opinion", "2026-03-02", Book.TermsOf(From("2026-03-10", eve), [])));
        Assert.Equal("2026-03-11", Due("opinion", "2026-03-02", Book.TermsOf(From("2026-03-12", eve), [])));
        Assert.Equal("2026-03-10", Due("opinion", "2026-02-27", Book.TermsOf(From("2026-03-10", eve), [])));
    }

    [Fact]
    public void A_year_that_an_office_replaced_stays_its_own_when_another_is_shipped_later()
    {
        var shipped = Book.Years.Add(new InForce<CalendarYear>(Day("2026-12-01"), new CalendarYear(2027, [], [], Announced: true, "Thông báo của Bộ Nội vụ")));
        var own = From("2026-11-01", new CalendarYear(2027, [new DayOff(Day("2027-03-03"), new Sentence("Nghỉ riêng", "Own day"))], [], Announced: true, "Thông báo của tỉnh"));

        Assert.False(OfficeTerms.Of(shipped, own, []).On(Day("2027-01-01")).Calendar.IsWorking(Day("2027-03-03")));
        Assert.True(OfficeTerms.Of(shipped, [], []).On(Day("2027-01-01")).Calendar.IsWorking(Day("2027-03-03")));
        Assert.True(OfficeTerms.Of(shipped, [], []).On(Day("2027-01-01")).Calendar.IsWorking(Day("2027-02-08")));
        Assert.False(OfficeTerms.Of(shipped, [], []).On(Day("2026-11-30")).Calendar.IsWorking(Day("2027-02-08")));
    }

    [Fact]
    public void Of_two_policies_set_on_one_day_the_last_holds()
    {
        InForce<OfficePolicy>[] twice = [.. From("2026-03-02", OfficePolicy.Usual with { PlanWithinDays = 10 }),
            .. From("2026-03-02", OfficePolicy.Usual with { PlanWithinDays = 20 })];
        Assert.Equal(20, Book.TermsOf([], twice).On(Day("2026-03-02")).Policy.PlanWithinDays);
        Assert.Equal(90, Book.TermsOf([], twice).On(Day("2026-03-01")).Policy.PlanWithinDays);
    }

    [Fact]
    public void A_new_rule_changes_the_clocks_that_start_from_its_day_on_and_none_that_run()
    {
        var rule = Rules.For("opinion", Day("2026-03-02"))!;
        var changed = ClockRules.Of(
            [rule with { ValidTo = Day("2026-06-30") }, rule with { ValidFrom = Day("2026-07-01"), Length = new ClockLength(10, ClockUnit.Working) }]);

        Assert.Equal(Day("2026-07-09"), changed.For("opinion", Day("2026-06-30"))!.Due(Day("2026-06-30"), Usual));
        Assert.Equal(Day("2026-07-15"), changed.For("opinion", Day("2026-07-01"))!.Due(Day("2026-07-01"), Usual));
    }

    [Theory]
    [InlineData("two rules are valid on one day", "2021-07-01", null)]
    [InlineData("validTo must not lie before validFrom", "2026-01-01", "2025-01-01")]
    public void Rules_that_contradict_each_other_are_refused_in_both_languages(string expected, string from, string? to)
    {
        var rule = Rules.For("opinion", Day("2026-03-02"))!;
        var wrong = Assert.Throws<FormatException>(() => ClockRules.Of([rule, rule with { ValidFrom = Day(from), ValidTo = to is null ? null : Day(to) }]));
        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
        Assert.Contains("quy định", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"rules": [{"code": "opinion", "what": {"vi": "a", "en": "a"}, "basis": {"vi": "a", "en": "a"}, "endedBy": ["x"]}]}""", "give length and unit")]
    [InlineData("""{"rules": [{"code": "tea", "length": 1, "unit": "working", "what": {"vi": "a", "en": "a"}, "basis": {"vi": "a", "en": "a"}, "endedBy": ["x"]}]}""", "the code must be one of")]
    [InlineData("""{"rules": [{"code": "opinion", "length": 1, "unit": "moons", "what": {"vi": "a", "en": "a"}, "basis": {"vi": "a", "en": "a"}, "endedBy": ["x"]}]}""", "clock-rules.json")]
    [InlineData("""{"rules": [{"code": "opinion", "length": 1, "unit": "working", "what": {"vi": "a", "en": "a"}, "endedBy": ["x"]}]}""", "basis")]
    [InlineData("""{"rules": [{"code": "opinion", "length": 1, "unit": "working", "what": {"vi": "a", "en": "a"}, "basis": {"vi": " ", "en": "a"}, "endedBy": ["x"]}]}""", "its basis is missing")]
    public void A_rule_without_a_length_a_known_code_or_a_basis_is_refused(string file, string expected)
    {
        using var rules = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file));
        using var years = new MemoryStream("""{"years": []}"""u8.ToArray());
        Assert.Contains(expected, Assert.Throws<FormatException>(() => Almanac.Parse(rules, years)).Message, StringComparison.Ordinal);
    }
}
