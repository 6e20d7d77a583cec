using CityGrains.Grains.Working;
using CityGrains.Journal.Seals;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;

namespace CityGrains.Silo;

/// <summary>Pokes the sealer every few seconds, and once more when the node stops, so that what was recorded is sealed soon.</summary>
public sealed partial class SealRounds(IGrainFactory grains, SiloOptions options, TimeProvider time, ILogger<SealRounds> log) : BackgroundService
{
    private volatile string? _trouble;

    /// <summary>Why the last round sealed nothing; null while all is well.</summary>
    public string? Trouble => _trouble;

    /// <summary>True where the tree in the store is not the one that was signed.</summary>
    public bool IsBroken { get; private set; }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Round(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.SealEvery, time);
        using var end = stoppingToken.Register(timer.Dispose); // a timer disposed of ends the wait with false; a token would end it with an exception
        while (await timer.WaitForNextTickAsync(CancellationToken.None)) await Round(stoppingToken);
    }

    private async Task Round(CancellationToken stopping)
    {
        try
        {
            while ((await grains.GetGrain<ISealerGrain>(SealerKey.Only).Seal()).More && !stopping.IsCancellationRequested)
            {
            }

            (_trouble, IsBroken) = (null, false);
        }
#pragma warning disable CA1031 // Whatever goes wrong is logged, and the next round tries again: sealing never stops the node.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            if (trouble.Message != _trouble) NotSealed(log, trouble.Message, trouble);
            (_trouble, IsBroken) = (trouble.Message, trouble is SealBrokenException);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The record was not sealed; the next round tries again. {Reason}")]
    private static partial void NotSealed(ILogger log, string reason, Exception exception);
}
