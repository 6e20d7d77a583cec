using System.Collections.Concurrent;
using CityGrains.Domain.Record;
using CityGrains.Grains.Working;
using CityGrains.Journal.Digests;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace CityGrains.Silo.Digests;

/// <summary>Pokes the reminders of every office that wants them, from a time of the day on. Every node does; one reminds.</summary>
public sealed partial class DigestRounds(IGrainFactory grains, IDigests digests, DigestOptions options, TimeProvider time, ILogger<DigestRounds> log)
    : BackgroundService
{
    /// <summary>The list of offices itself, as something that can be in trouble.</summary>
    private const string List = "";

    private readonly ConcurrentDictionary<string, string> _troubles = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Every, time);
        using var end = stoppingToken.Register(timer.Dispose); // a timer disposed of ends the wait with false; a token would end it with an exception
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            if (TimeOnly.FromDateTime(VietnamTime.Of(time.GetUtcNow()).DateTime) >= options.At) await Try(List, Round);
        }
    }

    private async Task Round()
    {
        foreach (var subscription in await digests.All()) await Try(subscription.Office, () => grains.GetGrain<IDigestGrain>(subscription.Office).Remind());
    }

    /// <summary>Whatever goes wrong is logged once, and a later round tries again: reminding never stops the node, nor one office another.</summary>
    private async Task Try(string what, Func<Task> work)
    {
        try
        {
            await work();
            _troubles.TryRemove(what, out _);
        }
#pragma warning disable CA1031 // See above.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            if (_troubles.TryGetValue(what, out var told) && told == trouble.Message) return;
            _troubles[what] = trouble.Message;
            NotReminded(log, what, trouble.Message, trouble);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The office {Office} was not reminded of its deadlines; a later round tries again. {Reason}")]
    private static partial void NotReminded(ILogger log, string office, string reason, Exception exception);
}
