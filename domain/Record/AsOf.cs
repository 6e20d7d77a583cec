namespace CityGrains.Domain.Record;

/// <summary>A look back: at what was so on a day, at what was known at an instant, or at what was then known of that day.</summary>
/// <param name="On">The day, at its end; null: now.</param>
/// <param name="Known">The instant; what was recorded at it counts. Null: all that is recorded.</param>
public sealed record AsOf(DateOnly? On, DateTimeOffset? Known)
{
    /// <summary>What was known of a history. Later events are never recorded earlier, so it is a beginning of it.</summary>
    internal IReadOnlyList<Happening<TEvent>> KnownOf<TEvent>(IReadOnlyList<Happening<TEvent>> history)
        where TEvent : DomainEvent =>
        Known is { } known ? [.. history.TakeWhile(happening => happening.RecordedAt <= known)] : history;

    /// <summary>It may have happened by the day: it does not certainly lie after it.</summary>
    internal bool Counts(DateOfRecord on) => On is not { } day || !on.IsAfter(day);
}
