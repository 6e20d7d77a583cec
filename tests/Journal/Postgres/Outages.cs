using System.Collections.Concurrent;
using CityGrains.Domain.Agreements;
using CityGrains.Tests;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Postgres;

/// <summary>The server stops, crashes and comes back, while the node lives on. It is a server of this class alone.</summary>
public sealed class Outages : PostgresSuite, IAsyncLifetime
{
    private readonly SemaphoreSlim _progress = new(0);

    public Outages() : base(new PostgresCluster())
    {
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await Cluster.DisposeAsync();
        _progress.Dispose();
    }

    [Fact]
    public async Task While_the_server_is_stopped_every_call_says_so_and_goes_on_when_it_is_back()
    {
        await Append("agr-1", Legacy());
        await Cluster.Stop();

        var refused = await Assert.ThrowsAsync<JournalUnavailableException>(() => Append("agr-1", Progress(10)));
        Assert.Contains("on 127.0.0.1", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Rows.Summary());
        await Assert.ThrowsAsync<JournalUnavailableException>(() => AllEvents());
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Store.Verify());
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Store.Rebuild());

        await Cluster.Start();
        Assert.Equal(AppendStatus.Appended, (await Append("agr-1", Progress(20))).Status);
        Assert.Equal([1, 2], (await EventsOf("agr-1")).Select(recorded => recorded.Version));
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_restart_between_two_appends_goes_unnoticed()
    {
        await Append("agr-1", Legacy());
        await Cluster.Stop();
        await Cluster.Start();
        Assert.Equal(AppendStatus.Appended, (await Append("agr-1", Progress(20))).Status);
    }

    [Fact]
    public async Task Crashes_under_load_lose_nothing_that_was_acknowledged_and_double_nothing()
    {
        const int crashes = 3, appenders = 40;
        var acknowledged = new ConcurrentBag<Guid>();
        using var stop = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, appenders).Select(i => Appender(i, acknowledged, stop.Token)));
        for (var crash = 0; crash < crashes; crash++)
        {
            await Progressed();
            await Cluster.Stop("immediate");
            await Cluster.Start();
        }

        await Progressed();
        await stop.CancelAsync();
        await load;

        var recorded = (await AllEvents()).GroupBy(recorded => recorded.CommandId).ToDictionary(command => command.Key, command => command.Count());
        Assert.All(acknowledged, command => Assert.Equal(1, recorded.GetValueOrDefault(command)));
        Assert.Equal(acknowledged.Count, acknowledged.Distinct().Count());
        var report = await Store.Verify();
        Assert.True(report.IsIntact, report.First?.ToString());
    }

    private async Task Appender(int number, ConcurrentBag<Guid> acknowledged, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var context = Ask();
            try
            {
                AgreementEvent happened = i % 10 == 0 ? Legacy() : Progress(i % 100);
                if ((await Append($"agr-{number}-{i / 10}", context, happened)).Status is not AppendStatus.Appended) continue;
                acknowledged.Add(context.CommandId);
                _progress.Release();
            }
            catch (JournalUnavailableException)
            {
                // Nobody knows; this appender goes on with another agreement.
                i += 10 - (i % 10) - 1;
            }
        }
    }

    private async Task Progressed()
    {
        for (var i = 0; i < 500; i++) await _progress.WaitAsync();
    }
}
