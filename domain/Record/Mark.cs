using System.Collections.Immutable;

namespace CityGrains.Domain.Record;

/// <summary>Which event a part of a record rests on, so that whatever is derived from it can name that event.</summary>
/// <param name="Of">
/// The part. Of an agreement <c>state/2</c>, <c>due/c1-m1</c>, <c>status/c1-m1</c>, <c>commitment/c1</c>, <c>opinion/Bộ Ngoại giao</c>, <c>notice/1</c>,
/// <c>ch1/Effective</c>,
/// <c>term</c>, <c>declared</c>, <c>activity</c>; of an agreement or a city <c>request/r1</c>, <c>reply/r1</c>; of an activity <c>planned</c>, <c>days</c>
/// (given others last), <c>applied</c>, <c>held</c>,
/// <c>reported</c>, <c>cancelled</c>.
/// </param>
/// <param name="By">The event's version.</param>
/// <param name="On">The day it is counted from: the last it can have happened on, never after it was recorded.</param>
public sealed record Mark(string Of, long By, DateOnly On)
{
    /// <summary>
    /// The day something that happened is counted from: the last it can have been, for it certainly had happened by then; it had when it was recorded.
    /// </summary>
    internal static DateOnly DayOf(DateOfRecord on, DateTimeOffset recordedAt) =>
        on.Latest is { } latest && latest < VietnamTime.DayOf(recordedAt) ? latest : VietnamTime.DayOf(recordedAt);
}

/// <summary>The marks of a record.</summary>
internal static class Marks
{
    /// <summary>The event a part rests on; null where nothing marked it.</summary>
    public static Mark? Find(this ImmutableArray<Mark> marks, string part) => marks.FirstOrDefault(mark => mark.Of == part);

    /// <summary>The marks with one more: a part is marked once, by what happened to it first.</summary>
    public static ImmutableArray<Mark> Add<TEvent>(this ImmutableArray<Mark> marks, string part, Happening<TEvent> happening, long version)
        where TEvent : DomainEvent =>
        marks.Find(part) is not null ? marks
        : marks.Add(new Mark(part, happening.Version > 0 ? happening.Version : version, Mark.DayOf(happening.On, happening.RecordedAt)));
}
