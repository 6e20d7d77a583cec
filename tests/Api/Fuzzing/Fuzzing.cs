using System.Net.Sockets;
using CityGrains.Api.Limits;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Silo.Webhooks;
using CityGrains.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>Requests made of the API's own document, sensible and spoiled, many thousand of them. A store joins by a class that names its database.</summary>
public abstract class Fuzzing
{
    [Fact]
    public async Task Whatever_is_sent_nothing_fails_every_refusal_is_told_and_the_record_stays_whole()
    {
        await using var server = new ApiServer(services => services
            .AddSingleton(new RequestLimits { PerKey = 0, PerAddress = 0, SignInsPerMinute = 0 })
            .AddSingleton<Resolve>((_, _) => throw new SocketException((int)SocketError.HostNotFound)), await Database());
        await server.InitializeAsync();
        using var run = new FuzzRun(server, FuzzOrder.Read(Requests));

        await run.Go();
        TestContext.Current.TestOutputHelper!.WriteLine(run.Counts);
        await server.Restart();
        await Whole(server, run);

        Assert.True(run.Findings.Count == 0, $"{run.Counts}\n{string.Join('\n', run.Findings)}");
        Assert.True(run.Hundred(200) > run.Hundred(400) / 10, run.Counts);
    }

    /// <summary>How many requests a usual run sends after those that try every place.</summary>
    protected abstract int Requests { get; }

    /// <summary>Connection string; null: SQLite.</summary>
    protected abstract Task<string?> Database();

    private static async Task Whole(ApiServer server, FuzzRun run)
    {
        var everything = new EveryReading(server);
        var histories = await everything.Go();
        run.Findings.AddRange(everything.Unread);
        foreach (var record in run.Ledger.Records)
        {
            if (!histories.TryGetValue(record, out var history)) run.Findings.Add($"{record} is in no list");
            else if (run.Ledger.Compare(record, history) is { } wrong) run.Findings.Add(wrong);
        }

        var report = await server.Store.Verify(cancel: TestContext.Current.CancellationToken);
        run.Findings.AddRange(report.Findings.Select(finding => $"{finding.What} {finding.Stream}@{finding.Version}: {finding.Reason.En}"));
    }
}

public sealed class FuzzingOnSqlite : Fuzzing
{
    protected override int Requests => 3000;

    protected override Task<string?> Database() => Task.FromResult<string?>(null);
}

public sealed class FuzzingOnPostgres(PostgresCluster cluster) : Fuzzing
{
    protected override int Requests => 1000;

    protected override async Task<string?> Database() => await cluster.NewDatabase();
}
