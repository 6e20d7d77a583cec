using CityGrains.Domain.Record;
using FsCheck;
using FsCheck.Fluent;
using static CityGrains.Domain.Tests.Asking;

namespace CityGrains.Domain.Tests.Record;

public sealed class DateOfRecordTests
{
    public static Gen<DateOfRecord> Dates { get; } = Gen.OneOf(
        Gen.Constant(DateOfRecord.Unknown),
        Gen.Choose(1, 9999).Select(DateOfRecord.Year),
        Gen.Choose(1, 9999).SelectMany(year => Gen.Choose(1, 12).Select(month => DateOfRecord.Month(year, month))),
        Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(day => DateOfRecord.Day(DateOnly.FromDayNumber(day))));

    [Fact]
    public void What_is_written_is_read_back() =>
        Prop.ForAll(Dates.ToArbitrary(), date => DateOfRecord.Parse(date.ToString()) == date).Check(Checking.Of(2000));

    [Fact]
    public void Of_two_dates_at_most_one_is_before_the_other_and_only_where_no_day_is_shared() => Prop.ForAll(Dates.Two().ToArbitrary(), pair =>
    {
        var (a, b) = pair;
        if (a == DateOfRecord.Unknown || b == DateOfRecord.Unknown) return !a.IsBefore(b) && !b.IsBefore(a);
        var share = a.Earliest <= b.Latest && b.Earliest <= a.Latest;
        return a.IsBefore(b) == (!share && a.Earliest < b.Earliest) && !(a.IsBefore(b) && b.IsBefore(a));
    }).Check(Checking.Of(2000));

    [Fact]
    public void A_date_is_after_the_days_before_it_and_before_the_days_after_it() => Prop.ForAll(Dates.ToArbitrary(), date =>
        date == DateOfRecord.Unknown
            ? !date.IsAfter(DateOnly.MinValue) && !date.IsBefore(DateOnly.MaxValue)
            : !date.IsAfter(date.Earliest!.Value) && !date.IsBefore(date.Latest!.Value)
                && (date.Earliest == DateOnly.MinValue || date.IsAfter(date.Earliest.Value.AddDays(-1)))
                && (date.Latest == DateOnly.MaxValue || date.IsBefore(date.Latest.Value.AddDays(1)))).Check(Checking.Of(2000));

    [Theory]
    [InlineData("2024-02-14", DatePrecision.Day, "2024-02-14", "2024-02-14")]
    [InlineData("2024-02", DatePrecision.Month, "2024-02-01", "2024-02-29")]
    [InlineData("2023-02", DatePrecision.Month, "2023-02-01", "2023-02-28")]
    [InlineData("2024", DatePrecision.Year, "2024-01-01", "2024-12-31")]
    [InlineData("0001", DatePrecision.Year, "0001-01-01", "0001-12-31")]
    [InlineData("9999-12", DatePrecision.Month, "9999-12-01", "9999-12-31")]
    public void A_date_lies_between_its_first_and_last_day(string text, DatePrecision precision, string earliest, string latest)
    {
        var date = On(text);
        Assert.Equal((precision, earliest, latest), (date.Precision, $"{date.Earliest:yyyy-MM-dd}", $"{date.Latest:yyyy-MM-dd}"));
    }

    [Fact]
    public void An_unknown_date_has_no_days() =>
        Assert.Equal((null, null, "unknown"), (DateOfRecord.Unknown.Earliest, DateOfRecord.Unknown.Latest, default(DateOfRecord).ToString()));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Unknown")]
    [InlineData("24")]
    [InlineData("0000")]
    [InlineData("2024-2-1")]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("2023-02-29")]
    [InlineData("2024/02/14")]
    [InlineData("14-02-2024")]
    [InlineData(" 2024")]
    [InlineData("2024-02-14T00:00:00Z")]
    [InlineData("٢٠٢٤")]
    [InlineData("-024")]
    public void Anything_else_is_no_date(string? text) => Assert.False(DateOfRecord.TryParse(text, out _));

    [Fact]
    public void A_text_that_is_no_date_is_named() =>
        Assert.Contains("14/2/2024", Assert.Throws<FormatException>(() => DateOfRecord.Parse("14/2/2024")).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_ways_of_writing_the_same_first_day_are_not_the_same_date() => Assert.NotEqual(On("2024"), On("2024-01-01"));
}
