using CityGrains.Api.Problems;
using CityGrains.Domain.Record;
using CityGrains.Journal;

namespace CityGrains.Api.Queries.Past;

/// <summary>A record that is there, but was not, or was not known, at the time asked for.</summary>
internal static class PastProblems
{
    /// <summary>Nothing had happened by that day.</summary>
    /// <param name="subject"><c>agreement</c> or <c>city</c>.</param>
    /// <param name="on">The day asked for.</param>
    /// <param name="first">The first day it is there on.</param>
    public static Problem NotYet(string subject, DateOnly on, DateOnly? first) => new(404, $"{subject}/not-yet",
        new Sentence(
            $"Đến hết ngày {on.Vi()}, theo những gì đã biết, chưa có gì xảy ra.", $"As far as is known, nothing had happened by the end of {on.En()}."),
        first is { } day
            ? new Sentence($"Hồ sơ có từ ngày {day.Vi()}: hỏi ngày đó hoặc muộn hơn.", $"The record begins on {day.En()}: ask for that day or a later one.")
            : new Sentence("Xem toàn bộ diễn biến ở …/history.", "See everything that happened at …/history."));

    /// <summary>Nothing was recorded by that instant.</summary>
    /// <param name="subject"><c>agreement</c> or <c>city</c>.</param>
    /// <param name="known">The instant asked for.</param>
    /// <param name="first">When its first event was recorded.</param>
    public static Problem NotKnownYet(string subject, DateTimeOffset known, DateTimeOffset first) => new(404, $"{subject}/not-known-yet",
        new Sentence($"Đến {RecordedEvent.Format(known)} chưa ghi nhận gì.", $"Nothing was recorded by {RecordedEvent.Format(known)}."),
        new Sentence($"Được ghi nhận từ {RecordedEvent.Format(first)}: hỏi thời điểm đó hoặc muộn hơn.",
            $"It is recorded since {RecordedEvent.Format(first)}: ask for that instant or a later one."));
}
