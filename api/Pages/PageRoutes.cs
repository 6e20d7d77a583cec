using System.Text.Encodings.Web;
using System.Text.Unicode;
using CityGrains.Api.Access;
using CityGrains.Api.Json;
using CityGrains.Api.Pages.Activities;
using CityGrains.Api.Pages.Admin;
using CityGrains.Api.Pages.Agreements;
using CityGrains.Api.Pages.Audit;
using CityGrains.Api.Pages.Cities;
using CityGrains.Api.Pages.Forms;
using CityGrains.Api.Pages.Frame;
using CityGrains.Api.Pages.History;
using CityGrains.Api.Pages.Importing;
using CityGrains.Api.Pages.Leader;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Pages.Requests;
using CityGrains.Api.Pages.Work;
using Microsoft.Extensions.WebEncoders;

namespace CityGrains.Api.Pages;

/// <summary>The pages that people read. Each reads through the queries of the API, and writes through its commands.</summary>
internal static class PageRoutes
{
    /// <summary>What pages need.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services.AddScoped<Reader>().AddScoped<WorkRoute>().AddScoped<CityPages>().AddScoped<ActivityPages>().AddScoped<ActivityListRoute>()
            .AddScoped<AgreementRoute>().AddSingleton(_ => new Recent<IReadOnlyList<HistoryLine>>(AgreementRoute.MostLines))
            .AddScoped<NewForms>().AddScoped<OtherRecords>().AddScoped<RecordedNows>().AddScoped<FormDesk>()
            .AddLeaderPages().AddImportPages().AddAuditPages().AddAdminPages()
            // Vietnamese is text, not a row of escapes: a page is a third of the size.
            .Configure<WebEncoderOptions>(encoding => encoding.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

    /// <summary>Maps every page.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapSiteFiles();
        routes.MapPage("/", (Reader reader) => Results.LocalRedirect(Sections.Home(reader)));
        routes.MapPage("/work", (HttpContext http, WorkRoute work) => work.Read(http), Role.Officer, Role.Approver);
        routes.MapPage("/agreements", AgreementListRoute.Read);
        routes.MapLeaderPages();
        CityPages.Map(routes);
        ActivityPages.Map(routes);
        routes.MapPage(RequestListing.Path, RequestListing.Read);
        routes.MapPage("/agreements/{id}", (HttpContext http, string id, AgreementRoute agreement) => agreement.Read(http, id));
        routes.MapForms();
        routes.MapImportPages();
        routes.MapAuditPages();
        routes.MapAdminPages();
    }
}
