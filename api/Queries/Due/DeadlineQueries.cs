using CityGrains.Api.Json;
using CityGrains.Api.Queries.Past;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Text;
using CityGrains.Journal;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Rows.Due;

namespace CityGrains.Api.Queries.Due;

/// <summary>What is due and overdue, in the order it is due.</summary>
public sealed class DeadlineQueries(Deadlines deadlines, Viewpoints viewpoints, IRows rows)
{
    private const int UsualPage = 50, LongestName = 500;

    private static readonly Dictionary<string, StreamKind> Records = new(StringComparer.Ordinal)
    {
        ["agreement"] = StreamKind.Agreement,
        ["city"] = StreamKind.City,
        ["activity"] = StreamKind.Activity,
    };

    /// <summary>Answers <c>GET /api/v1/deadlines</c>.</summary>
    public async Task<IResult> List(HttpContext http)
    {
        var page = await Page(http.Request.Query, http.RequestAborted);
        if (page.Problem is { } problem) return problem;
        http.Response.Headers.CacheControl = "private, no-cache";
        return JsonAnswer.Of(page.Value, ViewJson.Default.PageDeadlineView);
    }

    /// <summary>The same, before it is written.</summary>
    public async Task<Reading<Page<DeadlineView>>> Page(IQueryCollection asked, CancellationToken cancel)
    {
        var now = await viewpoints.Now(cancel);
        var query = new QueryReader(asked);
        var filter = await Filter(query, now.Today, cancel);
        var after = After(query);
        var limit = query.Limit(UsualPage);
        var count = query.Flag("count");
        if (query.End() is { } problem) return problem;

        var page = await deadlines.Page(filter, after, limit, cancel);
        long? total = count ? await deadlines.Count(filter, cancel) : null;
        var next = page.Count == limit ? DeadlineCursor.Write(page[^1].Place) : null;
        return new Page<DeadlineView>([.. page.Select(due => DeadlineView.Of(due, now.Today))], next, total);
    }

    /// <summary>How many a question finds.</summary>
    public async Task<Reading<long>> Count(IQueryCollection asked, CancellationToken cancel)
    {
        var query = new QueryReader(asked);
        var filter = await Filter(query, (await viewpoints.Now(cancel)).Today, cancel);
        return query.End() is { } problem ? problem : await deadlines.Count(filter, cancel);
    }

    /// <summary>The clocks of what is to be done by a day, as parameters; that there is no plan, or no word, is told by flags.</summary>
    public async Task<IEnumerable<(string Name, string? Value)>> ToDo(CancellationToken cancel) =>
        (await viewpoints.Now(cancel)).Rules.All.Where(rule => !rule.Watch && rule.Code != ClockCodes.Plan).Select(rule => rule.Code)
            .Distinct(StringComparer.Ordinal).Select(code => ("clock", (string?)code));

    private async Task<DueFilter> Filter(QueryReader query, DateOnly today, CancellationToken cancel)
    {
        var office = query.Value("office");
        query.Faults.Must(office is null || office.Length <= LongestName, "office", $"dài quá {LongestName} ký tự", $"is longer than {LongestName} characters");
        var codes = query.Values("clock");
        foreach (var code in codes.Where(code => !ClockCodes.All.Contains(code, StringComparer.Ordinal)).Take(1))
            query.Faults.Must(holds: false, "clock", $"phải là một trong: {string.Join(", ", ClockCodes.All)}",
                $"must be one of: {string.Join(", ", ClockCodes.All)}");
        var (from, before, overdue, all) = (query.Day("dueFrom"), query.Day("dueBefore"), query.Flag("overdue"), query.Flag("all"));
        query.Faults.Must(!overdue || !all, "all", "không dùng cùng overdue: việc đã xong thì không quá hạn",
            "does not go with overdue: what is done is not overdue");
        return new DueFilter
        {
            Today = today,
            Office = office is { Length: <= LongestName } ? NormalForm.Compose(office).Trim() : null,
            Codes = [.. codes.Distinct(StringComparer.Ordinal)],
            Record = await Record(query, cancel),
            DueFrom = from,
            DueBefore = overdue && !(before < today) ? today : before,
            Ended = all,
        };
    }

    /// <summary>The record that deadlines are asked of.</summary>
    private async Task<StreamId?> Record(QueryReader query, CancellationToken cancel)
    {
        var asked = Records.Select(kind => (Kind: kind.Value, kind.Key, Id: query.Value(kind.Key))).Where(one => one.Id is not null).ToList();
        if (asked is not [var (kind, name, id), .. var more]) return null;
        foreach (var other in more) query.Faults.Must(holds: false, other.Key, $"không dùng cùng {name}", $"does not go with {name}");
        var record = new StreamId(kind, id!);
        var isThere = RecordId.IsValid(id!) && await rows.Find(record, cancel) is not null;
        query.Faults.Must(isThere, name, "không có hồ sơ này", "there is no such record");
        return isThere ? record : null;
    }

    private static DuePlace? After(QueryReader query)
    {
        if (query.Value("after") is not { } text) return null;
        var place = DeadlineCursor.Read(text);
        query.Faults.Must(place is not null, "after", "phải là next của trang trước", "must be the next of the page before");
        return place;
    }
}

/// <summary>Says of a route that it lists deadlines.</summary>
public sealed record DeadlineRoute;
