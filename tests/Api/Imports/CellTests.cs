using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Sheets;
using CityGrains.Api.Sheets;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Tests.Imports;

/// <summary>What people write in cells.</summary>
public sealed class CellTests
{
    [Theory]
    [InlineData("2024-02-14", "2024-02-14")]
    [InlineData("2024-02", "2024-02")]
    [InlineData("2024", "2024")]
    [InlineData("14/2/2024", "2024-02-14")]
    [InlineData("14.02.2024", "2024-02-14")]
    [InlineData("2/14/2024", "2024-02-14")]
    [InlineData("5/5/2024", "2024-05-05")]
    [InlineData("2024/2/14", "2024-02-14")]
    [InlineData("tháng 2/2024", "2024-02")]
    [InlineData("Tháng 2 năm 2024", "2024-02")]
    [InlineData("2/2024", "2024-02")]
    [InlineData("năm 2024", "2024")]
    [InlineData("ngày 3/4/2024", "2024-04-03")]
    [InlineData("ngày 14 tháng 2 năm 2024", "2024-02-14")]
    [InlineData("14 February 2024", "2024-02-14")]
    [InlineData("Feb 2024", "2024-02")]
    [InlineData("không rõ", "unknown")]
    [InlineData("unknown", "unknown")]
    [InlineData("14/02/2024 00:00:00", "2024-02-14")]
    [InlineData("14-2-2024", "2024-02-14")]
    public void A_date_is_read_as_people_write_it(string text, string date)
    {
        var (read, fault) = DateCell.Read(text, default);
        Assert.Null(fault);
        Assert.Equal(DateOfRecord.Parse(date), read);
    }

    [Theory]
    [InlineData("3/4/2024", false)]
    [InlineData("31/2/2024", false)]
    [InlineData("2/14/2024", true)]
    [InlineData("14/2/24", false)]
    [InlineData("tháng 13/2024", false)]
    [InlineData("hôm qua", false)]
    [InlineData("0/2024", false)]
    [InlineData("99999", false)]
    public void A_date_that_is_none_or_two_is_refused(string text, bool dayFirst) =>
        Assert.NotNull(DateCell.Read(text, new DateReading(dayFirst ? DateOrder.DayFirst : DateOrder.Unsaid)).Fault);

    [Theory]
    [InlineData("2/3/2024", "2024-03-02", "2024-02-03")]
    [InlineData("45336", "2024-02-14", "2028-02-15")]
    [InlineData("1900-02-29", "1900-02-28", "1900-03-01")]
    public void A_date_that_can_be_two_is_refused_with_both(string text, string one, string other)
    {
        var fault = DateCell.Read(text, default).Fault!;
        foreach (var date in new[] { one, other }) Assert.Contains(date, fault.Vi, StringComparison.Ordinal);
        foreach (var date in new[] { one, other }) Assert.Contains(date, fault.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "dd/mm/yyyy", false, "1900-01-01")]
    [InlineData(59, "dd/mm/yyyy", false, "1900-02-28")]
    [InlineData(60, "dd/mm/yyyy", false, "1900-02-29")]
    [InlineData(61, "dd/mm/yyyy", false, "1900-03-01")]
    [InlineData(45336, "dd/mm/yyyy", false, "2024-02-14")]
    [InlineData(45336.75, "[$-42A]d\\ mmmm\\ yyyy\\ hh:mm;@", false, "2024-02-14")]
    [InlineData(45323, "mmm-yy", false, "2024-02")]
    [InlineData(45323, "\"tháng \"m/yyyy", false, "2024-02")]
    [InlineData(45336, "mm/yyyy", false, "2024-02-14")]
    [InlineData(45292, "yyyy", false, "2024")]
    [InlineData(45323, "yyyy", false, "2024-02")]
    [InlineData(0, "dd/mm/yyyy", true, "1904-01-01")]
    [InlineData(43874, "dd/mm/yyyy", true, "2024-02-14")]
    [InlineData(2958465, "dd/mm/yyyy", false, "9999-12-31")]
    [InlineData(0, "dd/mm/yyyy", false, null)]
    [InlineData(2958466, "dd/mm/yyyy", false, null)]
    [InlineData(-1, "dd/mm/yyyy", true, null)]
    public void A_number_of_days_is_a_date_as_exactly_as_it_is_shown(double serial, string format, bool from1904, string? date) =>
        Assert.Equal(date, SerialDate.Text(serial, NumberFormat.OfCode(format), from1904));

    [Theory]
    [InlineData("0.00", NumberLook.Plain)]
    [InlineData("General", NumberLook.Plain)]
    [InlineData("[Red]#,##0\" đồng\"", NumberLook.Plain)]
    [InlineData("hh:mm:ss", NumberLook.Plain)]
    [InlineData("0.0%", NumberLook.Percent)]
    public void A_number_that_is_no_date_is_none(string format, object look) => Assert.Equal(look, NumberFormat.OfCode(format));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("'=x", "''=x")]
    [InlineData("'tis", "'tis")]
    [InlineData("a=b", "a=b")]
    public void What_looks_like_a_formula_is_guarded_and_comes_back_as_it_was(string text, string guarded)
    {
        Assert.Equal(guarded, GuardedText.Guard(text));
        Assert.Equal(text, GuardedText.Undo(guarded));
    }

    [Fact]
    public void Where_the_day_stands_first_it_is_read_first() =>
        Assert.Equal(DateOfRecord.Parse("2024-04-03"), DateCell.Read("3/4/2024", new DateReading(DateOrder.DayFirst)).Date);

    [Theory]
    [InlineData("Bản ghi nhớ", AgreementKind.Mou)]
    [InlineData("BAN GHI NHO", AgreementKind.Mou)]
    [InlineData("mou", AgreementKind.Mou)]
    [InlineData("Biên bản", AgreementKind.Minutes)]
    [InlineData("kết nghĩa", AgreementKind.SisterCity)]
    [InlineData("sister-city", AgreementKind.SisterCity)]
    [InlineData("Chương trình", AgreementKind.Programme)]
    public void A_kind_is_read_in_both_languages(string text, AgreementKind kind)
    {
        var (read, fault) = Vocabulary.Kinds.Read(text);
        Assert.Null(fault);
        Assert.Equal(kind, read);
    }

    [Fact]
    public void A_kind_that_can_be_two_is_refused_with_those_two() =>
        Assert.EndsWith("chọn: Thỏa thuận hợp tác, Kết nghĩa", Vocabulary.Kinds.Read("Thỏa thuận").Fault!.Vi, StringComparison.Ordinal);

    [Fact]
    public void Every_state_has_its_vietnamese_and_its_english_name()
    {
        foreach (var state in Enum.GetValues<LegalState>().Where(state => state is not LegalState.Unrecorded))
        {
            Assert.Equal(state, Vocabulary.States.Read(Lifecycle.Vietnamese(state)).Value);
            Assert.Equal(state, Vocabulary.States.Read(state.ToString()).Value);
        }
    }

    [Theory]
    [InlineData("21.0285", 90, 21.0285)]
    [InlineData("-180", 180, -180)]
    [InlineData("21,0285", 90, 21.0285)]
    public void Degrees_are_read_with_point_or_comma(string text, int most, double degrees) => Assert.Equal(degrees, CoordinateCell.Read(text, most).Degrees);

    [Theory]
    [InlineData("90.1", 90)]
    [InlineData("NaN", 90)]
    [InlineData("1.234,5", 180)]
    [InlineData("1e1", 180)]
    public void What_is_no_degree_is_refused(string text, int most) => Assert.NotNull(CoordinateCell.Read(text, most).Fault);
}
