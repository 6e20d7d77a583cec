using CityGrains.Journal.Sqlite.Engine;

namespace CityGrains.Journal.Sqlite;

/// <summary>How the file is opened: a write-ahead log, each commit on disk before it is acknowledged.</summary>
internal static class SqliteFile
{
    /// <summary>
    /// Pages in the log before it is folded into the file: 16 MiB, so that pages many commits change are folded once.
    /// More would only make opening after a crash slower.
    /// </summary>
    private const int LogPages = 4096;

    /// <summary>Opens it for the writer; it is created when missing.</summary>
    public static Connection OpenForWriting(string file)
    {
        var connection = Connection.Open(file);
        try
        {
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY");
            connection.Execute($"PRAGMA wal_autocheckpoint = {LogPages}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens it for a reader.</summary>
    public static Connection OpenForReading(string file)
    {
        var connection = Connection.OpenReadOnly(file);
        try
        {
            connection.Execute("PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
