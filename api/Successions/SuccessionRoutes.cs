using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Commands;

namespace CityGrains.Api.Successions;

/// <summary>The route of bulk succession.</summary>
internal static class SuccessionRoutes
{
    private const string Summary = "Pass every agreement of an abolished body to its heir; ?dryRun=true previews / Chuyển mọi thỏa thuận của cơ quan bị giải thể cho bên kế thừa; ?dryRun=true để xem trước";

    /// <summary>What the route needs.</summary>
    public static IServiceCollection AddSuccessions(this IServiceCollection services) =>
        services.AddSingleton<BodyAgreements>().AddSingleton<SuccessionEndpoint>();

    /// <summary><c>POST /api/v1/successions[?dryRun=true]</c>: a line of JSON for each agreement.</summary>
    public static void MapSuccessions(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/v1/successions", (HttpContext http, SuccessionEndpoint endpoint, string? dryRun) => endpoint.Execute(http))
        .RequireAuthorization(policy => policy.RequireRole(SuccessionEndpoint.Verb.Role))
        .WithName("successions").WithTags("successions").WithSummary(Summary)
        .WithMetadata(new CommandRoute(SuccessionEndpoint.Verb, TakesId: false), new LongRoute())
        .Produces<string>(StatusCodes.Status200OK, SuccessionReport.ContentType.Split(';')[0]);
}
