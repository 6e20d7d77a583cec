using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Problems;
using CityGrains.Domain.Text;

namespace CityGrains.Api.Imports.Maps;

/// <summary>Where a file has the columns of its map.</summary>
internal sealed class Header
{
    private readonly Dictionary<string, HeaderCell> _byField;

    private Header(Dictionary<string, HeaderCell> byField, IReadOnlyList<string> cells, IReadOnlyList<int> nameless) =>
        (_byField, Cells, Nameless) = (byField, cells, nameless);

    /// <summary>The names as the file has them, in order.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>Columns whose name is blank: nothing may stand in them.</summary>
    public IReadOnlyList<int> Nameless { get; }

    /// <summary>The columns by field.</summary>
    public IReadOnlyDictionary<string, HeaderCell> Fields => _byField;

    /// <summary>The column of a field; null where the file has none.</summary>
    public HeaderCell? this[string field] => _byField.GetValueOrDefault(field);

    /// <summary>Finds the columns of a map; what is missing, unknown or there twice is named all at once.</summary>
    public static (Header? Header, Problem? Fault) Match(ImportMap map, IReadOnlyList<string> cells)
    {
        var byField = new Dictionary<string, HeaderCell>(StringComparer.Ordinal);
        List<string> unknown = [], twice = [];
        List<int> nameless = [];
        for (var i = 0; i < cells.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(cells[i])) nameless.Add(i);
            else if (map.Ignores(cells[i])) continue;
            else if (ColumnOf(map, cells[i]) is not { } column) unknown.Add(cells[i].Trim());
            else if (byField.ContainsKey(column.Field)) twice.Add(cells[i].Trim());
            else byField.Add(column.Field, new HeaderCell(i, cells[i].Trim(), column.Required, new DateReading(OrderOf(map, column, cells[i]))));
        }

        var missing = map.Columns.Where(column => column.Required && !byField.ContainsKey(column.Field)).Select(column => column.Label).ToList();
        return missing.Count + unknown.Count + twice.Count > 0 ? (null, Wrong(map, missing, unknown, twice, byField))
            : (new Header(byField, cells, nameless), null);
    }

    /// <summary>How many of the names a map knows; tells which separator a file has.</summary>
    public static int Known(ImportMap map, IEnumerable<string> cells) => cells.Count(cell => ColumnOf(map, cell) is not null);

    /// <summary>The same columns, with what is known of the dates of some.</summary>
    public Header With(Func<HeaderCell, DateReading> dates) =>
        new(_byField.ToDictionary(pair => pair.Key, pair => pair.Value with { Dates = dates(pair.Value) }, StringComparer.Ordinal), Cells, Nameless);

    private static DateOrder OrderOf(ImportMap map, MapColumn column, string name) =>
        IsAmong(column.DayFirst, name) ? DateOrder.DayFirst : IsAmong(column.MonthFirst, name) ? DateOrder.MonthFirst : map.Dates;

    /// <summary>The column of a map that goes by a name; null where none does.</summary>
    public static MapColumn? ColumnOf(ImportMap map, string name) => map.Columns.FirstOrDefault(column => IsAmong(column.Names, name));

    internal static bool IsAmong(IEnumerable<string> names, string name) => names.Any(known => SearchText.Fold(known) == SearchText.Fold(name));

    private static Problem Wrong(ImportMap map, List<string> missing, List<string> unknown, List<string> twice, Dictionary<string, HeaderCell> found) =>
        FileProblem.Bad("wrong-header",
        "Dòng tiêu đề chưa đúng." + Named(" Thiếu cột: ", missing) + Named(" Cột không rõ: ", unknown) + Named(" Cột lặp lại: ", twice),
        "The header row is not right." + Named(" Missing: ", missing) + Named(" Unknown: ", unknown) + Named(" Repeated: ", twice),
        $"Dòng 1 của tệp theo bản đồ '{map.Name}' có các cột: {string.Join("; ", map.Columns.Select(column => column.Label))}.",
        $"Line 1 of a file for the map '{map.Name}' has the columns: {string.Join("; ", map.Columns.Select(column => column.Label))}.") with
    {
        Errors = [.. unknown.Select(name => ColumnProposal.Of(name, map.Columns.Where(column => !found.ContainsKey(column.Field))))],
    };

    private static string Named(string before, List<string> names) => names.Count == 0 ? "" : $"{before}{string.Join(", ", names)}.";
}

/// <summary>A column of a file.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Name">Its name as the file has it.</param>
/// <param name="Required">Each of its cells must be filled.</param>
/// <param name="Dates">How it writes its dates.</param>
internal sealed record HeaderCell(int Index, string Name, bool Required, DateReading Dates);
