using CityGrains.Api.Portfolios;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries;
using CityGrains.Domain.Reports;
using CityGrains.Journal.Rows;
using Microsoft.Net.Http.Headers;

namespace CityGrains.Api.Reports;

/// <summary>Which report is asked for, in which form and language.</summary>
/// <param name="Year">The year.</param>
/// <param name="On">The day it shows.</param>
/// <param name="Of">What it is limited to.</param>
/// <param name="Format">One of <see cref="Formats"/>.</param>
/// <param name="Vietnamese">In Vietnamese, else English.</param>
internal sealed record ReportQuestion(int Year, DateOnly On, PortfolioQuestion Of, string Format, bool Vietnamese)
{
    /// <summary>The forms a report comes in.</summary>
    public const string Json = "json", Html = "html", Xlsx = "xlsx";

    /// <summary>The media type of a spreadsheet.</summary>
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int FirstYear = 1900, LastYear = 9998;

    private static readonly (string Format, string Type)[] Formats = [(Json, "application/json"), (Html, "text/html"), (Xlsx, XlsxType)];

    /// <summary>What it is limited to, as views show it.</summary>
    public IReadOnlyList<ReportFilterView> Filters => [.. Of.Asked.Select(facet => new ReportFilterView(facet.Name, facet.Value))];

    /// <summary>Where what a measure counts is shown.</summary>
    public string Link(AnnualMeasure measure, string more = "") =>
        $"/api/v1/reports/annual/{Year}/{MeasureNames.InPath(measure)}?on={PortfolioQueries.Day(On)}{Of.Link}{more}";

    /// <summary>Reads it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="year">The year of its path.</param>
    /// <param name="filters">The filters there are.</param>
    /// <param name="rows">What filters are checked against.</param>
    /// <param name="today">The day of asking: a report of a year that has not come to 15 November shows it.</param>
    /// <param name="formats">The forms the answer has.</param>
    public static async Task<Reading<ReportQuestion>> Read(
        HttpContext http, int year, ListFilters filters, IRows rows, DateOnly today, params IReadOnlyList<string> formats)
    {
        var query = new QueryReader(http.Request.Query);
        var known = year is >= FirstYear and <= LastYear;
        query.Faults.Must(known, "year", $"phải từ {FirstYear} đến {LastYear}", $"must be {FirstYear} to {LastYear}");
        var question = await PortfolioQuestion.Read(query, http.Request, filters.Report, rows);
        var format = OneOf(query, "format", formats) ?? Accepted(http.Request, formats);
        var language = OneOf(query, "lang", ["vi", "en"]);
        if (query.End() is { } problem) return problem;
        var day = AnnualReport.DayOf(year);
        return new ReportQuestion(
            year, question.On ?? (day < today ? day : today), question, format, language is null ? Language.IsVietnamese(http.Request) : language is "vi");
    }

    private static string? OneOf(QueryReader query, string name, IReadOnlyList<string> values)
    {
        var value = query.Value(name);
        query.Faults.Must(value is null || values.Contains(value, StringComparer.Ordinal), name, $"phải là một trong: {string.Join(", ", values)}",
            $"must be one of: {string.Join(", ", values)}");
        return value;
    }

    /// <summary>The form the caller likes best (RFC 9110, 12.5.1); JSON when it names none of them.</summary>
    private static string Accepted(HttpRequest request, IReadOnlyList<string> formats) => request.GetTypedHeaders().Accept
        .Where(accepted => accepted.Quality is null or > 0)
        .OrderByDescending(accepted => accepted, MediaTypeHeaderValueComparer.QualityComparer)
        .Select(accepted => Formats.FirstOrDefault(format => formats.Contains(format.Format, StringComparer.Ordinal)
            && accepted.MediaType.Equals(format.Type, StringComparison.OrdinalIgnoreCase)).Format)
        .FirstOrDefault(format => format is not null) ?? Json;
}
