using CityGrains.Api.Pages.Reading;

namespace CityGrains.Api.Tests.Pages;

public class WrittenDayTests
{
    [Theory]
    [InlineData("3/2/2026", "2026-02-03")] // the third of February, in whatever browser
    [InlineData("03/02/2026", "2026-02-03")]
    [InlineData(" 3.2.2026 ", "2026-02-03")]
    [InlineData("3-2-2026", "2026-02-03")]
    [InlineData("2/2026", "2026-02")]
    [InlineData("3/2/2026 9:05", "2026-02-03T09:05")]
    [InlineData("9:05 3/2/2026", "2026-02-03T09:05")] // as pages show an instant
    [InlineData("2026-02-03", "2026-02-03")]
    [InlineData("2026-02", "2026-02")]
    [InlineData("2026", "2026")]
    [InlineData("2026-02-03T09:05", "2026-02-03T09:05")]
    [InlineData("2026-02-03T09:05:00+07:00", "2026-02-03T09:05:00+07:00")]
    [InlineData("31/2/2026", "31/2/2026")] // no day: it is refused as it was typed
    [InlineData("2/3", "2/3")]
    [InlineData("hôm nay", "hôm nay")]
    [InlineData("", "")]
    public void A_day_is_read_day_first_and_what_is_no_day_is_left_as_it_is(string typed, string iso) => Assert.Equal(iso, WrittenDay.ToIso(typed));

    [Theory]
    [InlineData("2026-02-03", "3/2/2026")]
    [InlineData("2026-02", "2/2026")]
    [InlineData("2026", "2026")]
    [InlineData("2026-02-03T09:05", "3/2/2026 9:05")]
    [InlineData("2026-02-31", "2026-02-31")]
    [InlineData("unknown", "unknown")]
    public void A_day_of_the_API_is_shown_as_it_would_be_typed(string iso, string shown)
    {
        Assert.Equal(shown, WrittenDay.Of(iso));
        Assert.Equal(iso, WrittenDay.ToIso(shown));
    }
}
