using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CityGrains.Tests;

/// <summary>
/// A PostgreSQL server of the tests' own: made at first use, on a free loopback port, removed at the end.
/// Its keeper, a shell, waits for the end of its input: it removes the server also when the tests are killed.
/// </summary>
public sealed partial class PostgresCluster : IAsyncDisposable
{
    private const string User = "citygrains";
    private const string Keeper = """
        set -eu
        dir=$(mktemp -d "${TMPDIR:-/tmp}/citygrains-postgres-XXXXXX")
        trap 'pg_ctl -D "$dir/data" -m immediate -s stop >/dev/null 2>&1 || :; rm -rf "$dir"' EXIT
        trap 'exit 1' INT TERM HUP
        cd "$dir"
        read -r fsync
        read -r password
        printf '%s' "$password" > password
        initdb -D data -U citygrains -A scram-sha-256 --pwfile=password -E UTF8 --locale=C --no-sync >initdb.log 2>&1 || { cat initdb.log >&2; exit 1; }
        rm password
        for setting in "listen_addresses='127.0.0.1'" "unix_socket_directories='$dir'" "fsync=$fsync" autovacuum=off max_connections=200 logging_collector=off; do echo "$setting"; done >>data/postgresql.conf
        echo "$dir"
        read -r port
        echo "port=$port" >>data/postgresql.conf
        pg_ctl -D data -l log -s -w start || { cat log >&2; exit 1; }
        echo ready
        cat >/dev/null
        """;

    private readonly SemaphoreSlim _one = new(1);
    private readonly string _password = Guid.NewGuid().ToString("N");
    private Process? _keeper;
    private string? _folder;
    private int _port;
    private int _databases;

    /// <summary>
    /// Every commit goes through to the disk itself, as it should where times are measured. No test takes the power away:
    /// what a killed server had written is there all the same.
    /// </summary>
    public bool IsForcedToDisk { get; init; }

    /// <summary>Why there can be no server here; null when there can.</summary>
    public static string? Missing =>
        Binaries is null ? "PostgreSQL is not installed: no /usr/lib/postgresql/*/bin/initdb"
        : Environment.IsPrivilegedProcess && !File.ReadLines("/etc/passwd")
            .Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "PostgreSQL does not run as root, and there is no user postgres"
        : null;

    private static string? Binaries { get; } = !Directory.Exists("/usr/lib/postgresql") ? null : Directory.EnumerateDirectories("/usr/lib/postgresql")
        .Where(version => File.Exists(Path.Combine(version, "bin", "initdb")))
        .OrderByDescending(version => int.TryParse(Path.GetFileName(version), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Select(version => Path.Combine(version, "bin"))
        .FirstOrDefault();

    /// <summary>Connection string of a new empty database; a test is skipped where there is no PostgreSQL.</summary>
    /// <param name="options">SQL after CREATE DATABASE and the name.</param>
    public async Task<string> NewDatabase(string options = "")
    {
        if (Missing is { } reason) SkipFor(reason);
        await _one.WaitAsync();
        try
        {
            if (_keeper is null) await Make();
        }
        finally
        {
            _one.Release();
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await Execute(Connection("postgres"), $"CREATE DATABASE {name} {options}");
        return Connection(name);
    }

    /// <summary>Runs SQL on a database.</summary>
    public static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Stops the server: <c>fast</c> ends its sessions, <c>immediate</c> is a crash.</summary>
    public Task Stop(string mode = "fast") => Control("stop", "-m", mode);

    /// <summary>Starts the server again, on the same port.</summary>
    public Task Start() => Control("start", "-l", Path.Combine(_folder!, "log"));

    /// <summary>Runs a program as the user whose the server is.</summary>
    public static async Task AsServer(params string[] command)
    {
        using var process = Process.Start(AsItsUser(command))!;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)}: {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Stops and removes the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_keeper is not null)
        {
            _keeper.StandardInput.Close();
            await _keeper.WaitForExitAsync();
            _keeper.Dispose();
        }

        _one.Dispose();
    }

    /// <summary>What happens where there can be no server, before it is tried in vain.</summary>
    static partial void SkipFor(string reason);

    private async Task Make()
    {
        _keeper = Process.Start(AsItsUser("sh", "-c", Keeper))!;
        await _keeper.StandardInput.WriteLineAsync(IsForcedToDisk ? "on" : "off");
        await _keeper.StandardInput.WriteLineAsync(_password);
        _folder = await Answer();
        _port = FreePort();
        await _keeper.StandardInput.WriteLineAsync(_port.ToString(CultureInfo.InvariantCulture));
        await Answer();
    }

    private async Task<string> Answer() =>
        await _keeper!.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The PostgreSQL server did not start: " + await _keeper.StandardError.ReadToEndAsync());

    private Task Control(string action, params string[] options) =>
        AsServer([Path.Combine(Binaries!, "pg_ctl"), action, "-D", Path.Combine(_folder!, "data"), "-s", "-w", .. options]);

    /// <summary>PostgreSQL refuses to run as root; tests in a container often are.</summary>
    private static ProcessStartInfo AsItsUser(params string[] command)
    {
        string[] whole = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. command] : command;
        var start = new ProcessStartInfo(whole[0], whole[1..]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true,
            RedirectStandardError = true };
        start.Environment["PATH"] = $"{Binaries}:{start.Environment["PATH"]}";
        start.Environment["LC_ALL"] = "C";
        start.WorkingDirectory = Path.GetTempPath();
        return start;
    }

    private string Connection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = User,
        Password = _password,
        Database = database,
    }.ToString();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
