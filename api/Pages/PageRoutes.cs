using System.Text.Encodings.Web;
using System.Text.Unicode;
using CityGrains.Api.Pages.Agreements;
using CityGrains.Api.Pages.Cities;
using CityGrains.Api.Pages.Frame;
using CityGrains.Api.Pages.Leader;
using CityGrains.Api.Pages.Reading;
using Microsoft.Extensions.WebEncoders;

namespace CityGrains.Api.Pages;

/// <summary>The pages that people read. Each reads through the queries of the API, and writes through its commands.</summary>
internal static class PageRoutes
{
    /// <summary>What pages need.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services.AddScoped<Reader>().AddLeaderPages().AddSingleton<CityPages>()
            // Vietnamese is text, not a row of escapes: a page is a third of the size.
            .Configure<WebEncoderOptions>(encoding => encoding.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

    /// <summary>Maps every page.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapSiteFiles();
        routes.MapPage("/", (Reader reader) => Results.LocalRedirect(Sections.All.First(section => reader.MayAs(section.Roles)).Path));
        routes.MapPage("/agreements", AgreementListRoute.Read);
        routes.MapLeaderPages();
        CityPages.Map(routes);
    }
}
