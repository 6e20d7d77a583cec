using CityGrains.Api.Imports.Csv;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Imports.Sheets;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports;

/// <summary>What a file that was sent looks like, whatever becomes of it: for a person to say how it is to be read.</summary>
/// <param name="Sheets">The sheets of a workbook; none of CSV.</param>
/// <param name="Names">The names of its columns, trimmed; none where it cannot be read.</param>
/// <param name="Rows">Its first rows.</param>
internal sealed record FileLook(IReadOnlyList<string> Sheets, IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const int MostRows = 3;

    /// <summary>Looks at a file.</summary>
    /// <param name="sent">The file.</param>
    /// <param name="map">The map whose columns it may have.</param>
    /// <param name="sheet">The sheet of a workbook; null: the one that fits.</param>
    /// <param name="imports">Where files are kept, and how large they may be.</param>
    /// <param name="cancel">Nobody waits any more.</param>
    public static FileLook Of(SpooledFile sent, ImportMap map, string? sheet, ImportService imports, CancellationToken cancel)
    {
        if (!SheetToCsv.IsArchive(sent)) return Of([], sent, map);
        var sheets = SheetToCsv.SheetsOf(sent, imports.Limits);
        var (csv, _, _) = new SheetToCsv(map, imports.Limits).Convert(sent, sheet, imports.Folder, cancel); // what is wrong with it is told when it is read
        using (csv) return csv is null ? new FileLook(sheets, [], []) : Of(sheets, csv, map);
    }

    /// <summary>A map that knows the columns of all maps: what a file is looked at with before anybody knows what it is.</summary>
    public static ImportMap AnyOf(ImportMaps maps) => new()
    {
        Name = "", Title = new Sentence("", ""), Target = ImportTarget.LegacyAgreements, Identity = ImportIdentity.Record, Source = "",
        Columns = [.. maps.All.SelectMany(map => map.Columns)],
    };

    /// <summary>The map a file is most likely for: one whose needed columns are all there, else the one that knows most of them.</summary>
    public ImportMap Recognise(ImportMaps maps) =>
        maps.All.MaxBy(map => (Header.Match(map, Names).Header is not null, Header.Known(map, Names), -map.Columns.Count))!;

    private static FileLook Of(IReadOnlyList<string> sheets, SpooledFile csv, ImportMap map)
    {
        var separator = FileCheck.SeparatorOf(csv, map);
        var reader = new CsvReader(csv.Rewind(), separator);
        if (!reader.Read()) return new FileLook(sheets, [], []);
        string[] names = [.. FileCheck.Cells(reader).Select(name => name.Trim())];
        var rows = new List<IReadOnlyList<string>>();
        while (rows.Count < MostRows && reader.Read()) rows.Add(FileCheck.Cells(reader));
        return new FileLook(sheets, names, rows);
    }
}
