using System.Globalization;
using System.Net;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Journal.Sqlite;
using CityGrains.Tests;
using Npgsql;

namespace CityGrains.Api.Tests;

/// <summary>The disk fills up under a serving program, and has room again later. A store joins by a class that knows how to fill it.</summary>
public abstract class FullDisk : IAsyncLifetime
{
    private const int MostUntilFull = 2000;

    internal ApiServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = new ApiServer(_ => { }, await Database());
        await Server.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<string?> Database();

    protected abstract Task Fill();

    protected abstract Task MakeRoom();

    [Fact]
    public async Task Callers_are_told_to_come_again_nothing_acknowledged_is_lost_and_room_heals_it()
    {
        var accepted = new List<string> { (await Propose(0)).Expect(HttpStatusCode.Created).Id };
        await Fill();

        Answer? refused = null;
        while (refused is null && accepted.Count < MostUntilFull)
        {
            var answer = await Propose(accepted.Count);
            if (answer.Code is HttpStatusCode.Created) accepted.Add(answer.Id);
            else refused = answer;
        }

        Assert.Equal("store/unavailable", refused!.Expect(HttpStatusCode.ServiceUnavailable).Problem);
        Assert.Equal("5", refused.Headers["Retry-After"]);
        Assert.DoesNotContain("full", refused.Text, StringComparison.Ordinal);
        foreach (var id in accepted.TakeLast(50)) (await Server.Admin.Get($"/api/v1/agreements/{id}")).Expect(HttpStatusCode.OK);

        await MakeRoom();
        accepted.Add((await Propose(accepted.Count)).Expect(HttpStatusCode.Created).Id);

        Assert.Equal(
            accepted.Select(id => $"agreement/{id}"), await Server.Store.Journal.ReadAll().Select(recorded => recorded.Stream.ToString()).ToListAsync());
        var report = await Server.Store.Verify();
        Assert.True(report.IsIntact, report.First?.Reason.En);
    }

    private Task<Answer> Propose(int number) =>
        Server.Admin.Post("/api/v1/agreements", Bodies.Proposal(), ("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"proposal-{number}")));
}

public sealed class FullDiskOnSqlite : FullDisk
{
    protected override Task<string?> Database() => Task.FromResult<string?>(null);

    protected override Task Fill() => MostPages(1);

    protected override Task MakeRoom() => MostPages(1_000_000);

    /// <summary>The file may grow no more, or again: SQLite answers as it does when the disk is full.</summary>
    private Task MostPages(int pages) => ((SqliteStore)Server.Store).Writer.Step(
        session => session.Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}")), TestContext.Current.CancellationToken);
}

/// <summary>The server may write no file beyond a size, and the table of events has reached it: the system refuses to let it grow.</summary>
public sealed class FullDiskOnPostgres(PostgresCluster cluster) : FullDisk
{
    /// <summary>More than a file of the server's log has, which must not be refused: that would be a crash, see Outages.</summary>
    private const int Bytes = 20 << 20;

    /// <summary>Pages of dead rows without room for another: who wants to add one must let the file grow.</summary>
    private const string Grow = """
        ALTER TABLE citygrains.events ALTER COLUMN data SET STORAGE PLAIN;
        BEGIN;
        INSERT INTO citygrains.events (stream, version, type, data, meta, occurred_on, recorded_at, command_id, command_index, hash)
        SELECT 'none', n, 'none', repeat('x', 8000), '', '', '', gen_random_uuid(), 0, '' FROM generate_series(1, 2700) n;
        DELETE FROM citygrains.events WHERE stream = 'none';
        COMMIT;
        ALTER TABLE citygrains.events ALTER COLUMN data SET STORAGE EXTENDED;
        """;

    private string _database = "";

    protected override async Task<string?> Database() => _database = await cluster.NewDatabase();

    protected override async Task Fill()
    {
        await PostgresCluster.Execute(_database, Grow);
        await Limit(Bytes.ToString(CultureInfo.InvariantCulture));
    }

    protected override Task MakeRoom() => Limit("unlimited");

    private async Task Limit(string bytes)
    {
        foreach (var process in await Processes()) await PostgresCluster.AsServer("prlimit", "--pid", process, $"--fsize={bytes}:");
    }

    /// <summary>Those that serve the program.</summary>
    private async Task<List<string>> Processes()
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand(
            "SELECT pid::text FROM pg_stat_activity WHERE application_name = 'CityGrains' AND datname = current_database()", connection);
        await using var row = await ask.ExecuteReaderAsync();
        var processes = new List<string>();
        while (await row.ReadAsync()) processes.Add(row.GetString(0));
        return processes;
    }
}

/// <summary>The database server stops under a serving program, and comes back.</summary>
public sealed class DatabaseGone
{
    [Fact]
    public async Task Callers_are_told_to_come_again_and_are_served_when_it_is_back_without_a_restart()
    {
        await using var cluster = new PostgresCluster();
        await using var server = new ApiServer(_ => { }, await cluster.NewDatabase());
        await server.InitializeAsync();
        (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(), ("Idempotency-Key", "before"))).Expect(HttpStatusCode.Created);
        await cluster.Stop();

        var refused = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(), ("Idempotency-Key", "meanwhile")))
            .Expect(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("store/unavailable", refused.Problem);
        Assert.Equal("5", refused.Headers["Retry-After"]);
        foreach (var path in new[] { "/health/ready", "/api/v1/agreements", "/api/v1/feed", "/api/v1/portfolio/summary" })
            Assert.Equal("5", (await server.Admin.Get(path)).Expect(HttpStatusCode.ServiceUnavailable).Headers["Retry-After"]);
        (await server.Admin.Get("/health/live")).Expect(HttpStatusCode.OK);
        Telemetry.TellsWithoutStore((await server.Admin.Get("/api/v1/telemetry")).Expect(HttpStatusCode.OK).Json);

        await cluster.Start();
        Telemetry.TellsAll((await server.Admin.Get("/api/v1/telemetry")).Expect(HttpStatusCode.OK).Json);
        var after = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(), ("Idempotency-Key", "meanwhile"))).Expect(HttpStatusCode.Created);
        Assert.Equal(after.Text, (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(), ("Idempotency-Key", "meanwhile"))).Expect(HttpStatusCode.Created).Text);
        Assert.Equal(2, (await server.Store.Journal.ReadAll().ToListAsync()).Count);
        Assert.True((await server.Store.Verify()).IsIntact);
    }
}
