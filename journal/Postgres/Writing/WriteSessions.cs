using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Postgres.Writing;

/// <summary>Sessions on a database.</summary>
internal sealed class WriteSessions(Database database) : IWriteSessions<WriteSession>
{
    /// <inheritdoc/>
    public WriteSession Open() => new(database);

    /// <inheritdoc/>
    public bool Survives(Exception trouble) => true;

    /// <inheritdoc/>
    public bool ConcernsStore(Exception trouble) => Trouble.ConcernsStore(trouble);

    /// <inheritdoc/>
    public JournalUnavailableException Unavailable(Exception trouble) =>
        Trouble.Concerns(trouble) ? database.Unavailable(trouble)
            : new JournalUnavailableException($"The store {database.Name} could not take it: {trouble.Message}", trouble);
}
