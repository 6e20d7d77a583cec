using CityGrains.Api.Imports.Csv;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Problems;

namespace CityGrains.Api.Imports;

/// <summary>A file that can be read to its end, and where its columns are.</summary>
/// <param name="Separator">What stands between its cells.</param>
/// <param name="Header">Its columns.</param>
/// <param name="Rows">Rows after the header, empty lines not counted.</param>
internal sealed record CheckedFile(char Separator, Header Header, int Rows)
{
    /// <summary>The row of column names as it stands in the file.</summary>
    public string Head { get; init; } = "";
}

/// <summary>The first pass: the file as a whole. Nothing of it is written while this finds a fault.</summary>
internal static class FileCheck
{
    private static readonly char[] Separators = [',', ';', '\t'];

    public static (CheckedFile? File, Problem? Fault) Check(SpooledFile spooled, ImportMap map, ImportLimits limits, CancellationToken cancel)
    {
        if (Unreadable.Recognise(spooled.Rewind()) is { } other) return (null, other);

        var separator = SeparatorOf(spooled, map);
        var reader = new CsvReader(spooled.Rewind(), separator);
        var cells = reader.Read() ? Cells(reader) : [];
        var head = reader.Raw.ToString();
        if (reader.Fault is { } broken) return (null, Unreadable.Because(broken));
        if (cells.Count == 0) return (null, Unreadable.Empty());

        var (header, fault) = Header.Match(map, cells);
        if (fault is not null) return (null, fault);

        var rows = 0;
        while (reader.Read())
        {
            if (++rows > limits.Rows) return (null, FileProblem.TooManyRows(limits));
            if (rows % 4096 == 0) cancel.ThrowIfCancellationRequested();
        }

        return reader.Fault is { } later ? (null, Unreadable.Because(later)) : (new CheckedFile(separator, header!, rows) { Head = head }, null);
    }

    /// <summary>What stands between the cells of a file: what makes its first row the most names that the map knows, then the most cells.</summary>
    public static char SeparatorOf(SpooledFile spooled, ImportMap map) =>
        Separators.MaxBy(candidate => FirstRow(spooled, candidate) is var cells ? (Header.Known(map, cells), cells.Count) : default);

    private static List<string> FirstRow(SpooledFile spooled, char separator)
    {
        var reader = new CsvReader(spooled.Rewind(), separator);
        return reader.Read() ? Cells(reader) : [];
    }

    internal static List<string> Cells(CsvReader reader) => [.. Enumerable.Range(0, reader.Count).Select(i => reader[i])];
}
