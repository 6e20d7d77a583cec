using CityGrains.Api.Json;
using CityGrains.Api.Queries;
using CityGrains.Api.Queries.Past;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Rows.Due;

namespace CityGrains.Api.Portfolios;

/// <summary>
/// Answers who owes what. Counting goes over every clock that is late, so what was counted is kept until anything is recorded, or another day comes.
/// </summary>
public sealed class OwedQueries(
    OwedByOffice owed, KnownPortfolio known, KnownOffices offices, ListFilters filters, IRows rows, IJournal journal, TimeProvider time)
{
    private Counted? _counted;
    private Chosen? _chosen;

    /// <summary>Answers <c>GET /api/v1/portfolio/owed</c>.</summary>
    public async Task<IResult> Read(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var question = await PortfolioQuestion.Read(query, http.Request, filters.Portfolio, rows);
        query.Faults.Must(
            question.On is null, AsOfReader.On, "việc còn nợ chỉ tính đến hôm nay; bỏ tham số này", "what is owed is told of today only; leave it out");
        if (query.End() is { } problem) return problem;
        http.Response.Headers.CacheControl = "private, no-cache";
        return JsonAnswer.Of(await Of(question, http.RequestAborted), ViewJson.Default.OwedView);
    }

    /// <summary>
    /// Who owes what today of what a question is asked of. Asked of offices alone, also what they owe of no agreement: the yearly report, a conference, a
    /// report to a network.
    /// </summary>
    internal async Task<OwedView> Of(PortfolioQuestion question, CancellationToken cancel)
    {
        if (question.IsNarrow)
        {
            var today = VietnamTime.DayOf(time.GetUtcNow());
            return new OwedView(today, [.. OwedByOffice.Counted(await Late(question, cancel)).Select(office => Of(office, today))]);
        }

        var all = await Now(cancel);
        var names = question.Asked.Where(facet => facet.Name == FacetNames.Office).Select(facet => facet.Value).ToList();
        if (names.Count == 0) return all;
        var book = await offices.Read(cancel);
        return all with { Offices = [.. all.Offices.Where(office => names.Any(name => book.AreSame(name, office.Office)))] };
    }

    /// <summary>What is late today of the agreements a question is asked of, the oldest first.</summary>
    internal async Task<IReadOnlyList<LateClock>> Late(PortfolioQuestion question, CancellationToken cancel)
    {
        var (today, at) = (VietnamTime.DayOf(time.GetUtcNow()), await journal.ReadEnd(cancel));
        var chosen = Volatile.Read(ref _chosen);
        if (chosen is null || (chosen.Today, chosen.At, chosen.Key) != (today, at, question.Key))
        {
            var agreements = (await known.Read(cancel)).Admitted(question.Filter);
            chosen = new Chosen(today, at, question.Key, await owed.Of(agreements, today, cancel));
            Volatile.Write(ref _chosen, chosen);
        }

        return chosen.Late;
    }

    private async Task<OwedView> Now(CancellationToken cancel)
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
        office.Oldest is { } oldest ? new OldestOwedView(oldest.Record.ToString(), oldest.Rule.Code, oldest.Rule.What.Vi, oldest.Rule.What.En, oldest.Due,
            today.DayNumber - oldest.Due.DayNumber) : null);

    private sealed record Counted(DateOnly Today, FeedCursor At, OwedView View);

    private sealed record Chosen(DateOnly Today, FeedCursor At, string Key, IReadOnlyList<LateClock> Late);
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
