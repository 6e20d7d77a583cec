using CityGrains.Domain.Clocks;
using static CityGrains.Domain.Tests.Clocks.Shipped;

namespace CityGrains.Domain.Tests.Clocks;

public class CountingTests
{
    [Theory]
    [InlineData("opinion", "2026-03-02", "2026-03-11")] // Monday: seven working days, the day itself not counted
    [InlineData("opinion", "2026-03-06", "2026-03-17")] // Friday
    [InlineData("opinion", "2026-03-07", "2026-03-17")] // Saturday counts from Monday on as well
    [InlineData("opinion", "2026-02-12", "2026-03-02")] // over Tết: 13, 23–27 February, 2 March
    [InlineData("opinion", "2026-02-17", "2026-03-03")] // started on the first day of the year
    [InlineData("opinion", "2025-04-24", "2025-05-07")] // 25, the swapped Saturday 26, 28, 29 April; 5, 6, 7 May
    [InlineData("opinion", "2024-04-25", "2024-05-08")] // 26 April; 2, 3, the swapped Saturday 4, 6, 7, 8 May
    [InlineData("opinion", "2025-12-29", "2026-01-09")] // over New Year with 2 January swapped
    [InlineData("opinion", "2024-02-22", "2024-03-04")] // over 29 February
    [InlineData("opinion-reduced", "2026-03-02", "2026-03-05")]
    [InlineData("opinion-reduced", "2026-04-24", "2026-05-04")] // Hùng Kings, 30 April, 1 May
    [InlineData("chair-decision", "2026-03-02", "2026-03-18")] // five after seven
    [InlineData("prime-minister-decision", "2026-08-26", "2026-09-09")] // National Day with 31 August swapped
    [InlineData("report-to-prime-minister", "2026-03-02", "2026-03-17")]
    [InlineData("report-to-prime-minister", "2026-02-01", "2026-02-23")] // the 16th is the eve of Tết: the next working day
    [InlineData("report-to-prime-minister", "2026-01-31", "2026-02-23")] // the 15th is a Sunday, and Tết follows
    [InlineData("report-to-prime-minister", "2024-02-14", "2024-02-29")]
    [InlineData("report-to-prime-minister", "2023-02-14", "2023-03-01")]
    [InlineData("report-to-prime-minister", "2024-12-31", "2025-01-15")]
    [InlineData("report-to-prime-minister", "2026-01-26", "2026-02-10")]
    [InlineData("copy-to-mofa", "2025-04-17", "2025-05-05")] // 2 May is swapped away, then a weekend
    [InlineData("copy-to-mofa", "2025-04-11", "2025-04-26")] // a Saturday that is worked
    [InlineData("copy-to-foreign-affairs-office", "2021-07-01", "2021-07-16")]
    [InlineData("notify-change", "2026-03-13", "2026-03-30")] // the 28th is a Saturday
    [InlineData("rename-only", "2025-08-01", "2027-02-28")] // a Sunday: a day somebody named is not moved
    [InlineData("rename-only", "2027-02-28", "2027-02-28")]
    [InlineData("annual-report", "2026-01-01", "2026-11-15")] // a Sunday
    [InlineData("annual-plan", "2027-06-30", "2027-11-15")]
    [InlineData("plan", "2026-02-05", "2026-05-06")] // 90 days
    [InlineData("plan", "2025-11-19", "2026-02-23")] // 17 February 2026 is the first day of the lunar year
    [InlineData("milestone", "2026-02-17", "2026-02-17")]
    [InlineData("commitment", "2026-12-31", "2026-12-31")]
    [InlineData("term", "2028-02-29", "2028-02-29")]
    [InlineData("stalled", "2024-02-29", "2024-08-27")]
    [InlineData("silent", "2025-08-19", "2026-02-15")] // a Sunday: an observation is not moved
    [InlineData("request", "2026-04-30", "2026-04-30")]
    [InlineData("conference-application", "2026-03-24", "2026-02-13")] // thirty days ahead is Sunday before Tết: handed in on Friday
    [InlineData("conference-application-prime-minister", "2026-04-10", "2026-02-27")]
    [InlineData("conference-report", "2026-03-25", "2026-04-09")]
    [InlineData("network-report", "2026-02-14", "2026-02-14")] // a Saturday: the day follows from the network's cycle, not from office hours
    public void A_clock_is_due(string code, string trigger, string due) => Assert.Equal(due, Due(code, trigger));

    [Fact]
    public void Every_rule_has_a_date_above()
    {
        var tested = typeof(CountingTests).GetMethod(nameof(A_clock_is_due))!.GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Cast<InlineDataAttribute>().Select(data => (string)data.Data[0]!).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(Rules.All.Select(rule => rule.Code).Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
        Assert.Equal(ClockCodes.All.Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("opinion", "2021-06-30")] // the law came into force on 1 July 2021
    [InlineData("report-to-prime-minister", "2019-02-14")]
    [InlineData("rename-only", "2027-03-01")] // the exemption has ended
    [InlineData("rename-only", "2025-06-30")]
    [InlineData("conference-report", "2020-04-14")]
    public void A_clock_that_starts_while_no_rule_is_valid_has_no_deadline(string code, string trigger) => Assert.Null(Due(code, trigger));

    [Fact]
    public void A_clock_that_starts_at_the_end_of_time_is_due_then() => Assert.Equal("9999-12-31", Due("plan", "9999-12-31"));
}
