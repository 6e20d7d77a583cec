using CityGrains.Domain.Record;

namespace CityGrains.Domain.Access;

/// <summary>One day of the access log, as its events tell it.</summary>
public sealed record AccessDay
{
    /// <summary>The day nothing is noted of yet.</summary>
    public static AccessDay Unrecorded(string id) => new() { Id = id };

    /// <summary>The day in Vietnam, <c>2026-03-15</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How many events it consists of.</summary>
    public long Version { get; init; }

    /// <summary>How many entries those hold.</summary>
    public long Entries { get; init; }

    /// <summary>The day after one more event.</summary>
    public static AccessDay Evolve(AccessDay day, Happening<AccessEvent> happening) => happening.Event is AccessNoted noted
        ? day with { Version = day.Version + 1, Entries = day.Entries + noted.Entries.Count }
        : throw new ArgumentOutOfRangeException(nameof(happening), happening.Event.GetType().Name, "A day of the access log has no such event.");

    /// <summary>The day as a look back shows it.</summary>
    public static AccessDay AsOf(string id, IReadOnlyList<Happening<AccessEvent>> history, AsOf when) =>
        when.KnownOf(history).Aggregate(Unrecorded(id), Evolve);

    /// <summary>What a command leads to: whatever happened is noted.</summary>
    public static Decision<AccessEvent> Decide(NoteAccess command) =>
        command.Entries.Count == 0 ? Decision<AccessEvent>.Unchanged : Decision<AccessEvent>.Accept(new AccessNoted(command.Entries));
}

/// <summary>Something that is noted in the access log.</summary>
public abstract record AccessEvent : DomainEvent;

/// <summary>What happened lately was noted.</summary>
/// <param name="Entries">In the order it happened, at least one.</param>
public sealed record AccessNoted(IReadOnlyList<AccessEntry> Entries) : AccessEvent;

/// <summary>Note what happened lately.</summary>
/// <param name="Entries">In the order it happened.</param>
public sealed record NoteAccess(IReadOnlyList<AccessEntry> Entries);
