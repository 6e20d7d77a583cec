using CityGrains.Api.Json;
using CityGrains.Api.Queries;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Rows.Due;

namespace CityGrains.Api.Portfolios;

/// <summary>Answers who owes what. Counting goes over every clock that is late, so what was counted is kept until anything is recorded, or another day comes.</summary>
public sealed class OwedQueries(OwedByOffice owed, IJournal journal, TimeProvider time)
{
    private Counted? _counted;

    /// <summary>Answers <c>GET /api/v1/portfolio/owed</c>.</summary>
    public async Task<IResult> Read(HttpContext http)
    {
        if (QueryReader.None(http.Request) is { } problem) return problem;
        http.Response.Headers.CacheControl = "private, no-cache";
        return JsonAnswer.Of(await Now(http.RequestAborted), ViewJson.Default.OwedView);
    }

    /// <summary>Who owes what today.</summary>
    public async Task<OwedView> Now(CancellationToken cancel)
    {
        var (today, at) = (VietnamTime.DayOf(time.GetUtcNow()), await journal.ReadEnd(cancel));
        var counted = Volatile.Read(ref _counted);
        if (counted?.Today != today || counted.At != at)
        {
            counted = new Counted(today, at, new OwedView(today, [.. (await owed.On(today, cancel)).Select(office => Of(office, today))]));
            Volatile.Write(ref _counted, counted);
        }

        return counted.View;
    }

    private static OfficeOwesView Of(OfficeOwes office, DateOnly today) => new(
        office.Office, office.Overdue, office.NoPlan, office.Silent, office.Stalled,
        office.Oldest is { } oldest ? new OldestOwedView(oldest.Record.ToString(), oldest.Rule.Code, oldest.Rule.What.Vi, oldest.Rule.What.En, oldest.Due, today.DayNumber - oldest.Due.DayNumber) : null);

    private sealed record Counted(DateOnly Today, FeedCursor At, OwedView View);
}

/// <summary>Who owes what today.</summary>
/// <param name="On">Today.</param>
/// <param name="Offices">The offices that owe something, those that owe most first.</param>
public sealed record OwedView(DateOnly On, IReadOnlyList<OfficeOwesView> Offices);

/// <summary>What an office owes.</summary>
/// <param name="Office">The office.</param>
/// <param name="Overdue">Deadlines that have passed.</param>
/// <param name="NoPlan">Agreements signed that have had no plan for longer than it allows.</param>
/// <param name="Silent">Live agreements of which nothing has been recorded for longer than it allows.</param>
/// <param name="Stalled">Agreements under whose plan nothing has been done for longer than it allows.</param>
/// <param name="Oldest">What it has owed longest.</param>
public sealed record OfficeOwesView(string Office, long Overdue, long NoPlan, long Silent, long Stalled, OldestOwedView? Oldest);

/// <summary>Something that is late.</summary>
/// <param name="Record">The record, <c>agreement/agr-2026-000123</c>.</param>
/// <param name="Clock">The kind of clock.</param>
/// <param name="Vi">What is to be done, in Vietnamese.</param>
/// <param name="En">In English.</param>
/// <param name="Due">The day it was due.</param>
/// <param name="Days">How many days ago that was.</param>
public sealed record OldestOwedView(string Record, string Clock, string Vi, string En, DateOnly Due, int Days);
