using CityGrains.Domain.Record;
using CityGrains.Journal.Restoring;
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
    public JournalUnavailableException Unavailable(string file) => new($"The store {file} {Trouble.En}.", this);

    /// <summary>What whoever works on a file is told, in both languages.</summary>
    public JournalUnavailableException NotOpened(string file) => RestoringPlace.At(file, Trouble, this);

    /// <summary>The end of a sentence that begins with the name of the store.</summary>
    private Sentence Trouble => (Code & 0xff) switch
    {
        raw.SQLITE_FULL => new Sentence("đã hết chỗ chứa trên đĩa", "is full"),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => new Sentence("không ghi được", "cannot be written"),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new Sentence("đang được tiến trình khác sử dụng", "is in use by another process"),
        raw.SQLITE_CANTOPEN => new Sentence("không mở được", "cannot be opened"),
        raw.SQLITE_CORRUPT => new Sentence("bị hỏng", "is damaged"),
        raw.SQLITE_NOTADB => new Sentence("không phải là kho dữ liệu", "is not a store"),
        raw.SQLITE_TOOBIG => new Sentence("không nhận được bản ghi dài như thế", "does not take a record this long"),
        _ => new Sentence("gặp lỗi", "failed"),
    };
}
