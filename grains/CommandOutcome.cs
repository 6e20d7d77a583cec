using CityGrains.Domain.Record;
using CityGrains.Journal;
using Orleans;

namespace CityGrains.Grains;

/// <summary>How a command ended.</summary>
public enum CommandStatus
{
    /// <summary>Its events are on disk.</summary>
    Accepted,

    /// <summary>What it asks for is already so; nothing was recorded.</summary>
    Unchanged,

    /// <summary>The law or the record forbids it; nothing was recorded.</summary>
    Refused,

    /// <summary>The caller saw another version; nothing was recorded.</summary>
    Stale,

    /// <summary>The command id belongs to another command; nothing was recorded.</summary>
    IdReused,

    /// <summary>Another process wrote to the same record in between; nothing was recorded, the same call may succeed now.</summary>
    Conflict,
}

/// <summary>How a command ended, and what it recorded.</summary>
/// <param name="Status">How.</param>
/// <param name="Stream">The record it concerns.</param>
/// <param name="Version">The record's version after it.</param>
[Immutable]
public sealed record CommandOutcome(CommandStatus Status, StreamId Stream, long Version)
{
    /// <summary>The state in one word, as <c>InEffect</c>; null where the record has none.</summary>
    public string? State { get; init; }

    /// <summary>What it recorded; empty unless accepted.</summary>
    public IReadOnlyList<RecordedEvent> Events { get; init; } = [];

    /// <summary>Why not; null unless refused.</summary>
    public Refusal? Refusal { get; init; }
}
