namespace CityGrains.Api.Sheets;

/// <summary>Writes a sheet row by row; it is whole once disposed.</summary>
internal interface ISheetWriter : IDisposable
{
    /// <summary>Adds a row; the first is the names of the columns.</summary>
    void Row(IReadOnlyList<SheetCell> cells);
}

/// <summary>A cell: text, or a number as it is written in JSON.</summary>
/// <param name="Text">What stands in it.</param>
/// <param name="IsNumber">It is a number.</param>
internal readonly record struct SheetCell(string Text, bool IsNumber = false);

/// <summary>The writers of the forms.</summary>
internal static class SheetWriters
{
    /// <summary>A writer of the form, onto a stream that stays open.</summary>
    public static ISheetWriter Of(SheetFormat format, Stream output, int columns) =>
        format is SheetFormat.Csv ? new CsvSheet(output) : new XlsxSheet(output, columns);
}
