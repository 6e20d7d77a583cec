using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Csv;
using CityGrains.Api.Imports.Maps;

namespace CityGrains.Api.Imports;

/// <summary>What the rows of a file tell together of how its dates are written: a column with a 14/2/2024 and no 2/14/2024 writes the day first.</summary>
internal static class DateOrders
{
    /// <summary>The file with the order of its date columns settled where its rows settle it.</summary>
    /// <param name="file">The file, checked.</param>
    /// <param name="content">Its bytes from the beginning.</param>
    /// <param name="from1904">How it counts days; null where it does not say.</param>
    /// <param name="cancel">The sender is gone.</param>
    public static CheckedFile Settle(CheckedFile file, Stream content, bool? from1904, CancellationToken cancel)
    {
        var open = file.Header.Fields.Where(field => ImportField.Dates.Contains(field.Key, StringComparer.Ordinal)
            && field.Value.Dates.Order is DateOrder.Unsaid)
            .Select(field => field.Value).ToList();
        var seen = open.ToDictionary(column => column.Index, _ => (DayFirst: false, MonthFirst: false));
        if (open.Count > 0) Look(new CsvReader(content, file.Separator), seen, cancel);
        return file with { Header = file.Header.With(column => new DateReading(OrderOf(column, seen), from1904)) };
    }

    private static DateOrder OrderOf(HeaderCell column, Dictionary<int, (bool DayFirst, bool MonthFirst)> seen) =>
        !seen.TryGetValue(column.Index, out var told) ? column.Dates.Order
        : told switch { (true, false) => DateOrder.DayFirst, (false, true) => DateOrder.MonthFirst, _ => DateOrder.Unsaid };

    private static void Look(CsvReader reader, Dictionary<int, (bool DayFirst, bool MonthFirst)> seen, CancellationToken cancel)
    {
        var columns = seen.Keys.ToList();
        reader.Read();
        for (var row = 1; reader.Read(); row++)
        {
            foreach (var column in columns.Where(column => column < reader.Count))
            {
                var order = DateCell.OrderOf(reader[column]);
                var (day, month) = seen[column];
                seen[column] = (day || order is DateOrder.DayFirst, month || order is DateOrder.MonthFirst);
            }

            if (row % 4096 == 0) cancel.ThrowIfCancellationRequested();
        }
    }
}
