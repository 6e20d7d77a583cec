using CityGrains.Journal;
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
    /// <summary>What the node did in the last minutes.</summary>
    internal static async Task<TelemetryView> Of(RecentWork work, IStore store, int minutes, CancellationToken cancel)
    {
        var last = work.Last(minutes);
        var refusals = last.SelectMany(minute => minute.Refusals).GroupBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => new RefusalCount(one.Key, one.Sum(minute => minute.Value))).OrderByDescending(one => one.Count).ThenBy(one => one.Code, StringComparer.Ordinal);
        var end = await store.Journal.ReadEnd(cancel);
        return new TelemetryView(
            minutes, last.Sum(minute => minute.Commands), work.CommandsPerMinute(minutes), [.. refusals],
            new AppendTimes(Milliseconds(0.5), Milliseconds(0.99)), work.Waiting, work.Activations, end.Position, await store.Size(cancel));

        double? Milliseconds(double share) => MinuteOfWork.Quantile([.. last], share) is { } seconds ? Math.Round(seconds * 1000, 2) : null;
    }
}

/// <summary>A refusal and how often it was given.</summary>
/// <param name="Code">Its code, <c>agreement/wrong-state</c>.</param>
/// <param name="Count">How often.</param>
public sealed record RefusalCount(string Code, long Count);

/// <summary>Within which time appends were on disk; nulls where there was none.</summary>
/// <param name="P50Milliseconds">Half of them.</param>
/// <param name="P99Milliseconds">All but one in a hundred.</param>
public sealed record AppendTimes(double? P50Milliseconds, double? P99Milliseconds);
