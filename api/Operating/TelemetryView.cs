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
    int Minutes, long Commands, IReadOnlyList<long> CommandsPerMinute, IReadOnlyList<RefusalCount> Refusals, AppendTimes Append, long Queue, long Activations, long FeedPosition, long StoreBytes);

/// <summary>A refusal and how often it was given.</summary>
/// <param name="Code">Its code, <c>agreement/wrong-state</c>.</param>
/// <param name="Count">How often.</param>
public sealed record RefusalCount(string Code, long Count);

/// <summary>Within which time appends were on disk; nulls where there was none.</summary>
/// <param name="P50Milliseconds">Half of them.</param>
/// <param name="P99Milliseconds">All but one in a hundred.</param>
public sealed record AppendTimes(double? P50Milliseconds, double? P99Milliseconds);
