using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Verification;
using Npgsql;

namespace CityGrains.Journal.Postgres.Verification;

/// <summary>A row as it is stored.</summary>
/// <param name="Stream">The stream it tells of.</param>
/// <param name="Number">Its number.</param>
/// <param name="Values">Its columns, in the order of <see cref="RowTable.AllColumns"/>.</param>
internal sealed record StoredRow(string Stream, long Number, object?[] Values)
{
    /// <summary>All rows in order of stream, as the connection's transaction sees them.</summary>
    public static IEnumerable<StoredRow> All(NpgsqlConnection connection)
    {
        foreach (var table in RowTable.All)
        {
            var prefix = new StreamId(table.Kind, "").ToString();
            using var command = new NpgsqlCommand($"SELECT number, {string.Join(", ", table.AllColumns)} FROM {table.Rows} ORDER BY id",
                connection) { CommandTimeout = 0 };
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var values = new object?[table.AllColumns.Count];
                for (var i = 0; i < values.Length; i++) values[i] = reader.IsDBNull(i + 1) ? null : reader.GetValue(i + 1);
                yield return new StoredRow(prefix + values[0], reader.GetInt64(0), values);
            }
        }
    }

    /// <summary>What is wrong with it, compared with what its events fold to; null when it is right.</summary>
    public Sentence? Wrong(IRow row, long number)
    {
        var table = RowTable.Of(row.Stream.Kind);
        object?[] folded =
        [
            row.Stream.Id, row.Version, row.Last.Hash, row.Last.RecordedAt, table.Format, row.Keys.Search, System.Text.Encoding.UTF8.GetString(row.Body),
            .. table.Values(row),
        ];
        for (var i = 0; i < folded.Length; i++)
        {
            if (!Same(Values[i], folded[i])) return Reasons.RowDiffers(table.AllColumns[i]);
        }

        return Number == number ? null : Reasons.RowDiffers("number");
    }

    private static bool Same(object? stored, object? folded) =>
        stored is byte[] one && folded is byte[] other ? one.AsSpan().SequenceEqual(other) : Equals(stored, folded);
}
