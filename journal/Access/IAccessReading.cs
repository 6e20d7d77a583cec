using CityGrains.Domain.Access;

namespace CityGrains.Journal.Access;

/// <summary>Reads the record from its end, for whoever asks who did what lately.</summary>
public interface IAccessReading
{
    /// <summary>Events that may answer the question, the newest first. Never one that others may still come before.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    ValueTask<AccessStretch> Read(AccessQuestion question, CancellationToken cancel = default);
}

/// <summary>
/// What is asked of the record. The answer holds every event that fits, and may hold some that do not: texts are looked for in what is stored, not read.
/// </summary>
/// <param name="Limit">Events at most.</param>
public sealed record AccessQuestion(int Limit)
{
    /// <summary>Where the stretch begins: the events before this place; null: from the end.</summary>
    public FeedCursor? Before { get; init; }

    /// <summary>How many events a question with conditions looks through at most; of one about a day, eight times as many.</summary>
    public int Look { get; init; } = 250_000;

    /// <summary>Events that commands recorded.</summary>
    public bool Written { get; init; } = true;

    /// <summary>Events that hold entries noted beside the record.</summary>
    public bool Noted { get; init; } = true;

    /// <summary>The sort of noted entry; null: any.</summary>
    public AccessKind? Kind { get; init; }

    /// <summary>Who; null: anybody.</summary>
    public string? Actor { get; init; }

    /// <summary>The office acted for; null: any.</summary>
    public string? Office { get; init; }

    /// <summary>The day in Vietnam; null: any.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>
    /// How many events are looked through; null: as many as it takes. A day costs less to compare than a name, and what is noted of one has an index.
    /// </summary>
    internal int? Reach => (Written && Noted && Kind is null && Actor is null && Office is null && Day is null) || (Day is not null && !Written) ? null
        : Day is null ? Look : (int)Math.Min(int.MaxValue, 8L * Look);
}

/// <summary>A stretch of the record, read from its end.</summary>
/// <param name="Events">The newest first.</param>
/// <param name="Next">Where the next stretch begins; null where this one reaches the first event.</param>
public sealed record AccessStretch(IReadOnlyList<RecordedEvent> Events, FeedCursor? Next);
