using CityGrains.Api.Queries.Past;
using CityGrains.Api.Queries.Views;
using CityGrains.Journal.Rows.Due;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CityGrains.Api.Portfolios;

/// <summary>The routes of leaders' questions.</summary>
internal static class PortfolioRoutes
{
    /// <summary>What answers them.</summary>
    public static IServiceCollection AddPortfolio(this IServiceCollection services)
    {
        services.TryAddSingleton<KnownTerms>();
        services.TryAddSingleton<NetworkReports>();
        return services.AddSingleton<PortfolioQueries>().AddSingleton<PortfolioLists>().AddSingleton<OwedByOffice>().AddSingleton<OwedQueries>();
    }

    /// <summary>Maps them.</summary>
    public static void MapPortfolio(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/api/v1/portfolio/summary", (HttpContext http, PortfolioQueries queries) => queries.Summary(http))
            .Answers<SummaryView>(
                "Count agreements by state, kind, country, office, field and year / Đếm thỏa thuận theo trạng thái, loại, nước, cơ quan, lĩnh vực, năm ký")
            .WithMetadata(new AsOfRoute(), new PortfolioRoute(PortfolioExamples.Summary));
        routes.MapRead("/api/v1/portfolio/funnel", (HttpContext http, PortfolioQueries queries) => queries.Funnel(http))
            .Answers<FunnelView>("How many of those signed became real, and how long it took / Bao nhiêu thỏa thuận đã ký đi vào thực hiện, mất bao lâu")
            .WithMetadata(new PortfolioRoute(PortfolioExamples.Funnel) { Day = true });
        routes.MapRead("/api/v1/portfolio/trend", (HttpContext http, PortfolioQueries queries) => queries.Trend(http))
            .Answers<TrendView>("What happened, by year or month / Diễn biến theo năm hoặc tháng")
            .WithMetadata(new PortfolioRoute(PortfolioExamples.Trend) { Day = true, More = [("by", "year, the default, or month.")] });
        routes.MapRead("/api/v1/portfolio/aging", (HttpContext http, PortfolioLists lists) => lists.Aging(http))
            .Answers<AgingView>("How long agreements have stood where they stand / Thỏa thuận dừng ở mỗi trạng thái bao lâu rồi")
            .WithMetadata(new PortfolioRoute(PortfolioExamples.Aging) { Day = true });
        routes.MapRead("/api/v1/portfolio/moved", (HttpContext http, PortfolioQueries queries) => queries.Moved(http))
            .Answers<MovedView>("What moved since a day / Những gì đã chuyển biến kể từ một ngày")
            .WithMetadata(new PortfolioRoute(PortfolioExamples.Moved) { Day = true, Needed = [("since", "The first day that counts, as 2024-05-01.")] });
        routes.MapRead("/api/v1/portfolio/owed", (HttpContext http, OwedQueries queries) => queries.Read(http))
            .Answers<OwedView>("Who owes what today: late, without a plan, silent / Cơ quan nào còn nợ gì: quá hạn, chưa có kế hoạch, im lặng")
            .WithMetadata(new PortfolioRoute(PortfolioExamples.Owed));
        routes.MapRead("/api/v1/portfolio/reached/{step}", (HttpContext http, string step, PortfolioLists lists) => lists.Reached(http, step))
            .Answers<Page<AgreementItem>>("List the agreements that reached a step / Danh sách thỏa thuận đã đạt một bước")
            .WithMetadata(new PortfolioRoute(Example: null)
            {
                Day = true,
                More = [("since", "Only those that reached it on this day or later."), ("after", "The next of the page before."),
                    ("limit", "Items on a page, 1 to 500.")],
            });
    }
}
