using System.Runtime.InteropServices;
using System.Text;
using SQLitePCL;

namespace CityGrains.Journal.Sqlite.Engine;

/// <summary>A prepared statement: parameters from 1, columns from 0, text in and out as UTF-8.</summary>
internal sealed unsafe class Statement(Connection connection, sqlite3_stmt prepared) : IDisposable
{
    private const int ShortText = 512;

    /// <summary>Valid as long as <c>prepared</c>, which this keeps and disposes.</summary>
    private readonly nint _handle = prepared.DangerousGetHandle();

    /// <summary>Binds an integer.</summary>
    public Statement Bind(int parameter, long value)
    {
        connection.Check(Native.BindInt64(_handle, parameter, value));
        return this;
    }

    /// <summary>Binds text, or NULL.</summary>
    public Statement Bind(int parameter, string? value)
    {
        if (value is null)
        {
            connection.Check(Native.BindNull(_handle, parameter));
            return this;
        }

        if (value.Length > ShortText / 3) return BindText(parameter, Encoding.UTF8.GetBytes(value));
        Span<byte> utf8 = stackalloc byte[ShortText];
        return BindText(parameter, utf8[..Encoding.UTF8.GetBytes(value, utf8)]);
    }

    /// <summary>Binds text or a whole number.</summary>
    public Statement Bind(int parameter, object value) => value is string text ? Bind(parameter, text) : Bind(parameter, (long)value);

    /// <summary>Binds text that is UTF-8 already.</summary>
    public Statement BindText(int parameter, ReadOnlySpan<byte> utf8)
    {
        fixed (byte* start = &MemoryMarshal.GetReference(Given(utf8)))
        {
            connection.Check(Native.BindText(_handle, parameter, start, utf8.Length, Native.Transient));
        }

        return this;
    }

    /// <summary>Binds bytes.</summary>
    public Statement BindBlob(int parameter, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = &MemoryMarshal.GetReference(Given(bytes)))
        {
            connection.Check(Native.BindBlob(_handle, parameter, start, bytes.Length, Native.Transient));
        }

        return this;
    }

    /// <summary>Binds a UUID as 16 bytes, big-endian.</summary>
    public Statement Bind(int parameter, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BindBlob(parameter, bytes);
    }

    /// <summary>Runs the statement to its end.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>The first row, or <paramref name="none"/>.</summary>
    public T One<T>(Func<Statement, T> read, T none)
    {
        try
        {
            return Step() ? read(this) : none;
        }
        finally
        {
            Native.Reset(_handle);
        }
    }

    /// <summary>Every row.</summary>
    public List<T> All<T>(Func<Statement, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (Step()) rows.Add(read(this));
        }
        finally
        {
            Native.Reset(_handle);
        }

        return rows;
    }

    /// <summary>Row after row, without keeping them; the statement itself stands for the current one.</summary>
    public IEnumerable<Statement> Each()
    {
        try
        {
            while (Step()) yield return this;
        }
        finally
        {
            Native.Reset(_handle);
        }
    }

    /// <summary>An integer of the current row.</summary>
    public long Int64(int column) => Native.ColumnInt64(_handle, column);

    /// <summary>Text of the current row.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>Text of the current row, or null.</summary>
    public string? TextOrNull(int column) => Native.ColumnType(_handle, column) is raw.SQLITE_NULL ? null : Text(column);

    /// <summary>The bytes of text or of a blob; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => new(Native.ColumnBlob(_handle, column), Native.ColumnBytes(_handle, column));

    /// <inheritdoc/>
    public void Dispose() => prepared.Dispose();

    /// <summary>An empty span has no address, and no address means NULL to SQLite.</summary>
    private static ReadOnlySpan<byte> Given(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? "\0"u8 : bytes;

    /// <summary>The next row; false, and ready to run again, after the last one. A failure leaves it ready to run again as well.</summary>
    private bool Step()
    {
        var code = Native.Step(_handle);
        if (code is raw.SQLITE_ROW) return true;
        var error = code is raw.SQLITE_DONE ? null : connection.Error();
        Native.Reset(_handle);
        return error is null ? false : throw error;
    }
}
