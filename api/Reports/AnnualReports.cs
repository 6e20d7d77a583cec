using System.Text;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries;
using CityGrains.Domain.Record;
using CityGrains.Domain.Reports;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Reports;

/// <summary>Answers the report of a year, and what each of its numbers was counted from.</summary>
public sealed class AnnualReports(ReportSource source, ReportMaker maker, ListFilters filters, IRows rows, TimeProvider time)
{
    private static readonly Problem NoSuchMeasure = new(404, "report/no-such-measure",
        new Sentence("Báo cáo không có chỉ tiêu này.", "The report counts no such thing."),
        new Sentence($"Các chỉ tiêu: {string.Join(", ", MeasureNames.All)}.", $"It counts: {string.Join(", ", MeasureNames.All)}."));

    private DateOnly Today => VietnamTime.DayOf(time.GetUtcNow());

    /// <summary>Answers <c>GET /api/v1/reports/annual/{year}</c>.</summary>
    public async Task<IResult> Whole(HttpContext http, int year)
    {
        var read = await ReportQuestion.Read(http, year, filters, rows, Today, ReportQuestion.Json, ReportQuestion.Html, ReportQuestion.Xlsx);
        if (read.Problem is { } problem) return problem;
        var question = read.Value;
        var (position, lives) = await source.Read(question.Of.Filter, http.RequestAborted);
        var report = AnnualReport.Of(year, question.On, lives);
        var view = maker.Whole(question, position, report);
        Headers(http, question);
        if (question.Format is ReportQuestion.Html) return Page(http, ReportPage.Of(view, question.Vietnamese));
        if (question.Format is ReportQuestion.Xlsx)
            return Results.Bytes(
                ReportSheet.Of(view, report, question.Vietnamese), ReportQuestion.XlsxType, FormattableString.Invariant($"citygrains-{year}.xlsx"));
        return JsonAnswer.Of(view, ViewJson.Default.ReportView);
    }

    /// <summary>Answers <c>GET /api/v1/reports/annual/{year}/{measure}</c>.</summary>
    public async Task<IResult> Counted(HttpContext http, int year, string measure)
    {
        if (MeasureNames.OfPath(measure) is not { } known) return NoSuchMeasure;
        var read = await ReportQuestion.Read(http, year, filters, rows, Today, ReportQuestion.Json, ReportQuestion.Html);
        if (read.Problem is { } problem) return problem;
        var question = read.Value;
        var (position, lives) = await source.Read(question.Of.Filter, http.RequestAborted);
        var view = ReportMaker.Counted(question, position, known, AnnualReport.Of(year, question.On, lives));
        Headers(http, question);
        return question.Format is ReportQuestion.Html ? Page(http, ReportPage.Of(view, question.Vietnamese))
            : JsonAnswer.Of(view, ViewJson.Default.CountedView);
    }

    private static void Headers(HttpContext http, ReportQuestion question)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.ContentLanguage = question.Vietnamese ? "vi" : "en";
        http.Response.Headers.Vary = "Accept, Accept-Language";
    }

    private static IResult Page(HttpContext http, string html)
    {
        http.Response.Headers.ContentSecurityPolicy = ReportPage.Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Text(html, "text/html", Encoding.UTF8);
    }
}
