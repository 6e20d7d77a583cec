using System.Globalization;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Tests.Record;

public class VietnamTimeTests
{
    [Theory]
    [InlineData("2026-03-01T16:59:59Z", "2026-03-01")]
    [InlineData("2026-03-01T17:00:00Z", "2026-03-02")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01")]
    [InlineData("9999-12-31T16:59:59Z", "9999-12-31")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31")] // Vietnam is in the year 10000 already, which no calendar here has
    public void Every_instant_has_its_day(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), VietnamTime.DayOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));
}
