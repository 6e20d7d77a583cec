namespace CityGrains.Journal.Writing;

/// <summary>What the writer of a store commits with.</summary>
internal interface IWriteSession : IDisposable
{
    /// <summary>Commits appends as one transaction, each with its outcome noted; or throws, and nothing is known to be written.</summary>
    void Commit(IReadOnlyList<PendingAppend> batch);
}

/// <summary>How the sessions of a store are opened, and what their troubles mean.</summary>
internal interface IWriteSessions<TSession>
{
    /// <summary>Opens one.</summary>
    TSession Open();

    /// <summary>The session is as good as before, and need not be opened anew.</summary>
    bool Survives(Exception trouble);

    /// <summary>The whole store is concerned, so that trying each append of a batch alone would fail as well.</summary>
    bool ConcernsStore(Exception trouble);

    /// <summary>What the callers of the journal are told.</summary>
    JournalUnavailableException Unavailable(Exception trouble);
}

/// <summary>The stored row of a stream is not what its events say: the rows must be rebuilt.</summary>
internal sealed class RowOutOfStepException(StreamId stream)
    : Exception($"The row of {stream} is not what its events say. Verify the store and rebuild its rows.");
