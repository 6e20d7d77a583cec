using System.Text;

namespace CityGrains.Api.Sheets;

/// <summary>A sheet as CSV (RFC 4180), UTF-8 with a byte order mark; no text of it is a formula to a spreadsheet.</summary>
internal sealed class CsvSheet(Stream output) : ISheetWriter
{
    private readonly StreamWriter _writer =
        new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 * 1024, leaveOpen: true) { NewLine = "\r\n" };

    public void Row(IReadOnlyList<SheetCell> cells) =>
        _writer.WriteLine(CsvText.Row(cells.Select(cell => cell.IsNumber ? cell.Text : GuardedText.Guard(cell.Text))));

    public void Dispose() => _writer.Dispose();
}
