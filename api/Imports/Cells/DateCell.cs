using System.Globalization;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Api.Imports.Cells;

/// <summary>Dates as people write them in spreadsheets, Vietnamese and English. A date that can be read in two ways is refused, not guessed.</summary>
internal static class DateCell
{
    private static readonly string[] English = ["d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy"];
    private static readonly string[] EnglishMonths = ["MMMM yyyy", "MMM yyyy"];

    /// <summary>The date, or why there is none.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="dayFirst">The column says that the day stands before the month.</param>
    public static (DateOfRecord Date, Sentence? Fault) Read(string text, bool dayFirst)
    {
        if (DateOfRecord.TryParse(text, out var date)) return (date, null);
        var words = SearchText.Fold(text).Split(' ');
        var read = words switch
        {
            ["khong", "ro"] or ["chua", "ro"] => DateOfRecord.Unknown,
            ["nam", var y] => Of(y),
            ["thang", var m, "nam", var y] => Of(y, m),
            ["thang", var m, var y] => Of(y, m),
            [var m, { Length: 4 } y] when Number(m) is not null => Of(y, m),
            ["ngay", var d, "thang", var m, "nam", var y] => Of(y, m, d),
            [var d, "thang", var m, "nam", var y] => Of(y, m, d),
            ["ngay", var d, var m, { Length: 4 } y] => Of(y, m, d),
            [{ Length: 4 } y, var m, var d] => Of(y, m, d),
            [var d, var m, { Length: 4 } y] when dayFirst && Number(m) is not null => Of(y, m, d),
            [var a, var b, { Length: 4 } y] when Of(y, b, a) is null || a == b => Of(y, a, b) ?? InEnglish(words),
            [var a, var b, { Length: 4 } y] when Of(y, a, b) is null => Of(y, b, a),
            [var a, var b, { Length: 4 } y] => null,
            _ => InEnglish(words),
        };
        return read is { } known ? (known, null) : (DateOfRecord.Unknown, Choices(words, dayFirst) ?? NoDate);
    }

    private static Sentence NoDate { get; } = new(
        "không phải ngày: ghi 2024-02-14, 14/2/2024, 2024-02, tháng 2/2024, 2024 hoặc “không rõ”",
        "is not a date: write 2024-02-14, 14/2/2024, 2024-02, 2024 or “unknown”");

    /// <summary>The two days it can be; null where it cannot be two.</summary>
    private static Sentence? Choices(string[] words, bool dayFirst) =>
        !dayFirst && words is [var first, var second, var year] && Of(year, second, first) is { } day && Of(year, first, second) is { } other
            ? new Sentence(
                $"có thể là {day} hoặc {other}: ghi một trong hai, hoặc đặt tên cột có “(ngày/tháng/năm)”",
                $"can be {day} or {other}: write one of them, or name the column with “(day/month/year)”")
            : null;

    private static DateOfRecord? InEnglish(string[] words)
    {
        var text = string.Join(' ', words);
        return DateOnly.TryParseExact(text, English, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateOfRecord.Day(day)
            : DateOnly.TryParseExact(text, EnglishMonths, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? DateOfRecord.Month(month.Year, month.Month)
            : null;
    }

    private static DateOfRecord? Of(string year, string? month = null, string? day = null)
    {
        if (Number(year) is not (>= 1000 and <= 9999 and var y)) return null;
        if (month is null) return DateOfRecord.Year(y);
        if (Number(month) is not (>= 1 and <= 12 and var m)) return null;
        if (day is null) return DateOfRecord.Month(y, m);
        return Number(day) is >= 1 and var d && d <= DateTime.DaysInMonth(y, m) ? DateOfRecord.Day(new DateOnly(y, m, d)) : null;
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
