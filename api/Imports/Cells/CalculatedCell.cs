using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Cells;

/// <summary>A cell whose content a spreadsheet calculates: marked by a character that no text bears (a noncharacter of Unicode), and refused.</summary>
internal static class CalculatedCell
{
    private const char Mark = '\uFFFF';

    public static string Formula(string formula) => $"{Mark}={formula}";

    public static string Error(string shown) => $"{Mark}{shown}";

    /// <summary>Why the cell is refused, and what it shows; null where it is a plain one.</summary>
    public static (string Shown, Sentence Why)? Of(string text) => text is not [Mark, .. var shown] ? null
        : shown.StartsWith('=') ? (shown, new Sentence(
            "là công thức; công thức không được tính khi nhập: chép ô rồi Dán đặc biệt › Giá trị",
            "is a formula, and no formula is calculated here: copy the cell and Paste Special › Values"))
        : (shown, new Sentence("là lỗi của bảng tính; ghi giá trị đúng vào ô", "is an error of the spreadsheet; write the value into the cell"));
}
