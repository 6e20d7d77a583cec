using CityGrains.Domain.Record;

namespace CityGrains.Domain.Tests.Record;

public sealed class DayTextTests
{
    [Theory]
    [InlineData("2026-02-14", "14/2/2026", "14 February 2026")]
    [InlineData("2026-02", "2/2026", "February 2026")]
    [InlineData("2026", "2026", "2026")]
    [InlineData("0045-01-02", "2/1/0045", "2 January 0045")]
    [InlineData("unknown", "không rõ ngày", "date not known")]
    public void A_date_is_written_as_exactly_as_it_is_known(string date, string vi, string en) =>
        Assert.Equal((vi, en), (DateOfRecord.Parse(date).Vi(), DateOfRecord.Parse(date).En()));

    [Fact]
    public void A_day_is_written_as_people_of_the_language_do() =>
        Assert.Equal(("5/11/1967", "5 November 1967"), (new DateOnly(1967, 11, 5).Vi(), new DateOnly(1967, 11, 5).En()));
}
