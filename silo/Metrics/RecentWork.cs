using System.Diagnostics.Metrics;
using CityGrains.Journal;
using Microsoft.Extensions.Hosting;

namespace CityGrains.Silo.Metrics;

/// <summary>
/// What this node did in the last minutes, for people to look at: a few numbers kept by the minute, from the same instruments as the metrics.
/// </summary>
public sealed class RecentWork : IHostedService, IDisposable
{
    private readonly MinuteRing _ring;
    private readonly TimeProvider _time;
    private readonly long _begun;
    private readonly MeterListener _listener = new();
    private long _activations;
    private long _waiting;

    /// <summary>Listens once the node starts.</summary>
    public RecentWork(TimeProvider time)
    {
        (_ring, _time, _begun) = (new MinuteRing(time), time, time.GetTimestamp());
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Telemetry.Name) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>(Counted);
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) =>
        {
            if (instrument == Telemetry.AppendDuration) _ring.Now.Appended(value);
            else if (instrument == Telemetry.FeedLag) _ring.Now.Sent(value);
        });
    }

    /// <summary>For how long the node has been at work.</summary>
    public TimeSpan Up => _time.GetElapsedTime(_begun);

    /// <summary>Record grains in memory; those that came since this started.</summary>
    public long Activations => Interlocked.Read(ref _activations);

    /// <summary>Appends that wait for the disk.</summary>
    public long Waiting => Interlocked.Read(ref _waiting);

    /// <summary>The minutes that are over and the one that runs, at most so many, newest first.</summary>
    public IReadOnlyList<MinuteOfWork> Last(int minutes) => _ring.Last(minutes);

    /// <summary>Commands decided in each of the last minutes, the one that runs first.</summary>
    public IReadOnlyList<long> CommandsPerMinute(int minutes) => _ring.CommandsPerMinute(minutes);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Counted(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        if (instrument == Telemetry.Commands) _ring.Now.Decided(value);
        else if (instrument == Telemetry.Activations) Interlocked.Add(ref _activations, value);
        else if (instrument == Telemetry.Waiting) Interlocked.Add(ref _waiting, value);
        else if (instrument == Telemetry.Refusals)
        {
            foreach (var tag in tags)
            {
                if (tag is { Key: "code", Value: string code }) _ring.Now.Refused(code, value);
            }
        }
    }
}
