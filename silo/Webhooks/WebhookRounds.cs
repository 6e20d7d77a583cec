using System.Collections.Concurrent;
using CityGrains.Grains.Working;
using CityGrains.Journal;
using CityGrains.Journal.Webhooks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace CityGrains.Silo.Webhooks;

/// <summary>
/// Pokes the webhooks that are enabled when this node has committed, and now and then for what other nodes commit and for what is to be tried again.
/// </summary>
public sealed partial class WebhookRounds(
    IGrainFactory grains, IWebhooks webhooks, IJournal journal, WebhookOptions options, TimeProvider time, ILogger<WebhookRounds> log) : BackgroundService
{
    /// <summary>The store itself, as something that can be in trouble.</summary>
    private const string Store = "";

    private readonly ConcurrentDictionary<string, string> _troubles = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var more = journal.NextCommit;
            await Try(Store, Round, stoppingToken);
            await Task.Delay(options.Breath, time, stoppingToken);
            await more.WaitAsync(options.Poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Round(CancellationToken stop)
    {
        var enabled = await webhooks.Enabled(stop);
        await Task.WhenAll(enabled.Select(id => Try(id, _ => grains.GetGrain<IWebhookGrain>(id).Deliver(), stop)));
    }

    /// <summary>Whatever goes wrong is logged once, and the next round tries again: telling others never stops the node, nor one webhook another.</summary>
    private async Task Try(string what, Func<CancellationToken, Task> work, CancellationToken stop)
    {
        try
        {
            await work(stop);
            _troubles.TryRemove(what, out _);
        }
#pragma warning disable CA1031 // See above.
        catch (Exception trouble) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            if (_troubles.TryGetValue(what, out var told) && told == trouble.Message) return;
            _troubles[what] = trouble.Message;
            NotDelivered(log, what, trouble.Message, trouble);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Webhook {Webhook} waits; the next round tries again. {Reason}")]
    private static partial void NotDelivered(ILogger log, string webhook, string reason, Exception exception);
}
