using CityGrains.Api.Imports;
using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Pages.Requests;
using CityGrains.Api.Sheets;

namespace CityGrains.Api.Pages.Importing;

/// <summary>Makes what a page shows of a file on its way in, and reads what a person says of it.</summary>
internal sealed class ImportViews(ImportService imports, Reader reader)
{
    private const string DayFirst = "day-first", MonthFirst = "month-first";

    /// <summary>The sorts of files.</summary>
    public IReadOnlyList<ImportKind> Kinds => [.. imports.Maps.All.OrderBy(map => map.Target).Select(KindOf)];

    /// <summary>What a page shows.</summary>
    public ImportView Of(ImportJob job)
    {
        var standing = job.Standing;
        var map = standing.Map;
        return new ImportView(job.Id, job.File, standing.Phase, Kinds, map is null ? null : KindOf(map))
        {
            Problem = standing.Problem,
            Progress = standing.Findings?.Progress ?? default,
            Counts = standing.Summary is { } counted
                ? new ImportCounts(counted.Accepted, counted.Refused, counted.Duplicate, counted.Unchanged, counted.Remarks)
                : null,
            Lines = standing is { IsRunning: false, Findings: { } findings } ? findings.Lines : [],
            Columns = map is null || standing.Look is not { } look ? [] : Columns(map, look, standing.Choice),
            Fields = map is null ? []
                : [.. map.Columns.DistinctBy(column => column.Field, StringComparer.Ordinal).Select(column => (column.Field, LabelOf(column)))],
            List = map?.Target switch { ImportTarget.CityEdits => "/cities", ImportTarget.ActivityEdits => "/activities",
                ImportTarget.RequestEdits => RequestListing.Path, _ => "/agreements" },
            Sheets = standing.Look?.Sheets ?? [],
            Sheet = standing.Choice.Sheet,
            Dates = standing.Choice.Dates switch { DateOrder.DayFirst => DayFirst, DateOrder.MonthFirst => MonthFirst, _ => "" },
        };
    }

    /// <summary>What a person says of how a file is to be read. What was said of columns counts for the map it was said of.</summary>
    public static ImportChoice Choice(IFormCollection said, ImportStanding standing)
    {
        var choice = new ImportChoice(said["map"] is [{ Length: > 0 } name] ? name : null)
        {
            Sheet = said["sheet"] is [{ Length: > 0 } sheet] ? sheet : null,
            Dates = said["dates"].ToString() switch { DayFirst => DateOrder.DayFirst, MonthFirst => DateOrder.MonthFirst, _ => DateOrder.Unsaid },
        };
        if (standing is not { Map: { } map, Look: { } look } || map.Name != choice.Map || choice.Sheet != standing.Choice.Sheet) return choice;
        var otherwise = look.Names.Select((column, i) => (Name: column, Said: said[$"c{i}"].ToString()))
            .Where(column => column.Said.Length > 0 && column.Said != FieldOf(map, column.Name)).ToList();
        return choice with
        {
            Columns = [.. otherwise.Where(column => column.Said != ReadColumn.PassedOver).Select(column => $"{column.Said}:{column.Name}")],
            Ignored = [.. otherwise.Where(column => column.Said == ReadColumn.PassedOver).Select(column => column.Name)],
        };
    }

    private static List<ReadColumn> Columns(ImportMap map, FileLook look, ImportChoice choice)
    {
        var own = CallerColumns.Apply(map, choice.Columns, choice.Ignored).Map ?? map;
        var taken = look.Names.Select(name => FieldOf(own, name)).ToHashSet(StringComparer.Ordinal);
        var columns = new List<ReadColumn>();
        foreach (var (name, i) in look.Names.Select((name, i) => (name, i)).Where(column => column.name.Length > 0))
        {
            var field = FieldOf(own, name);
            var proposed = field is null
                ? ColumnProposal.Likeliest(name, own.Columns.Where(column => !taken.Contains(column.Field)))?.Field ?? ReadColumn.PassedOver
                : null;
            taken.Add(proposed);
            columns.Add(new ReadColumn(i, name, Sample(look, i), field, proposed));
        }

        return columns;
    }

    private static string? FieldOf(ImportMap map, string name) => map.Ignores(name) ? ReadColumn.PassedOver : Header.ColumnOf(map, name)?.Field;

    /// <summary>The first cell that is filled.</summary>
    private static string Sample(FileLook look, int column) =>
        look.Rows.Select(row => column < row.Count ? CalculatedCell.Of(row[column])?.Shown ?? GuardedText.Undo(row[column]) : "")
            .FirstOrDefault(cell => cell.Trim().Length > 0, "");

    private string LabelOf(MapColumn column) => (reader.Vietnamese ? column.Vi.Concat(column.En) : column.En.Concat(column.Vi)).FirstOrDefault(column.Field);

    private static ImportKind KindOf(ImportMap map) => new(map.Name, map.Title);
}
