using CityGrains.Domain.Record;
using Npgsql;

namespace CityGrains.Journal.Postgres;

/// <summary>How the database is reached: pooled connections for readers, one of its own for the writer.</summary>
internal sealed class Database : IDisposable
{
    /// <summary>How long a server may take to let a connection in, and to answer, seconds, where the connection string does not say.</summary>
    private const int ConnectPatience = 15, AnswerPatience = 15;

    /// <summary>
    /// The writer's statements are fixed and go by their indexes, however large or small the tables are at that moment;
    /// a node waits for its disk whatever the server's default is, unless that asks for more.
    /// </summary>
    private const string WriterSettings = """
        SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off;
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
        """;

    private const string Expected = "Host=…;Database=…;Username=…;Password=…";

    private readonly string _nameVi;
    private readonly NpgsqlDataSource _readers;
    private readonly NpgsqlDataSource _writers;

    /// <summary>Reads the connection string; nothing is connected yet.</summary>
    /// <exception cref="FormatException">It does not parse.</exception>
    public Database(string connectionString)
    {
        var settings = Parse(connectionString);
        var database = settings.Database ?? settings.Username;
        (Name, _nameVi) = ($"{database} on {settings.Host}", $"{database} trên {settings.Host}");
        _readers = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { NoResetOnClose = true });
        _writers = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, MaxAutoPrepare = 50, AutoPrepareMinUsages = 2 });
    }

    /// <summary>Database and host, for messages; nothing of who signs in.</summary>
    public string Name { get; }

    /// <summary>A connection for reading, from the pool.</summary>
    public ValueTask<NpgsqlConnection> OpenReader(CancellationToken cancel) => _readers.OpenConnectionAsync(cancel);

    /// <summary>A connection for the writer.</summary>
    public NpgsqlConnection OpenWriter()
    {
        var connection = _writers.OpenConnection();
        try
        {
            using var command = new NpgsqlCommand(WriterSettings, connection);
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection for long work, not from the pool.</summary>
    public ValueTask<NpgsqlConnection> OpenAlone(CancellationToken cancel) => _writers.OpenConnectionAsync(cancel);

    /// <summary>What the callers of the journal are told.</summary>
    public JournalUnavailableException Unavailable(Exception trouble) => new($"The store {Name} {Trouble.Of(trouble).En}.", trouble);

    /// <summary>What whoever starts the program is told, in both languages.</summary>
    public JournalUnavailableException NotOpened(Exception trouble) => new(NotOpened(Trouble.Of(trouble)), trouble);

    /// <summary>What whoever starts the program is told, in both languages.</summary>
    /// <param name="why">The end of a sentence that begins with the name of the store.</param>
    public JournalUnavailableException Refused(Sentence why) => new(NotOpened(why));

    /// <summary>What whoever starts the program is told, in both languages.</summary>
    /// <param name="why">The end of a sentence that begins with the name of the store.</param>
    public string NotOpened(Sentence why) => $"The store {Name} {why.En}. / Kho dữ liệu {_nameVi} {why.Vi}.";

    /// <inheritdoc/>
    public void Dispose()
    {
        _readers.Dispose();
        _writers.Dispose();
    }

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception cause) when (cause is ArgumentException or FormatException or OverflowException)
        {
            throw new FormatException($"The PostgreSQL connection string cannot be read; expected {Expected}. / Không đọc được chuỗi kết nối PostgreSQL; cần dạng {Expected}.", cause);
        }

        if (string.IsNullOrWhiteSpace(settings.Host))
            throw new FormatException(
                $"The PostgreSQL connection string names no host; expected {Expected}. / Chuỗi kết nối PostgreSQL thiếu tên máy chủ; cần dạng {Expected}.");
        if (!settings.ShouldSerialize("Timeout")) settings.Timeout = ConnectPatience;
        if (!settings.ShouldSerialize("Command Timeout")) settings.CommandTimeout = AnswerPatience;
        settings.ApplicationName ??= "CityGrains";
        settings.Enlist = false;
        return settings;
    }
}
