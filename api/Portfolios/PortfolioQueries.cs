using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CityGrains.Api.Json;
using CityGrains.Api.Queries;
using CityGrains.Api.Queries.Past;
using CityGrains.Domain.Portfolios;
using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Portfolios;

/// <summary>Answers leaders' questions: how many of what was signed is real, since when it stands still, what moved.</summary>
public sealed class PortfolioQueries(KnownPortfolio known, IRows rows, ListFilters filters, TimeProvider time)
{
    private const int MostNamed = 20;

    private static readonly string[] Trends = ["year", "month"];

    private readonly RecentAnswers _recent = new();

    private DateOnly Today => VietnamTime.DayOf(time.GetUtcNow());

    /// <summary>Answers <c>GET /api/v1/portfolio/summary</c>.</summary>
    public async Task<IResult> Summary(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var question = await PortfolioQuestion.Read(query, http.Request, filters.Portfolio, rows);
        var when = query.AsOf(question.On);
        query.Faults.Must(when?.Known is null || question.Asked.Count == 0, AsOfReader.Known, "không dùng cùng bộ lọc; bỏ bộ lọc",
            "does not go with a filter; leave the filter out");
        if (query.End() is { } problem) return problem;
        if (when?.Known is not null) return JsonAnswer.Of(SummaryView.Of(await rows.Summary(when, http.RequestAborted), when), ViewJson.Default.SummaryView);

        var portfolio = await known.Read(http.RequestAborted);
        long? cities = question.Asked.Count > 0 ? null : await known.CountCities(question.On ?? DateOnly.MaxValue, http.RequestAborted);
        return Written(http, question, portfolio, $"{question.On} {cities}",
            () => SummaryView.Of(portfolio.Summary(question.Filter, question.On ?? DateOnly.MaxValue), cities, when), ViewJson.Default.SummaryView);
    }

    /// <summary>Answers <c>GET /api/v1/portfolio/funnel</c>.</summary>
    public async Task<IResult> Funnel(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var question = await PortfolioQuestion.Read(query, http.Request, filters.Portfolio, rows);
        if (query.End() is { } problem) return problem;
        var portfolio = await known.Read(http.RequestAborted);
        var on = question.On ?? Today;
        return Written(http, question, portfolio, Day(on), () => Of(portfolio.Funnel(question.Filter, on), on, question), ViewJson.Default.FunnelView);
    }

    /// <summary>Answers <c>GET /api/v1/portfolio/trend</c>.</summary>
    public async Task<IResult> Trend(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var question = await PortfolioQuestion.Read(query, http.Request, filters.Portfolio, rows);
        var by = query.Value("by") ?? Trends[0];
        query.Faults.Must(Trends.Contains(by, StringComparer.Ordinal), "by", "phải là year hoặc month", "must be year or month");
        if (query.End() is { } problem) return problem;
        var portfolio = await known.Read(http.RequestAborted);
        var on = question.On ?? Today;
        return Written(http, question, portfolio, $"{Day(on)} {by}", () => new TrendView(on, by, portfolio.Trend(question.Filter, on, by == Trends[1])),
            ViewJson.Default.TrendView);
    }

    /// <summary>Answers <c>GET /api/v1/portfolio/moved</c>.</summary>
    public async Task<IResult> Moved(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var question = await PortfolioQuestion.Read(query, http.Request, filters.Portfolio, rows);
        var on = question.On ?? Today;
        var since = query.Day("since");
        query.Faults.Must(query.Value("since") is not null, "since", "phải nêu từ ngày nào, như 2024-05-01", "must say since which day, as 2024-05-01");
        query.Faults.Must(since is null || since <= on, "since", $"không thể sau ngày {on.Vi()}", $"must not lie after {on.En()}");
        if (query.End() is { } problem) return problem;
        var portfolio = await known.Read(http.RequestAborted);
        return Written(http, question, portfolio, $"{Day(since!.Value)} {Day(on)}",
            () => Of(portfolio.Moved(question.Filter, since.Value, on, MostNamed), since.Value, on, question), ViewJson.Default.MovedView);
    }

    /// <summary>A day as it is written.</summary>
    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static FunnelView Of(Funnel funnel, DateOnly on, PortfolioQuestion question)
    {
        return new FunnelView(
            on,
            [
                Step(LifeStep.Signed, funnel.Signed), Step(LifeStep.InEffect, funnel.InEffect), Step(LifeStep.Planned, funnel.Planned),
                Step(LifeStep.Implementing, funnel.Implementing), Step(LifeStep.Implemented, funnel.Implemented),
            ],
            funnel.DaysToPlan, funnel.DaysToFirstEvidence, funnel.DaysToImplemented);

        FunnelStepView Step(LifeStep step, long n) =>
            new(step, StepNames.Of(step).Vi, StepNames.Of(step).En, n, $"/api/v1/portfolio/reached/{StepNames.InPath(step)}?on={Day(on)}{question.Link}");
    }

    private static MovedView Of(Movements moved, DateOnly since, DateOnly on, PortfolioQuestion question)
    {
        return new MovedView(since, on,
        [
            Step(LifeStep.Signed, moved.Signed), Step(LifeStep.InEffect, moved.InEffect), Step(LifeStep.Planned, moved.Planned),
            Step(LifeStep.Implementing, moved.Implementing),
            Step(LifeStep.Implemented, moved.Implemented), Step(LifeStep.Ended, moved.Ended),
            Movement(StepNames.MilestoneMissed, StepNames.Missed, moved.MilestonesMissed),
        ]);

        MovementView Step(LifeStep step, Named moved) => Movement(StepNames.InPath(step), StepNames.Of(step), moved);
        MovementView Movement(string what, Sentence name, Named moved) => new(
            what, name.Vi, name.En, moved.Count, moved.Ids,
            $"/api/v1/portfolio/reached/{what}?since={Day(since)}&on={Day(on)}{question.Link}");
    }

    private WrittenAnswer Written<T>(HttpContext http, PortfolioQuestion question, Portfolio portfolio, string more, Func<T> answer, JsonTypeInfo<T> json)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        return new WrittenAnswer(_recent.Get($"{http.Request.Path} {more} {question.Key} {question.Link}", portfolio.Edition, answer,
            make => JsonSerializer.SerializeToUtf8Bytes(make(), json)));
    }
}
