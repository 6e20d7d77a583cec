using System.Globalization;
using CityGrains.Domain.Clocks;
using static CityGrains.Domain.Tests.Clocks.Shipped;

namespace CityGrains.Domain.Tests.Clocks;

public class CalendarTests
{
    [Theory]
    [InlineData("2020-01-25")]
    [InlineData("2021-02-12")]
    [InlineData("2022-02-01")]
    [InlineData("2023-01-22")]
    [InlineData("2024-02-10")]
    [InlineData("2025-01-29")]
    [InlineData("2026-02-17")]
    [InlineData("2027-02-06")]
    [InlineData("2028-01-26")]
    [InlineData("2029-02-13")]
    [InlineData("2030-02-02")]
    [InlineData("2031-01-23")]
    [InlineData("2032-02-11")]
    [InlineData("2033-01-31")]
    [InlineData("2034-02-19")]
    [InlineData("2035-02-08")]
    public void Tet_is_off_around_the_first_day_of_the_lunar_year(string newYear)
    {
        var first = Day(newYear);
        var off = Worked.Years[first.Year].DaysOff.Where(off => off.Name.Vi == "Tết Nguyên đán").Select(off => off.Day).ToList();
        Assert.Equal(5, off.Count);
        Assert.Equal(4, off[^1].DayNumber - off[0].DayNumber); // five days on end
        Assert.InRange(first.DayNumber - off[0].DayNumber, 1, 2);
        for (var day = first.AddDays(-1); day <= first.AddDays(2); day = day.AddDays(1)) Assert.False(Worked.IsWorking(day), $"{day}");
    }

    [Fact]
    public void The_lunar_days_are_those_of_the_Chinese_calendar_but_where_Vietnams_midnight_tells_otherwise()
    {
        var chinese = new ChineseLunisolarCalendar();
        foreach (var year in Worked.Years.Values)
        {
            var kings = year.DaysOff.Single(off => off.Name.Vi == "Giỗ Tổ Hùng Vương").Day;
            Assert.Equal(Of(chinese, year.Year, 3, 10), kings);

            var tet = year.DaysOff.Where(off => off.Name.Vi == "Tết Nguyên đán").Select(off => off.Day).ToList();
            var first = Of(chinese, year.Year, 1, 1);
            if (year.Year == 2030) first = first.AddDays(-1); // the new moon of 2 February 2030, 23:07 in Hà Nội and past midnight in Beijing
            Assert.Contains(first, tet);
            Assert.Contains(first.AddDays(2), tet);
        }
    }

    [Theory]
    [InlineData("2020-01-22", "2020-01-30")]
    [InlineData("2021-02-09", "2021-02-17")]
    [InlineData("2022-01-28", "2022-02-07")]
    [InlineData("2023-01-19", "2023-01-27")]
    [InlineData("2024-02-07", "2024-02-15")]
    [InlineData("2025-01-24", "2025-02-03")]
    [InlineData("2026-02-13", "2026-02-23")]
    [InlineData("2020-09-01", "2020-09-03")] // one day only, until the Labour Code of 2019
    [InlineData("2021-09-01", "2021-09-06")]
    [InlineData("2022-08-31", "2022-09-05")]
    [InlineData("2023-08-31", "2023-09-05")]
    [InlineData("2024-08-30", "2024-09-04")]
    [InlineData("2025-08-29", "2025-09-03")]
    [InlineData("2026-08-28", "2026-09-03")] // with 31 August swapped
    [InlineData("2021-04-29", "2021-05-04")] // 1 May on a Saturday: the Monday in its stead
    [InlineData("2022-04-29", "2022-05-04")]
    [InlineData("2023-04-28", "2023-05-04")]
    [InlineData("2024-04-26", "2024-05-02")] // with 29 April swapped
    [InlineData("2025-04-29", "2025-05-05")] // with 2 May swapped
    [InlineData("2025-12-31", "2026-01-05")] // with 2 January swapped
    [InlineData("2022-04-08", "2022-04-12")] // Hùng Kings on a Sunday
    [InlineData("2026-04-24", "2026-04-28")]
    public void The_days_announced_are_off(string lastBefore, string firstAfter)
    {
        Assert.True(Worked.IsWorking(Day(lastBefore)));
        Assert.Equal(Day(firstAfter), Worked.After(Day(lastBefore), 1));
    }

    [Theory]
    [InlineData("2024-05-04")]
    [InlineData("2025-04-26")]
    [InlineData("2026-01-10")]
    [InlineData("2026-08-22")]
    public void A_Saturday_swapped_for_another_day_is_worked(string saturday)
    {
        Assert.Equal(DayOfWeek.Saturday, Day(saturday).DayOfWeek);
        Assert.True(Worked.IsWorking(Day(saturday)));
        Assert.False(Worked.IsWorking(Day(saturday).AddDays(7)));
    }

    [Fact]
    public void Every_year_from_2020_to_2035_says_where_its_days_come_from_and_whether_they_are_announced()
    {
        Assert.Equal(Enumerable.Range(2020, 16), Worked.Years.Keys);
        Assert.All(Worked.Years.Values, year => Assert.False(string.IsNullOrWhiteSpace(year.Source)));
        Assert.All(Worked.Years.Values, year => Assert.Equal(year.Year <= 2026, year.Announced));
        Assert.All(Worked.Years.Values, year => Assert.Empty(CalendarYear.Faults(year)));
    }

    [Fact]
    public void By_the_law_each_year_has_as_many_working_days_off_as_it_has_holidays()
    {
        foreach (var year in Worked.Years.Values.Where(year => !year.Announced))
            Assert.Equal(11, year.DaysOff.Count(off => !WorkingCalendar.IsWeekend(off.Day)));
    }

    [Fact]
    public void A_year_nobody_shipped_has_its_weekends_and_the_holidays_of_the_Gregorian_calendar()
    {
        Assert.False(Worked.IsWorking(Day("2041-01-01")));
        Assert.False(Worked.IsWorking(Day("2041-04-30")));
        Assert.False(Worked.IsWorking(Day("2041-01-05"))); // a Saturday
        Assert.True(Worked.IsWorking(Day("2041-01-02")));
    }

    [Fact]
    public void A_year_replaced_is_another_and_the_rest_stays()
    {
        var replaced = Worked.With(new CalendarYear(2027, [], [], Announced: true, "Thông báo"));
        Assert.True(replaced.IsWorking(Day("2027-02-08")));
        Assert.False(Worked.IsWorking(Day("2027-02-08")));
        Assert.False(replaced.IsWorking(Day("2026-02-17")));
    }

    private static DateOnly Of(ChineseLunisolarCalendar calendar, int year, int month, int day)
    {
        var leap = calendar.GetLeapMonth(year); // the 13-month year's months after it count one further
        return DateOnly.FromDateTime(calendar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }
}
