using SQLitePCL;

namespace CityGrains.Journal.Sqlite.Engine;

/// <summary>An open SQLite file, for one thread at a time, without the cost of ADO.NET per row.</summary>
internal sealed class Connection : IDisposable
{
    /// <summary>How long another process may hold the file before a call fails, milliseconds.</summary>
    private const int Patience = 5000;

    private readonly sqlite3 _db;
    private readonly List<Statement> _prepared = [];

    static Connection()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0); // counting memory takes a lock of the whole process at each allocation; too late, and refused, where SQLite ran before
    }

    private Connection(sqlite3 db) => _db = db;

    /// <summary>True between BEGIN and COMMIT or ROLLBACK; SQLite ends a transaction by itself after some failures.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_db) == 0;

    /// <summary>The rowid of the last row inserted.</summary>
    public long LastRowId => raw.sqlite3_last_insert_rowid(_db);

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_db);

    /// <summary>Opens the file for writing; it is created when missing.</summary>
    public static Connection Open(string file) => Open(file, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);

    /// <summary>Opens the file for reading.</summary>
    public static Connection OpenReadOnly(string file) => Open(file, raw.SQLITE_OPEN_READONLY);

    /// <summary>Prepares a statement that is kept until the connection closes.</summary>
    public Statement Prepare(string sql)
    {
        const uint persistent = 1;
        Check(raw.sqlite3_prepare_v3(_db, sql, persistent, out var prepared));
        var statement = new Statement(this, prepared);
        _prepared.Add(statement);
        return statement;
    }

    /// <summary>Prepares a statement that its user disposes.</summary>
    public Statement PrepareOnce(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_db, sql, out var prepared));
        return new Statement(this, prepared);
    }

    /// <summary>Lets go of the statements prepared so far.</summary>
    public void Forget()
    {
        foreach (var statement in _prepared) statement.Dispose();
        _prepared.Clear();
    }

    /// <summary>Runs statements that answer nothing.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_db, sql));

    /// <summary>Runs a statement once and reads the first column of its first row; 0 when there is none.</summary>
    public long Number(string sql)
    {
        using var statement = PrepareOnce(sql);
        return statement.One(row => row.Int64(0), 0);
    }

    /// <summary>Undoes an open transaction, if there still is one.</summary>
    public void Rollback()
    {
        if (InTransaction) Execute("ROLLBACK");
    }

    /// <summary>Throws unless the code says that all went well.</summary>
    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE)) throw Error();
    }

    /// <summary>What went wrong last.</summary>
    public SqliteError Error() => new(raw.sqlite3_extended_errcode(_db), raw.sqlite3_errmsg(_db).utf8_to_string());

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        _db.Dispose();
    }

    private static Connection Open(string file, int flags)
    {
        var code = raw.sqlite3_open_v2(file, out var db, flags | raw.SQLITE_OPEN_NOMUTEX, vfs: null);
        if (code is not raw.SQLITE_OK)
        {
            db?.Dispose();
            throw new SqliteError(code, raw.sqlite3_errstr(code).utf8_to_string());
        }

        raw.sqlite3_extended_result_codes(db, 1);
        raw.sqlite3_busy_timeout(db, Patience);
        return new Connection(db);
    }
}
