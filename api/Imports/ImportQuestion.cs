using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries;
using CityGrains.Api.Sheets;

namespace CityGrains.Api.Imports;

/// <summary>What the parameters of an import ask for.</summary>
/// <param name="Map">How rows are read, with what the caller says of the columns.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Sheet">Name of the sheet of a workbook; null: the one that fits.</param>
/// <param name="DryRun">A trial.</param>
internal sealed record ImportQuestion(ImportMap Map, string File, string? Sheet, bool DryRun)
{
    /// <summary>The parameters.</summary>
    public const string MapName = "map", FileName = "file", SheetName = "sheet", Trial = "dryRun", Column = "column", Ignore = "ignore", Dates = "dates";

    private const string DefaultName = "import.csv", DayFirst = "day-first", MonthFirst = "month-first";
    private const int MostColumns = 100;

    /// <summary>Reads them.</summary>
    public static Reading<ImportQuestion> Read(HttpRequest request, ImportMaps maps)
    {
        var query = new QueryReader(request.Query);
        var name = query.Value(MapName);
        var file = NameOf(query.Value(FileName));
        var sheet = query.Value(SheetName);
        var trial = query.Flag(Trial);
        var order = OrderOf(query);
        _ = (query.Value(SheetQuestion.FormatName), query.Value(SheetQuestion.LanguageName)); // read by whoever writes the answer
        var (columns, ignored) = (query.Values(Column), query.Values(Ignore));
        query.Faults.Must(columns.Count <= MostColumns && ignored.Count <= MostColumns, Column, $"nhiều nhất {MostColumns} cột",
            $"at most {MostColumns} columns");
        if (query.End() is { } problem) return problem;
        if (maps.Find(name) is not { } map) return NoSuchMap(maps, name);

        var (own, fault) = CallerColumns.Apply(map, columns, ignored);
        if (fault is not null) return fault;
        return new ImportQuestion(own! with { Dates = order ?? map.Dates }, file, sheet, trial);
    }

    private static DateOrder? OrderOf(QueryReader query)
    {
        var text = query.Value(Dates);
        query.Faults.Must(text is null or DayFirst or MonthFirst, Dates, $"phải là {DayFirst} hoặc {MonthFirst}", $"must be {DayFirst} or {MonthFirst}");
        return text switch { DayFirst => DateOrder.DayFirst, MonthFirst => DateOrder.MonthFirst, _ => null };
    }

    /// <summary>The name only, without folders and within what a source may bear.</summary>
    public static string NameOf(string? file) => Path.GetFileName(file?.Replace('\\', '/').Trim()) is { Length: > 0 and <= 200 } name ? name : DefaultName;

    /// <summary>There is no such map; the answer names those there are.</summary>
    public static Problem NoSuchMap(ImportMaps maps, string? name) => FileProblem.Bad("no-such-map",
        name is null ? "Thiếu tham số map." : $"Không có bản đồ nhập '{name}'.",
        name is null ? "The parameter map is missing." : $"There is no import map '{name}'.",
        $"Các bản đồ: {string.Join(", ", maps.Names)}.", $"Maps: {string.Join(", ", maps.Names)}.");
}
