using CityGrains.Api.Portfolios;

namespace CityGrains.Api.Reports;

/// <summary>The routes of reports.</summary>
internal static class ReportRoutes
{
    private const string Example = """
        {"year": 2026, "on": "2026-11-15", "filters": [{"name": "office", "value": "Sở Ngoại vụ Sơn La"}], "position": "0-18422",
         "parts": [{"vi": "Trong năm", "en": "In the year", "measures": [{"measure": "signed", "vi": "Ký kết", "en": "Signed",
          "total": {"count": 1, "events": ["agr-2026-000123@4"], "link": "/api/v1/reports/annual/2026/signed?on=2026-11-15"},
          "byKind": [{"value": "mou", "vi": "Bản ghi nhớ", "en": "Memorandum of understanding", "count": 1, "events": ["agr-2026-000123@4"], "link": "/api/v1/reports/annual/2026/signed?on=2026-11-15&kind=mou"}],
          "byCountry": [], "byField": []}]}]}
        """;

    private const string CountedExample = """
        {"year": 2026, "on": "2026-11-15", "filters": [], "position": "0-18422", "measure": "signed", "vi": "Ký kết", "en": "Signed", "count": 1,
         "events": [{"reference": "agr-2026-000123@4", "agreement": "agr-2026-000123", "version": 4, "title": "Bản ghi nhớ Sơn La – Luang Prabang", "date": "2026-02-14",
          "link": "/api/v1/agreements/agr-2026-000123/history?after=3&limit=1"}]}
        """;

    private const string Day = "The report shows the end of that day, as YYYY-MM-DD; left out: 15 November of its year, or today where that lies ahead.";
    private const string Tongue = "vi or en; left out: as Accept-Language says.";

    /// <summary>What answers them.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services.AddSingleton<ReportSource>().AddSingleton<ReportMaker>().AddSingleton<AnnualReports>();

    /// <summary>Maps them.</summary>
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/reports/annual/{year:int}", (HttpContext http, int year, AnnualReports reports) => reports.Whole(http, year))
            .Answers<ReportView>("The report due on 15 November: JSON, a page to print, or a spreadsheet / Báo cáo trước 15/11: JSON, trang in, hoặc bảng tính")
            .WithMetadata(new PortfolioRoute(Example)
            {
                WithoutYear = true, More = [("on", Day), ("format", "json, html or xlsx; left out: as Accept says, JSON by default."), ("lang", Tongue)],
            });
        routes.MapRead("/api/v1/reports/annual/{year:int}/{measure}",
            (HttpContext http, int year, string measure, AnnualReports reports) => reports.Counted(http, year, measure))
            .Answers<CountedView>("The events a number of the report was counted from / Các sự kiện mà một con số của báo cáo được đếm từ đó")
            .WithMetadata(new PortfolioRoute(CountedExample)
            {
                WithoutYear = true, More = [("on", Day), ("format", "json or html; left out: as Accept says, JSON by default."), ("lang", Tongue)],
            });
    }
}
