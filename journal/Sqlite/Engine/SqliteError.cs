using SQLitePCL;

namespace CityGrains.Journal.Sqlite.Engine;

/// <summary>What SQLite answered when it could not do what was asked; becomes a <see cref="JournalUnavailableException"/> where the room ends.</summary>
internal sealed class SqliteError(int code, string message) : Exception($"SQLite {code}: {message}")
{
    /// <summary>The extended result code, <c>https://sqlite.org/rescode.html</c>.</summary>
    public int Code { get; } = code;

    /// <summary>The whole store is concerned, not only the statement at hand.</summary>
    public bool ConcernsStore => (Code & 0xff) is raw.SQLITE_IOERR or raw.SQLITE_READONLY or raw.SQLITE_BUSY or raw.SQLITE_LOCKED
        or raw.SQLITE_CANTOPEN or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_PERM or raw.SQLITE_AUTH or raw.SQLITE_NOMEM;

    /// <summary>A unique index holds the value already.</summary>
    public bool IsDuplicate => Code is raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY;

    /// <summary>What the callers of the journal are told.</summary>
    public JournalUnavailableException Unavailable(string file) => new($"The store {file} {Trouble}.", this);

    private string Trouble => (Code & 0xff) switch
    {
        raw.SQLITE_FULL => "is full",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => "cannot be written",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "is in use by another process",
        raw.SQLITE_CANTOPEN => "cannot be opened",
        raw.SQLITE_CORRUPT => "is damaged",
        raw.SQLITE_NOTADB => "is not a store",
        raw.SQLITE_TOOBIG => "does not take a record this long",
        _ => "failed",
    };
}
