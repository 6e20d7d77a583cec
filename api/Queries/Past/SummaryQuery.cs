using CityGrains.Api.Json;
using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Queries.Past;

/// <summary>Counts the portfolio as it is, or as a look back shows it.</summary>
internal static class SummaryQuery
{
    /// <summary>Answers <c>GET /api/v1/portfolio/summary</c>.</summary>
    public static async Task<IResult> Read(HttpContext http, IRows rows)
    {
        var query = new QueryReader(http.Request.Query);
        var when = query.AsOf();
        if (query.End() is { } problem) return problem;

        var summary = when is null ? await rows.Summary(http.RequestAborted) : await rows.Summary(when, http.RequestAborted);
        return JsonAnswer.Of(Of(summary, when), ViewJson.Default.SummaryView);
    }

    private static SummaryView Of(PortfolioSummary summary, AsOf? when) =>
        new(summary.Agreements, summary.Cities, summary.ByState, summary.ByKind, summary.ByCountry) { AsOf = when is null ? null : AsOfView.Of(when) };
}

/// <summary>How many there are of what. As of another day or another knowledge, kind and countries are those that the agreements have now.</summary>
/// <param name="Agreements">Agreements in all.</param>
/// <param name="Cities">Cities in all.</param>
/// <param name="ByState">Agreements by legal state.</param>
/// <param name="ByKind">Agreements by kind.</param>
/// <param name="ByCountry">Agreements by country key; one counts once for each country among its parties.</param>
public sealed record SummaryView(
    long Agreements, long Cities, IReadOnlyDictionary<string, long> ByState, IReadOnlyDictionary<string, long> ByKind, IReadOnlyDictionary<string, long> ByCountry)
{
    /// <summary>Which look back it shows; absent when it shows what is.</summary>
    public AsOfView? AsOf { get; init; }
}
