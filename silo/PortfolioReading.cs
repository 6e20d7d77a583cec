using CityGrains.Journal.Rows;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CityGrains.Silo;

/// <summary>Reads the portfolio once the node is ready, so that who asks first does not wait for it.</summary>
public sealed partial class PortfolioReading(KnownPortfolio portfolio, IHostApplicationLifetime lifetime, ILogger<PortfolioReading> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously); // the start does not wait for what follows
        await using var started = lifetime.ApplicationStarted.Register(ready.SetResult);
        try
        {
            await ready.Task.WaitAsync(stoppingToken);
            await portfolio.Read(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops before it was asked anything.
        }
#pragma warning disable CA1031 // Whatever goes wrong is logged, and told to whoever asks first: then it is read again.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            NotRead(log, trouble);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The portfolio could not be read ahead; the first question to it tries again.")]
    private static partial void NotRead(ILogger log, Exception trouble);
}
