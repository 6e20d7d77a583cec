using System.Globalization;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Rows.Due;

namespace CityGrains.Api.Queries.Due;

/// <summary>Something owed by a day.</summary>
/// <param name="Clock">Its kind, <c>report-to-prime-minister</c>.</param>
/// <param name="Record">The record it belongs to, <c>agr-2024-000123</c>.</param>
/// <param name="Kind"><c>agreement</c>, <c>activity</c>, <c>city</c> or <c>office</c>.</param>
/// <param name="Title">What that record is called.</param>
/// <param name="Subject">What tells it apart from others of its kind in the record: a milestone's id, an agency; absent where there is only one.</param>
/// <param name="What">What is to be done.</param>
/// <param name="About">What it is about, in the record's own words.</param>
/// <param name="Office">The responsible office.</param>
/// <param name="Who">Who owes it.</param>
/// <param name="Due">The last day it can be done in time.</param>
/// <param name="DaysLeft">Days left today, negative once late; absent once it was done.</param>
/// <param name="Overdue">It is not done, and its last day has passed.</param>
/// <param name="Since">The day it is counted from, not counted itself.</param>
/// <param name="StartedBy">The event that started it, <c>agr-2024-000123@7</c>.</param>
/// <param name="Basis">The article, policy or promise it rests on.</param>
/// <param name="Verbs">The verbs that end it.</param>
public sealed record DeadlineView(
    string Clock, string Record, string Kind, string Title, string? Subject, Sentence What, string? About, string Office, Sentence Who, DateOnly Due,
    int? DaysLeft, bool Overdue,
    DateOnly Since, string StartedBy, Sentence Basis, IReadOnlyList<string> Verbs)
{
    /// <summary>The day it ended; absent while it runs.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The event that ended it; absent while it runs.</summary>
    public string? EndedBy { get; init; }

    /// <summary>A deadline of an agreement.</summary>
    internal static DeadlineView Of(Agreement agreement, Deadline deadline, DateOnly today) =>
        From(new StreamId(StreamKind.Agreement, agreement.Id), agreement.Title.Vi, agreement.Office, deadline, today);

    /// <summary>A deadline from the rows.</summary>
    internal static DeadlineView Of(DueClock due, DateOnly today)
    {
        var row = due.Listed.Clock;
        var clock = new Clock(row.Clock, row.Subject, Day(row.Trigger), row.StartedBy, row.Owes, row.About)
        {
            EndedOn = row.Runs ? null : Day(row.EndedOn),
            EndedBy = row.Runs ? null : row.EndedBy,
        };
        return From(due.Listed.Stream, due.Listed.Title, row.Office, new Deadline(clock, due.Rule, due.Due), today);
    }

    private static DeadlineView From(StreamId record, string title, string office, Deadline deadline, DateOnly today)
    {
        var clock = deadline.Clock;
        return new DeadlineView(
            clock.Code, record.Id, record.ToString().Split('/')[0], title, Given(clock.Subject), deadline.Rule.What, Given(clock.About), office, deadline.Who,
            deadline.Due, clock.Runs ? deadline.DaysLeft(today) : null, deadline.IsLate(today), clock.Trigger, Event(record, clock.StartedBy),
            deadline.Rule.Basis, deadline.Rule.EndedBy)
        {
            EndedOn = clock.EndedOn,
            EndedBy = clock.EndedBy is { } ended ? Event(record, ended) : null,
        };
    }

    private static string? Given(string text) => text.Length == 0 ? null : text;

    private static string Event(StreamId record, long version) => string.Create(CultureInfo.InvariantCulture, $"{record.Id}@{version}");

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
