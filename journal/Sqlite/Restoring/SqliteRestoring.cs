using CityGrains.Journal.Restoring;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Verification;

namespace CityGrains.Journal.Sqlite.Restoring;

/// <summary>
/// Restores into a file that bears its name when it is whole, never before: until then it is called <c>….restoring</c>.
/// Whoever opens the store meanwhile, or after a crash, sees that name and refuses.
/// </summary>
public sealed class SqliteRestoring(string file) : IRestoring
{
    private readonly string _begun = Begun(file);
    private Connection? _connection;
    private RecordLoad? _load;

    /// <inheritdoc/>
    public Task MustBeEmpty(CancellationToken cancel) =>
        File.Exists(file) ? Task.FromException(RestoringPlace.At(file, RestoringPlace.Taken)) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task Begin(CancellationToken cancel) => Guarded(() =>
    {
        Remove();
        _connection = Connection.Open(_begun);
        _connection.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
        Migrations.Apply(_connection, _begun);
        _connection.Execute("BEGIN");
        _load = new RecordLoad(_connection);
    });

    /// <inheritdoc/>
    public Task Add(RestoredPart part, CancellationToken cancel) => Guarded(() => _load!.Add(part));

    /// <inheritdoc/>
    public async Task End(IProgress<RebuildProgress>? progress, CancellationToken cancel)
    {
        await Guarded(() => _connection!.Execute("COMMIT"));
        Close();
        await using (await SqliteStore.Open(_begun, progress, cancel))
        {
            // Opening folds the rows, since there are none; closing brings everything into the one file.
        }

        using var whole = new FileStream(_begun, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        whole.Flush(flushToDisk: true);
        File.Move(_begun, file);
        whole.Flush(flushToDisk: true); // the name as well
    }

    /// <inheritdoc/>
    public Task Abandon()
    {
        Close();
        Remove();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    /// <summary>Throws where a restore was begun and not finished.</summary>
    internal static void MustNotBeUnfinished(string file)
    {
        if (!File.Exists(file) && File.Exists(Begun(file))) throw RestoringPlace.At(file, RestoringPlace.Unfinished);
    }

    private static string Begun(string file) => file + ".restoring";

    private void Close()
    {
        _connection?.Dispose();
        (_connection, _load) = (null, null);
    }

    private void Remove()
    {
        foreach (var beside in new[] { "-wal", "-shm", "" }) File.Delete(_begun + beside);
    }

    private Task Guarded(Action work)
    {
        try
        {
            work();
            return Task.CompletedTask;
        }
        catch (SqliteError error)
        {
            return Task.FromException(error.NotOpened(file));
        }
    }
}
