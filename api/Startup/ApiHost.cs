using CityGrains.Api.Access;
using CityGrains.Api.Access.Keys;
using CityGrains.Api.Access.Log;
using CityGrains.Api.Access.Oidc;
using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Audit;
using CityGrains.Api.Calendars;
using CityGrains.Api.Commands;
using CityGrains.Api.Describe;
using CityGrains.Api.Digests;
using CityGrains.Api.Imports;
using CityGrains.Api.Feed;
using CityGrains.Api.Limits;
using CityGrains.Api.Pages;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Operating;
using CityGrains.Api.Portfolios;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries;
using CityGrains.Api.Reports;
using CityGrains.Api.Requests;
using CityGrains.Api.Webhooks;
using CityGrains.Silo;

namespace CityGrains.Api.Startup;

/// <summary>The HTTP host around a node.</summary>
public static class ApiHost
{
    /// <summary>
    /// These write addresses as they came, which may hold the token of a sign-in link or of a calendar: no more than warnings of them, whatever is configured.
    /// </summary>
    private static readonly string[] TellAddresses = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.StaticFiles"];

    /// <summary>Builds it, not yet listening.</summary>
    /// <param name="options">How it was started.</param>
    /// <param name="node">The node it serves.</param>
    /// <param name="more">Puts services in the place of the usual ones.</param>
    /// <param name="configuration">Where the framework's own settings, as those of logging, come from besides variables.</param>
    public static WebApplication Build(ApiOptions options, Node node, Action<IServiceCollection>? more = null, IConfiguration? configuration = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        if (configuration is not null) builder.Configuration.AddConfiguration(configuration);
        builder.LogToStandardError();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            options.Limits.Set(server.Limits);
            server.Listen(options.Listen, options.Port, listen => listen.TellRefusals());
        });
        node.AddTo(builder);
        builder.Services.AddExceptionHandler<UnhandledExceptions>();
        builder.Services.AddProblemDetails();
        builder.Services.AddLimits(options.Limits).AddForwarding(options.Proxies);
        builder.Services.AddAccess().AddCommands().AddQueries().AddPortfolio().AddReports().AddImports(options.Imports).AddAudit()
            .AddFeed(new FeedOptions { Source = options.Webhooks.Source }).AddWebhooks().AddDescription();
        builder.Services.AddCalendars().AddDigests().AddPages();
        if (options.Oidc is { } oidc) builder.Services.AddOidc(oidc);
        more?.Invoke(builder.Services);
        builder.Services.KeepNoKeysElsewhere();

        var app = builder.Build();
        app.UsePipeline();
        return app;
    }

    private static void UsePipeline(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestSpan>();
        app.UseConcurrencyLimit();
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => ProblemPages.Answer(context.HttpContext, GeneralProblems.OfStatus(context.HttpContext.Response.StatusCode)));
        app.UseDocumentation();
        app.UseRouting();
        app.UseMiddleware<AccessWatch>();
        app.UseAuthentication();
        app.UseRateLimit();
        app.UseAuthorization();
        app.UseMiddleware<LongRequests>();
        app.UseMiddleware<FormGuard>();
        app.UseAntiforgery();
        app.MapSignIn();
        app.MapKeys();
        app.MapAccessLog();
        app.MapCommands();
        app.MapQueries();
        app.MapPortfolio();
        app.MapReports();
        app.MapRequests();
        app.MapImports();
        app.MapAudit();
        app.MapFeed();
        app.MapCalendars();
        app.MapDigests();
        app.MapWebhooks();
        app.MapAbout();
        app.MapOperating();
        app.MapDescription();
        app.MapPages();
    }

    /// <summary>Standard output is for the ready line; what is logged goes beside it, warnings and worse unless configured otherwise.</summary>
    private static void LogToStandardError(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        // A start that fails is told in one sentence by Server; the host would add its stack trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        foreach (var category in TellAddresses) builder.Logging.AddFilter(category, LogLevel.Warning);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (!builder.Configuration.GetSection("Logging:LogLevel").Exists()) builder.Logging.SetMinimumLevel(LogLevel.Warning);
    }
}
