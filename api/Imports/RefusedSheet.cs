using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Csv;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Imports.Sheets;
using CityGrains.Api.Problems;
using CityGrains.Api.Sheets;
using CityGrains.Journal;

namespace CityGrains.Api.Imports;

/// <summary>
/// The answer as a file: the refused rows as they were sent, with their line and why, in the columns of the sender; mended, it is imported as it is.
/// How many rows ended how stands in the header <c>Import-Summary</c>.
/// </summary>
internal static class RefusedSheet
{
    private const string SummaryHeader = "Import-Summary";

    /// <summary>Imports, then answers with the file.</summary>
    public static async Task<IResult> Of(SheetQuestion question, ImportService imports, ImportOrder order, ReadableFile file, HttpContext http,
        CancellationToken cancel)
    {
        using var told = SpooledFile.Empty(imports.Folder);
        try
        {
            var pipe = PipeWriter.Create(told.Rewind(), new StreamPipeWriterOptions(leaveOpen: true));
            using var report = new ImportReport(pipe);
            var summary = await imports.Import(order, file.Content, file.Checked, report, cancel);
            await pipe.CompleteAsync();
            http.Response.Headers[SummaryHeader] = FormattableString.Invariant(
                $"accepted={summary.Accepted}, duplicate={summary.Duplicate}, refused={summary.Refused}, unchanged={summary.Unchanged}");
        }
        catch (JournalUnavailableException)
        {
            return GeneralProblems.StoreUnavailable;
        }

        var sheet = SpooledFile.Empty(imports.Folder);
        http.Response.RegisterForDispose(sheet);
        Write(told.Rewind(), sheet.Rewind(), question, file.Checked);
        return Results.Stream(sheet.Rewind(), question.MediaType, Path.GetFileNameWithoutExtension(order.File) + ".refused" + question.Extension);
    }

    /// <summary>Writes the file from the lines of a report.</summary>
    public static void Write(Stream told, Stream output, SheetQuestion question, CheckedFile file)
    {
        var names = file.Header.Cells.ToList();
        var kept = names.Select((name, i) => (name, i)).Where(cell => !Header.IsAmong(ErrorColumns.All, cell.name)).Select(cell => cell.i).ToList();
        using var sheet = SheetWriters.Of(question.Format, output, kept.Count + 2);
        sheet.Row([.. kept.Select(i => new SheetCell(names[i])), new SheetCell(ErrorColumns.Line.In(question.Vietnamese)),
            new SheetCell(ErrorColumns.Reason.In(question.Vietnamese))]);
        using var lines = new StreamReader(told, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (!json.RootElement.TryGetProperty("row", out var row) || row.GetProperty("outcome").GetString() != "refused") continue;
            var cells = Cells(row.GetProperty("record").GetString()!, file.Separator);
            sheet.Row(
            [
                .. kept.Select(i => new SheetCell(i < cells.Count ? cells[i] : "")),
                new SheetCell(row.GetProperty("line").GetRawText(), IsNumber: true),
                new SheetCell(row.GetProperty(question.Vietnamese ? "vi" : "en").GetString()!),
            ]);
        }
    }

    /// <summary>The cells of a row; what was calculated is left blank, for its value to be written there.</summary>
    private static List<string> Cells(string record, char separator)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(record));
        var reader = new CsvReader(bytes, separator);
        if (!reader.Read()) return [];
        return [.. Enumerable.Range(0, reader.Count)
            .Select(i => CalculatedCell.Of(reader[i]) is null ? GuardedText.Undo(reader[i]).Replace(CellText.LineEnd, '\n') : "")];
    }
}
