using CityGrains.Api.Limits;
using CityGrains.Api.Queries.Views;
using CityGrains.Journal;
using CityGrains.Silo.Health;
using CityGrains.Silo.Metrics;

namespace CityGrains.Api.Operating;

/// <summary>What a node did of late, and how it is, for people.</summary>
/// <param name="Minutes">How many minutes the numbers are of, at most: those since the node started.</param>
/// <param name="Commands">Commands decided in them.</param>
/// <param name="CommandsPerMinute">Commands decided in each, the minute that runs first; minutes without any are 0.</param>
/// <param name="Refusals">Commands refused, by code, the most frequent first.</param>
/// <param name="Append">How long appends took until they were on disk.</param>
/// <param name="Queue">Appends that wait for the disk now.</param>
/// <param name="Activations">Agreements, cities and other records in memory now.</param>
public sealed record TelemetryView(
    int Minutes, long Commands, IReadOnlyList<long> CommandsPerMinute, IReadOnlyList<RefusalCount> Refusals, AppendTimes Append, long Queue, long Activations)
{
    private const int MostUnsealed = 4096;

    private static readonly IReadOnlyList<string> OfStore = ["feedPosition", "storeBytes", "unsealed"];

    /// <summary>Seconds since the node started.</summary>
    public required long UpSeconds { get; init; }

    /// <summary>Where the feed ends now; left out while the store does not answer.</summary>
    public long? FeedPosition { get; init; }

    /// <summary>The room the store takes, bytes; left out while the store does not answer.</summary>
    public long? StoreBytes { get; init; }

    /// <summary>Events that wait to be sealed; 4,096: that or more. Left out while the store does not answer.</summary>
    public int? Unsealed { get; init; }

    /// <summary>The numbers that are left out because the store, which has them, does not answer; none while it does.</summary>
    public IReadOnlyList<string> Untold { get; init; } = [];

    /// <summary>From an event's recording until it was sent to who follows the feed, webhooks included.</summary>
    public required AppendTimes FeedLag { get; init; }

    /// <summary>Free room where the data folder lies, bytes.</summary>
    public required long FreeBytes { get; init; }

    /// <summary>How each part of the node is, as <c>/health/ready</c> tells.</summary>
    public required IReadOnlyList<HealthCheckView> Checks { get; init; }

    /// <summary>What the node did in the last minutes. A store that does not answer keeps nothing else from being told.</summary>
    internal static async Task<TelemetryView> Of(RecentWork work, IStore store, NodeHealth health, Occupancy occupancy, int minutes, CancellationToken cancel)
    {
        var last = work.Last(minutes);
        var refusals = last.SelectMany(minute => minute.Refusals).GroupBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => new RefusalCount(one.Key, one.Sum(minute => minute.Value))).OrderByDescending(one => one.Count)
                .ThenBy(one => one.Code, StringComparer.Ordinal);
        var findings = await health.Look(cancel);
        var told = new TelemetryView(
            minutes, last.Sum(minute => minute.Commands), work.CommandsPerMinute(minutes), [.. refusals],
            new AppendTimes(Milliseconds(MinuteOfWork.Quantile, 0.5), Milliseconds(MinuteOfWork.Quantile, 0.99)), work.Waiting, work.Activations)
        {
            FeedLag = new AppendTimes(Milliseconds(MinuteOfWork.Lag, 0.5), Milliseconds(MinuteOfWork.Lag, 0.99)),
            UpSeconds = (long)work.Up.TotalSeconds,
            FreeBytes = health.FreeBytes,
            Checks = HealthChecks.Of(findings, occupancy),
        };
        return findings.Any(finding => finding is { Part: NodeHealth.StorePart, Standing: Standing.Down }) ? told with { Untold = OfStore }
            : await told.With(store, cancel);

        double? Milliseconds(Func<IReadOnlyCollection<MinuteOfWork>, double, double?> quantile, double share) =>
            quantile([.. last], share) is { } seconds ? Math.Round(seconds * 1000, 2) : null;
    }

    private async Task<TelemetryView> With(IStore store, CancellationToken cancel)
    {
        try
        {
            var (end, size, unsealed) = (await store.Journal.ReadEnd(cancel), await store.Size(cancel), await store.Seals.Unsealed(MostUnsealed, cancel));
            return this with { FeedPosition = end.Position, StoreBytes = size, Unsealed = unsealed.Count };
        }
        catch (JournalUnavailableException)
        {
            return this with { Untold = OfStore }; // gone since it was looked at
        }
    }
}

/// <summary>A refusal and how often it was given.</summary>
/// <param name="Code">Its code, <c>agreement/wrong-state</c>.</param>
/// <param name="Count">How often.</param>
public sealed record RefusalCount(string Code, long Count);

/// <summary>Within which time it was done; nulls where there was nothing to do.</summary>
/// <param name="P50Milliseconds">Half of them.</param>
/// <param name="P99Milliseconds">All but one in a hundred.</param>
public sealed record AppendTimes(double? P50Milliseconds, double? P99Milliseconds);
