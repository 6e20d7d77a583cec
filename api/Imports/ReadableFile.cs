using CityGrains.Api.Imports.Sheets;
using CityGrains.Api.Problems;

namespace CityGrains.Api.Imports;

/// <summary>A file that was sent, as CSV whatever it was, checked to its end.</summary>
/// <param name="Content">The CSV.</param>
/// <param name="Checked">Its columns and rows.</param>
internal sealed record ReadableFile(SpooledFile Content, CheckedFile Checked) : IDisposable
{
    /// <summary>Reads it, or says why it is refused as a whole. What was sent is disposed of with what is returned.</summary>
    public static (ReadableFile? File, Problem? Fault) Of(SpooledFile sent, ImportQuestion question, ImportService imports, CancellationToken cancel)
    {
        if (!SheetToCsv.IsArchive(sent)) return question.Sheet is null ? Check(sent, from1904: null, question, imports, cancel) : (null, NoSheets);

        var (csv, from1904, fault) = new SheetToCsv(question.Map, imports.Limits).Convert(sent, question.Sheet, imports.Folder, cancel);
        if (csv is null) return (null, fault);
        var (file, wrong) = Check(csv, from1904, question, imports, cancel);
        if (file is null) csv.Dispose();
        return (file, wrong);
    }

    public void Dispose() => Content.Dispose();

    private static (ReadableFile? File, Problem? Fault) Check(SpooledFile content, bool? from1904, ImportQuestion question, ImportService imports,
        CancellationToken cancel)
    {
        var (file, fault) = FileCheck.Check(content, question.Map, imports.Limits, cancel);
        return file is null ? (null, fault) : (new ReadableFile(content, DateOrders.Settle(file, content.Rewind(), from1904, cancel)), null);
    }

    private static Problem NoSheets { get; } = FileProblem.Bad("no-sheets",
        "Tệp CSV không có trang.", "A CSV file has no sheets.", "Bỏ tham số sheet.", "Leave the parameter sheet out.");
}
