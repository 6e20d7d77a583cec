using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Writing;

/// <summary>Sessions on a file.</summary>
internal sealed class WriteSessions(string file) : IWriteSessions<WriteSession>
{
    /// <inheritdoc/>
    public WriteSession Open() => new(SqliteFile.OpenForWriting(file));

    /// <inheritdoc/>
    public bool Survives(Exception trouble) => trouble is SqliteError { ConcernsStore: false } or RowOutOfStepException;

    /// <inheritdoc/>
    public bool ConcernsStore(Exception trouble) => trouble is SqliteError { ConcernsStore: true };

    /// <inheritdoc/>
    public JournalUnavailableException Unavailable(Exception trouble) =>
        trouble is SqliteError error ? error.Unavailable(file)
        : new JournalUnavailableException($"The store {file} could not take it: {trouble.Message}", trouble);
}
