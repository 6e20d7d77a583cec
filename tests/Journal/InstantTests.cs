using System.Globalization;

namespace CityGrains.Journal.Tests;

/// <summary>Instants as they are stored and hashed: for ever in one form.</summary>
public class InstantTests
{
    [Theory]
    [InlineData("2026-11-22T08:05:03.1234567+07:00", "2026-11-22T01:05:03.123456Z")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000000Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z")]
    public void An_instant_is_written_in_UTC_to_the_microsecond_and_read_again(string instant, string written)
    {
        Assert.Equal(written, RecordedEvent.Format(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));
        Assert.Equal(DateTimeOffset.ParseExact(written, RecordedEvent.InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            RecordedEvent.Instant(written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024-02-29T00:00:00Z")]
    [InlineData("2024-02-29T00:00:00.0000000Z")]
    [InlineData("2024-02-30T00:00:00.000000Z")]
    [InlineData("2024-02-29 00:00:00.000000Z")]
    [InlineData("2024-02-29T00:00:00.00000xZ")]
    [InlineData("2024-02-29T00:00:00.0+07:00Z")]
    public void What_has_another_form_is_no_instant(string text) => Assert.Throws<FormatException>(() => RecordedEvent.Instant(text));
}
