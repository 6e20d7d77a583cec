using Orleans;

namespace CityGrains.Grains.Working;

/// <summary>Reminds one office of its deadlines, once a day. Every node pokes it, under the office's id; one activation works.</summary>
public interface IDigestGrain : IGrainWithStringKey
{
    /// <summary>Reminds the office of what is due today, unless that was done. What fails is thrown, and tried again by a later poke.</summary>
    Task Remind();
}

/// <summary>How far the reminders of an office have come; losing it costs a repetition.</summary>
public sealed record DigestProgress
{
    /// <summary>The last day that was looked at.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>What was told of each deadline that still runs: its key, and the stage.</summary>
    public IReadOnlyDictionary<string, int> Told { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Days whose reminder is still to be mailed, the oldest first.</summary>
    public IReadOnlyList<DateOnly> Unmailed { get; init; } = [];

    /// <summary>Whoever works at it holds it until then; after a failure, when it is tried again.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
