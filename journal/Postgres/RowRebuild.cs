using System.Runtime.ExceptionServices;
using CityGrains.Journal.Postgres.Reading;
using CityGrains.Journal.Postgres.Writing;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Verification;
using Npgsql;

namespace CityGrains.Journal.Postgres;

/// <summary>
/// Throws all rows away and writes them anew from the fold of every stream: in one transaction, so that readers see the old rows until it ends.
/// </summary>
internal sealed class RowRebuild(Database database)
{
    private const int RowsPerBatch = 500;

    private static readonly string Formats = string.Join(", ", RowTable.All.Select(table => $"('{StreamId.NameOf(table.Kind)}', {table.Format})"));

    /// <summary>True when rows are in another format than the program's.</summary>
    public static async Task<bool> IsNeeded(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT count(*) FROM (VALUES {Formats}) AS known (kind, format) NATURAL JOIN citygrains.row_formats", connection);
        return (long)(await command.ExecuteScalarAsync(cancel))! != RowTable.All.Count;
    }

    /// <summary>Does it. No node appends meanwhile: the lock makes them wait, and waits for those that are at it.</summary>
    public async Task Run(NpgsqlConnection connection, IProgress<RebuildProgress>? progress, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await Execute(connection, "LOCK TABLE citygrains.events IN SHARE ROW EXCLUSIVE MODE", cancel);
        await Execute(connection, "DELETE FROM citygrains.agreement_lives", cancel);
        foreach (var table in RowTable.All) await Execute(connection, $"DELETE FROM {table.Rows}; DELETE FROM {table.Facets}; DELETE FROM {table.Periods}", cancel);
        foreach (var table in BelongingTable.Every) await Execute(connection, $"DELETE FROM citygrains.{table.Name}", cancel);
        await Execute(connection, $"DELETE FROM citygrains.clocks; DELETE FROM citygrains.counters; DELETE FROM citygrains.row_formats; INSERT INTO citygrains.row_formats (kind, format) VALUES {Formats}", cancel);

        await using var source = await database.OpenAlone(cancel);
        var total = await Count(source, cancel);
        try
        {
            Write(connection, StoredStream.All(source).AsParallel().WithCancellation(cancel).WithDegreeOfParallelism(Environment.ProcessorCount).Select(Fold),
                total, progress);
        }
        catch (AggregateException all)
        {
            ExceptionDispatchInfo.Throw(all.Flatten().InnerExceptions[0]);
        }

        await transaction.CommitAsync(cancel);
    }

    private static void Write(NpgsqlConnection connection, IEnumerable<(IRow Row, long Events)> folded, long total, IProgress<RebuildProgress>? progress)
    {
        var writing = new RowBatch();
        var done = 0L;
        foreach (var batch in folded.Chunk(RowsPerBatch))
        {
            writing.Write(connection, batch.Select(row => row.Row));
            done += batch.Sum(row => row.Events);
            progress?.Report(new RebuildProgress(done, total));
        }
    }

    private static (IRow Row, long Events) Fold(StoredStream stream)
    {
        var folding = Folding.Of(stream.Id ?? throw new FormatException($"'{stream.Name}' names no stream."));
        foreach (var recorded in stream.Events) folding.Add(recorded);
        return (folding.Row(), stream.Events.Count);
    }

    private static async Task<long> Count(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT count(*) FROM citygrains.events", connection) { CommandTimeout = 0 };
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
