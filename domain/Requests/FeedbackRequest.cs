using System.Collections.Immutable;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Requests;

/// <summary>How a request stands.</summary>
public enum RequestStanding
{
    /// <summary>Chưa trả lời.</summary>
    Open,

    /// <summary>Đã trả lời.</summary>
    Answered,

    /// <summary>Đã rút.</summary>
    Withdrawn,
}

/// <summary>A request for feedback, and what became of it.</summary>
/// <param name="Id">Id within the record, <c>r1</c>.</param>
/// <param name="Question">What was asked.</param>
public sealed record FeedbackRequest(string Id, Question Question)
{
    /// <summary>The answer; null until there is one.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The reminders that were sent.</summary>
    public ImmutableArray<Reminder> Reminders { get; init; } = [];

    /// <summary>Why no answer is awaited any more; null while one is, or was given.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>How it stands.</summary>
    public RequestStanding Standing =>
        Answer is not null ? RequestStanding.Answered : Withdrawal is not null ? RequestStanding.Withdrawn : RequestStanding.Open;

    /// <summary>Days from the asking to the answer; null where there is no answer, or one of the days is not known.</summary>
    public int? Days => Answer is { AnsweredOn: { Precision: DatePrecision.Day } answered } && Question.AskedOn is { Precision: DatePrecision.Day } asked
        ? answered.Earliest!.Value.DayNumber - asked.Earliest!.Value.DayNumber
        : null;

    /// <summary>True when it was certainly due before a day, and nothing came.</summary>
    public bool IsOverdue(DateOnly today) => Standing is RequestStanding.Open && Question.DueBy is { } due && due.IsBefore(today);
}

/// <summary>A reminder.</summary>
/// <param name="On">When.</param>
/// <param name="Document">Number of the document; null when there is none.</param>
public sealed record Reminder(DateOfRecord On, string? Document);

/// <summary>A request was taken back.</summary>
/// <param name="On">When.</param>
/// <param name="Ground">Why.</param>
public sealed record Withdrawal(DateOfRecord On, string Ground);
