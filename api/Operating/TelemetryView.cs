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
/// <param name="FeedPosition">Where the feed ends now.</param>
/// <param name="StoreBytes">The room the store takes, bytes.</param>
public sealed record TelemetryView(
    int Minutes, long Commands, IReadOnlyList<long> CommandsPerMinute, IReadOnlyList<RefusalCount> Refusals, AppendTimes Append, long Queue, long Activations, long FeedPosition, long StoreBytes)
{
    private const int MostUnsealed = 4096;

    /// <summary>From an event's recording until it was sent to who follows the feed, webhooks included.</summary>
    public required AppendTimes FeedLag { get; init; }

    /// <summary>Events that wait to be sealed; 4,096: that or more.</summary>
    public required int Unsealed { get; init; }

    /// <summary>Free room where the data folder lies, bytes.</summary>
    public required long FreeBytes { get; init; }

    /// <summary>How each part of the node is, as <c>/health/ready</c> tells.</summary>
    public required IReadOnlyList<HealthCheckView> Checks { get; init; }

    /// <summary>What the node did in the last minutes.</summary>
    internal static async Task<TelemetryView> Of(RecentWork work, IStore store, NodeHealth health, Occupancy occupancy, int minutes, CancellationToken cancel)
    {
        var last = work.Last(minutes);
        var refusals = last.SelectMany(minute => minute.Refusals).GroupBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => new RefusalCount(one.Key, one.Sum(minute => minute.Value))).OrderByDescending(one => one.Count).ThenBy(one => one.Code, StringComparer.Ordinal);
        var end = await store.Journal.ReadEnd(cancel);
        return new TelemetryView(
            minutes, last.Sum(minute => minute.Commands), work.CommandsPerMinute(minutes), [.. refusals],
            new AppendTimes(Milliseconds(MinuteOfWork.Quantile, 0.5), Milliseconds(MinuteOfWork.Quantile, 0.99)), work.Waiting, work.Activations, end.Position, await store.Size(cancel))
        {
            FeedLag = new AppendTimes(Milliseconds(MinuteOfWork.Lag, 0.5), Milliseconds(MinuteOfWork.Lag, 0.99)),
            Unsealed = (await store.Seals.Unsealed(MostUnsealed, cancel)).Count,
            FreeBytes = health.FreeBytes,
            Checks = HealthChecks.Of(await health.Look(cancel), occupancy),
        };

        double? Milliseconds(Func<IReadOnlyCollection<MinuteOfWork>, double, double?> quantile, double share) => quantile([.. last], share) is { } seconds ? Math.Round(seconds * 1000, 2) : null;
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
