using System.Globalization;
using System.Xml;
using CityGrains.Api.Imports.Csv;

namespace CityGrains.Api.Imports.Sheets;

/// <summary>A row of a sheet that has something in it.</summary>
/// <param name="Number">Its number on the sheet.</param>
/// <param name="Cells">Its cells from column A to the last that is filled, as text.</param>
internal sealed record SheetLine(int Number, IReadOnlyList<string> Cells);

/// <summary>Walks through a sheet; memory holds one row.</summary>
internal sealed class SheetLines(XlsxFile book, SheetPart sheet)
{
    private const int MostRows = 1_048_576, MostColumns = 16_384;

    private readonly CellText _text = new(book);
    private readonly List<(int Top, int Bottom, string Range)> _merged = [];
    private int _length;

    /// <summary>Cells that were merged, once the sheet was read to its end: first row, last row, range.</summary>
    public IReadOnlyList<(int Top, int Bottom, string Range)> Merged => _merged;

    /// <summary>The rows in order; those without any text are passed over.</summary>
    public IEnumerable<SheetLine> Read()
    {
        using var xml = book.Open(sheet);
        var (row, cells) = (0, new List<string>());
        while (xml.NextElement() is { } element)
        {
            if (element == "row")
            {
                if (Filled(cells) is { } line) yield return new SheetLine(row, line);
                row = Next(row, xml.GetAttribute("r"));
                cells = [];
                _length = 0;
            }
            else if (element == "c") Add(cells, xml);
            else if (element == "mergeCell" && xml.GetAttribute("ref") is { } range) Note(range);
        }

        if (Filled(cells) is { } last) yield return new SheetLine(row, last);
    }

    private static string[]? Filled(List<string> cells)
    {
        var count = cells.Count;
        while (count > 0 && string.IsNullOrWhiteSpace(cells[count - 1])) count--;
        return count == 0 ? null : [.. cells.Take(count)];
    }

    private void Add(List<string> cells, XmlReader xml)
    {
        var column = xml.GetAttribute("r") is { } reference ? Column(reference) : cells.Count;
        if (column < cells.Count || column >= MostColumns) throw new InvalidDataException("The cells of a row are out of order.");
        var text = _text.Read(xml);
        if (text.Length == 0) return;
        if ((_length += text.Length) > CsvReader.LongestRow) throw new SheetFaultException(SheetProblems.TooLarge); // one shared text in every cell of a row
        while (cells.Count < column) cells.Add("");
        cells.Add(text);
    }

    private void Note(string range)
    {
        if (_merged.Count > 10_000) return;
        var rows = range.Split(':').Select(corner => Next(0, new string([.. corner.Where(char.IsAsciiDigit)]))).ToList();
        _merged.Add((rows[0], rows[^1], range));
    }

    private static int Next(int before, string? number)
    {
        if (number is null) return before + 1;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > before && row <= MostRows ? row
            : throw new InvalidDataException($"'{number}' is no row after {before}.");
    }

    private static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper).Take(4)) column = (column * 26) + letter - 'A' + 1;
        return column > 0 ? column - 1 : throw new InvalidDataException($"'{reference}' names no cell.");
    }
}
