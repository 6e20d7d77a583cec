using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries;
using CityGrains.Api.Queries.Due;
using CityGrains.Api.Queries.Past;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Portfolios;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Portfolios;

/// <summary>Names the agreements behind the portfolio's numbers.</summary>
public sealed class PortfolioLists(KnownPortfolio known, IRows rows, ListFilters filters, ViewMaker views, Viewpoints viewpoints, TimeProvider time)
{
    private const int UsualPage = 50;

    private static readonly Problem NoSuchStep = new(404, "portfolio/no-such-step",
        new Sentence("Không có bước này.", "There is no such step."),
        new Sentence($"Các bước: {string.Join(", ", StepNames.All)}.", $"The steps are: {string.Join(", ", StepNames.All)}."));

    private DateOnly Today => VietnamTime.DayOf(time.GetUtcNow());

    /// <summary>Answers <c>GET /api/v1/portfolio/aging</c>.</summary>
    public async Task<IResult> Aging(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var question = await PortfolioQuestion.Read(query, http.Request, filters.Portfolio, rows);
        if (query.End() is { } problem) return problem;
        var on = question.On ?? Today;
        var ages = new List<AgeView>();
        foreach (var age in (await known.Read(http.RequestAborted)).Aging(question.Filter, on)) ages.Add(await Of(age, http.RequestAborted));
        return JsonAnswer.Of(new AgingView(on, ages), ViewJson.Default.AgingView);
    }

    /// <summary>Answers <c>GET /api/v1/portfolio/reached/{step}</c>: the agreements that reached a step, page by page in the order of ids.</summary>
    public async Task<IResult> Reached(HttpContext http, string step)
    {
        var page = await ReachedPage(http, step);
        return page.Problem is { } problem ? problem : JsonAnswer.Of(page.Value, ViewJson.Default.PageAgreementItem);
    }

    /// <summary>The same, before it is written.</summary>
    public async Task<Reading<Page<AgreementItem>>> ReachedPage(HttpContext http, string step)
    {
        if (!StepNames.All.Contains(step, StringComparer.Ordinal)) return NoSuchStep;
        var query = new QueryReader(http.Request.Query);
        var question = await PortfolioQuestion.Read(query, http.Request, filters.Portfolio, rows);
        var (since, after, limit) = (query.Day("since"), query.Value("after"), query.Limit(UsualPage));
        if (query.End() is { } problem) return problem;

        var portfolio = await known.Read(http.RequestAborted);
        var reached = portfolio.Reached(question.Filter, StepNames.OfPath(step), since, question.On ?? Today, after,
            limit + 1); // one more tells whether there is a next page
        var page = reached.Ids.Take(limit).ToList();
        var items = new List<AgreementItem>();
        var now = await viewpoints.Now(http.RequestAborted);
        foreach (var id in page) items.Add(views.Item(await Find(id, http.RequestAborted), now));
        return new Page<AgreementItem>(items, reached.Ids.Count > limit ? page[^1] : null, reached.Count);
    }

    private async Task<AgeView> Of(Age age, CancellationToken cancel)
    {
        var oldest = new List<StandstillView>();
        foreach (var one in age.Oldest)
        {
            var agreement = await Find(one.Id, cancel);
            oldest.Add(new StandstillView(one.Id, agreement.Title, agreement.Office, one.Since, one.Days));
        }

        return new AgeView(
            age.State, Lifecycle.Vietnamese(age.State), age.Agreements, age.UpTo90Days, age.UpTo180Days, age.UpTo365Days, age.UpTo2Years, age.Longer,
            age.Unknown, oldest);
    }

    /// <summary>An agreement the portfolio knows: its row was written with its life, and rows never go away.</summary>
    private async Task<Agreement> Find(string id, CancellationToken cancel) =>
        JsonSerializer.Deserialize((await rows.Find(new StreamId(StreamKind.Agreement, id), cancel))!.Body, JournalJson.Default.Agreement)!;
}
