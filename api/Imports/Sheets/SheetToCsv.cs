using System.Text;
using System.Xml;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Problems;
using CityGrains.Api.Sheets;

namespace CityGrains.Api.Imports.Sheets;

/// <summary>
/// Turns the sheet of a workbook that the map is for into a CSV file whose lines are the rows of the sheet, so that everything after reads one form.
/// What stands above the row of column names is left out.
/// </summary>
internal sealed class SheetToCsv(ImportMap map, ImportLimits limits)
{
    private const int HeaderWithin = 20;

    /// <summary>True when a file begins as an archive does.</summary>
    public static bool IsArchive(SpooledFile file)
    {
        Span<byte> first = stackalloc byte[4];
        return file.Rewind().ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual("PK\x03\x04"u8);
    }

    /// <summary>The visible sheets of a workbook; none where it cannot be opened, which <see cref="Convert"/> gives the reason of.</summary>
    public static IReadOnlyList<string> SheetsOf(SpooledFile file, ImportLimits limits)
    {
        try
        {
            using var book = XlsxFile.Open(file.Rewind(), limits.Bytes);
            return [.. book.Sheets.Where(sheet => !sheet.Hidden).Select(sheet => sheet.Name)];
        }
        catch (Exception fault) when (fault is SheetFaultException || IsBroken(fault))
        {
            return [];
        }
    }

    /// <summary>The CSV file and whether the workbook counts days from 1904, or why there is none.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="asked">Name of the sheet; null: the visible one that has the columns of the map.</param>
    /// <param name="folder">Folder for the CSV file.</param>
    /// <param name="cancel">The sender is gone.</param>
    public (SpooledFile? Csv, bool From1904, Problem? Fault) Convert(SpooledFile file, string? asked, string folder, CancellationToken cancel)
    {
        var csv = SpooledFile.Empty(folder);
        var whole = false;
        try
        {
            using var book = XlsxFile.Open(file.Rewind(), limits.Bytes);
            Write(book, Choose(book, asked), csv.Rewind(), cancel);
            whole = true;
            return (csv, book.From1904, null);
        }
        catch (SheetFaultException fault)
        {
            return (null, false, fault.Problem);
        }
        catch (Exception fault) when (IsBroken(fault))
        {
            return (null, false, SheetProblems.Broken);
        }
        finally
        {
            if (!whole) csv.Dispose();
        }
    }

    private static bool IsBroken(Exception fault) =>
        fault is InvalidDataException or XmlException or NotSupportedException or UriFormatException or EndOfStreamException;

    private SheetPart Choose(XlsxFile book, string? asked)
    {
        var names = book.Sheets.Select(sheet => sheet.Name);
        if (asked is not null)
            return book.Sheets.FirstOrDefault(sheet => sheet.Name == asked) ?? throw new SheetFaultException(SheetProblems.NoSuchSheet(asked, names));

        var visible = book.Sheets.Where(sheet => !sheet.Hidden).ToList();
        if (visible.Count == 0) throw new SheetFaultException(SheetProblems.NoVisibleSheet(names));
        if (visible.Count == 1) return visible[0];
        var ranked = visible.Select(sheet => (Sheet: sheet, Known: KnownIn(book, sheet))).OrderByDescending(sheet => sheet.Known).ToList();
        var fitting = ranked.Where(sheet => sheet.Known.Complete).Select(sheet => sheet.Sheet.Name).ToList();
        return fitting.Count > 1 ? throw new SheetFaultException(SheetProblems.WhichSheet(fitting)) : ranked[0].Sheet;
    }

    private (bool Complete, int Names) KnownIn(XlsxFile book, SheetPart sheet)
    {
        var head = new SheetLines(book, sheet).Read().Take(HeaderWithin).ToList();
        var header = HeaderOf(head);
        return header is null ? (false, 0) : (Header.Match(map, header.Cells).Header is not null, Header.Known(map, header.Cells));
    }

    /// <summary>The first of the rows with the most names that the map knows.</summary>
    private SheetLine? HeaderOf(List<SheetLine> head) => head.MaxBy(line => Header.Known(map, line.Cells));

    private void Write(XlsxFile book, SheetPart sheet, Stream csv, CancellationToken cancel)
    {
        using var writer = new StreamWriter(csv, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024, leaveOpen: true) { NewLine = "\n" };
        var lines = new SheetLines(book, sheet);
        var written = 0;
        void Add(SheetLine line)
        {
            while (++written < line.Number) writer.WriteLine();
            writer.WriteLine(CsvText.Row(line.Cells));
            if (csv.Length > limits.Bytes) throw new SheetFaultException(SheetProblems.TooLarge);
            if (written % 4096 == 0) cancel.ThrowIfCancellationRequested();
        }

        var head = new List<SheetLine>(HeaderWithin);
        var header = 0;
        void AddHead()
        {
            if (HeaderOf(head) is not { } row) return;
            header = row.Number;
            foreach (var line in head.SkipWhile(line => line.Number < header)) Add(line);
        }

        foreach (var line in lines.Read())
        {
            if (header > 0) Add(line);
            else
            {
                head.Add(line);
                if (head.Count == HeaderWithin) AddHead();
            }
        }

        if (header == 0) AddHead();
        var merged = lines.Merged.Where(merge => merge.Bottom > header || merge.Top == header).Select(merge => merge.Range).ToList();
        if (merged.Count > 0) throw new SheetFaultException(SheetProblems.Merged(merged));
    }
}
