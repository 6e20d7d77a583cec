using System.Globalization;
using CityGrains.Api.Imports.Sheets;
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
    /// <param name="reading">What is known of the column.</param>
    public static (DateOfRecord Date, Sentence? Fault) Read(string text, DateReading reading)
    {
        if (DateOfRecord.TryParse(text, out var date)) return (date, null);
        if (text == SerialDate.NeverWas) return (DateOfRecord.Unknown, NeverWas);
        var words = WithoutMidnight(SearchText.Fold(text).Split(' '));
        if (words is [{ Length: 5 } serial] && Number(serial) is { } days) return OfSerial(days, reading.From1904);
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
            [var d, var m, { Length: 4 } y] when reading.Order is DateOrder.DayFirst && Number(m) is not null => Of(y, m, d),
            [var m, var d, { Length: 4 } y] when reading.Order is DateOrder.MonthFirst && Number(m) is not null => Of(y, m, d),
            [var a, var b, { Length: 4 } y] when Of(y, b, a) is null || a == b => Of(y, a, b) ?? InEnglish(words),
            [var a, var b, { Length: 4 } y] when Of(y, a, b) is null => Of(y, b, a),
            [_, _, { Length: 4 }] => null,
            _ => InEnglish(words),
        };
        return read is { } known ? (known, null) : (DateOfRecord.Unknown, Choices(words, reading.Order) ?? NoDate);
    }

    /// <summary>What the order of a date shows of its column: only a number above 12 tells.</summary>
    public static DateOrder OrderOf(string text) =>
        SearchText.Fold(text).Split(' ') is not [var a, var b, { Length: 4 } year] || Number(year) is null ? DateOrder.Unsaid
        : (Number(a), Number(b)) switch
        {
            ( > 12 and <= 31, >= 1 and <= 12) => DateOrder.DayFirst,
            ( >= 1 and <= 12, > 12 and <= 31) => DateOrder.MonthFirst,
            _ => DateOrder.Unsaid,
        };

    private static Sentence NoDate { get; } = new(
        "không phải ngày: ghi 2024-02-14, 14/2/2024, 2024-02, tháng 2/2024, 2024 hoặc “không rõ”",
        "is not a date: write 2024-02-14, 14/2/2024, 2024-02, 2024 or “unknown”");

    private static Sentence NeverWas { get; } = new(
        "không có thật: năm 1900 không nhuận, đó là lỗi của Excel; ghi 1900-02-28 hoặc 1900-03-01",
        "never was: 1900 was no leap year, Excel is mistaken; write 1900-02-28 or 1900-03-01");

    /// <summary>A time of day that a program has added.</summary>
    private static string[] WithoutMidnight(string[] words) => words is [_, _, _, "00", "00"] or [_, _, _, "00", "00", "00"] ? words[..3] : words;

    /// <summary>A bare number of days, as a spreadsheet counts them.</summary>
    private static (DateOfRecord Date, Sentence? Fault) OfSerial(int days, bool? from1904) =>
        from1904 is { } known && SerialDate.Day(days, known) is { } day ? (DateOfRecord.Day(day), null)
        : SerialDate.Day(days, from1904: false) is { } one && SerialDate.Day(days, from1904: true) is { } other ? (DateOfRecord.Unknown, new Sentence(
            $"là số ngày của bảng tính, có thể là {DateOfRecord.Day(one)} (tính từ 1900) hoặc {DateOfRecord.Day(other)} (tính từ 1904): ghi một trong hai",
            $"is a spreadsheet's number of days, {DateOfRecord.Day(one)} (from 1900) or {DateOfRecord.Day(other)} (from 1904): write one of them"))
        : (DateOfRecord.Unknown, NoDate);

    /// <summary>The two days it can be; null where it cannot be two.</summary>
    private static Sentence? Choices(string[] words, DateOrder order) =>
        order is DateOrder.Unsaid && words is [var first, var second, var year] && Of(year, second, first) is { } day && Of(year, first, second) is { } other
            ? new Sentence(
                $"có thể là {day} hoặc {other}: ghi một trong hai, đặt tên cột có “(ngày/tháng/năm)”, hoặc nhập với dates=day-first",
                $"can be {day} or {other}: write one of them, name the column with “(day/month/year)”, or import with dates=day-first")
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
