using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Verification;

namespace CityGrains.Journal.Sqlite.Verification;

/// <summary>Compares stored rows with what their events fold to, column by column, byte by byte.</summary>
internal sealed class RowComparison(Reader reader)
{
    private readonly Dictionary<StreamKind, Statement> _equal = RowTable.All.ToDictionary(table => table.Kind, table => reader.For(
        $"SELECT {string.Join(", ", table.Columns.Select((column, i) => $"{column} IS ?{i + 1}"))}, number IS ?{table.Next} FROM {table.Rows} WHERE id = ?1"));

    /// <summary>What is wrong with the row of a stream; null when it is right.</summary>
    public Sentence? Wrong(IRow row, string facets, long number)
    {
        var table = RowTable.Of(row.Stream.Kind);
        return table.Bind(_equal[table.Kind], row, facets).Bind(table.Next, number).One(answer => Different(table, answer), Reasons.RowMissing());
    }

    private static Sentence? Different(RowTable table, Statement equal)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (equal.Int64(i) == 0) return Reasons.RowDiffers(table.Columns[i]);
        }

        return equal.Int64(table.Columns.Count) == 0 ? Reasons.RowDiffers("number") : null;
    }
}
