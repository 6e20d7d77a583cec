using System.Globalization;
using CityGrains.Silo;
using CityGrains.Tests;

namespace CityGrains.Bench;

/// <summary>Commands that are on disk when they are answered, against raw commits of one such event: rows 1 to 4b.</summary>
internal static class Commands
{
    /// <summary>Enough that callers seldom meet on one agreement.</summary>
    private const int Count = 1024;

    /// <summary>Callers over HTTP, SQLite with every commit on disk.</summary>
    public static async Task<Measurement> Http(string number, int callers, double goal)
    {
        using var folder = new Folder();
        var rate = await Http(folder.Path, null, callers);
        var raw = RawInsert.OneByOne(folder.Store, folder.In("raw.db"));
        return Of(number, $"{callers} {(callers == 1 ? "client" : "clients")}, HTTP, SQLite FULL", rate, goal, raw, "raw SQLite single-event commits");
    }

    /// <summary>Callers over HTTP, PostgreSQL.</summary>
    public static async Task<Measurement> HttpPostgres(string number, PostgresCluster postgres)
    {
        using var folder = new Folder();
        var rate = await Http(folder.Path, await postgres.NewDatabase(), 64);
        var raw = await RawTransactions.Measure(await postgres.NewDatabase());
        return Of(number, "64 clients, HTTP, PostgreSQL", rate, 1, raw, "raw Npgsql one-event transactions, 64 connections");
    }

    /// <summary>Callers of 256 grains in this process, SQLite with every commit on disk.</summary>
    public static async Task<Measurement> Grains(string number)
    {
        using var folder = new Folder();
        var rate = await Grains(new SiloOptions { DataDirectory = folder.Path });
        var raw = RawInsert.OneByOne(folder.Store, folder.In("raw.db"));
        return Of(number, "256 grains, no HTTP, SQLite FULL", rate, 5, raw, "raw SQLite single-event commits");
    }

    /// <summary>Callers of 256 grains in this process, PostgreSQL.</summary>
    public static async Task<Measurement> GrainsPostgres(string number, PostgresCluster postgres)
    {
        using var folder = new Folder();
        var rate = await Grains(new SiloOptions { DataDirectory = folder.Path, Postgres = await postgres.NewDatabase() });
        var raw = await RawTransactions.Measure(await postgres.NewDatabase());
        return Of(number, "256 grains, no HTTP, PostgreSQL", rate, 3, raw, "raw Npgsql one-event transactions, 64 connections");
    }

    private static async Task<double> Http(string folder, string? database, int callers)
    {
        await using var server = await ApiProcess.Start(folder, database);
        var connections = server.Connect(Math.Max(callers, 8));
        await Agreements.Register(connections, Count);
        var next = new int[callers];
        var rate = await Clients.Rate(callers, caller => Agreements.Report(connections[caller], (caller + (callers * next[caller]++)) % Count));
        foreach (var connection in connections) connection.Dispose();
        return rate;
    }

    private static async Task<double> Grains(SiloOptions options)
    {
        await using var node = await GrainNode.Start(options);
        await Task.WhenAll(Enumerable.Range(0, 256).Select(node.Register));
        return await Clients.Rate(256, node.Report);
    }

    private static Measurement Of(string number, string work, double ours, double goal, double raw, string baseline) => new(
        number, work, ours / raw, goal,
        string.Create(CultureInfo.InvariantCulture, $"{ours:N0} commands/s"), string.Create(CultureInfo.InvariantCulture, $"{raw:N0}/s {baseline}"));
}
