using System.Diagnostics;

namespace CityGrains.Bench;

/// <summary>The events of a store, inserted again into an empty table of the same form, without anything else: many a transaction, or one.</summary>
internal static class RawInsert
{
    private const int Batch = 1000;

    /// <summary>All of them, 1,000 a transaction: how many, in how many seconds.</summary>
    public static (int Events, double Seconds) Batched(string store, string target)
    {
        var events = StoredEvents.Read(store);
        using var connection = events.NewTable(target);
        using var insert = StoredEvents.Insert(connection);
        var clock = Stopwatch.StartNew();
        for (var first = 0; first < events.Rows.Count; first += Batch)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var i = first; i < Math.Min(first + Batch, events.Rows.Count); i++) Insert(insert, events.Rows[i]);
            transaction.Commit();
        }

        return (events.Rows.Count, clock.Elapsed.TotalSeconds);
    }

    /// <summary>One a transaction, one after the other, as long as other rates are measured: commits a second.</summary>
    public static double OneByOne(string store, string target)
    {
        var events = StoredEvents.Read(store);
        using var connection = events.NewTable(target);
        using var insert = StoredEvents.Insert(connection);
        var clock = Stopwatch.StartNew();
        var done = 0;
        while (clock.Elapsed < Clients.Measured && done < events.Rows.Count) Insert(insert, events.Rows[done++]);
        return done / clock.Elapsed.TotalSeconds;
    }

    private static void Insert(Microsoft.Data.Sqlite.SqliteCommand insert, object[] values)
    {
        for (var column = 0; column < values.Length; column++) insert.Parameters[column].Value = values[column];
        insert.ExecuteNonQuery();
    }
}
