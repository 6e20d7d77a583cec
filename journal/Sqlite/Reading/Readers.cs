using System.Collections.Concurrent;
using CityGrains.Journal.Sqlite.Engine;

namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>Reading connections, as many as are in use at once; they never wait for the writer.</summary>
internal sealed class Readers(string file) : IDisposable
{
    private readonly ConcurrentBag<Reader> _idle = [];
    private volatile bool _closed;

    /// <summary>Asks a question.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be read.</exception>
    public T Read<T>(Func<Reader, T> ask, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        if (_closed) throw new JournalUnavailableException("The store is closed.");
        Reader? reader = null;
        try
        {
            if (!_idle.TryTake(out reader)) reader = new Reader(SqliteFile.OpenForReading(file));
            var answer = ask(reader);
            Return(reader);
            reader = null;
            return answer;
        }
        catch (SqliteError error)
        {
            throw error.Unavailable(file);
        }
        finally
        {
            reader?.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var reader)) reader.Dispose();
    }

    private void Return(Reader reader)
    {
        _idle.Add(reader);
        if (_closed) Dispose();
    }
}
