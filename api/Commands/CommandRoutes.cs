using CityGrains.Api.Commands.Memberships;
using CityGrains.Api.Describe;
using CityGrains.Api.Successions;

namespace CityGrains.Api.Commands;

/// <summary>The routes of all verbs, made from their tables.</summary>
public static class CommandRoutes
{
    /// <summary>What reads and answers commands.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<CommandBodies>().AddSingleton<CommandRequests>().AddSingleton<AgreementNumbers>()
        .AddSingleton<CommandEndpoints>().AddSingleton<TwoHalves>().AddSingleton<ProposeEndpoint>().AddSingleton<NamedEndpoint>()
        .AddSingleton<RecordReferences>().AddSingleton<MembershipEndpoint>().AddSuccessions();

    /// <summary>Maps every verb.</summary>
    public static void MapCommands(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Subject.Agreement.Path, (HttpContext http, ProposeEndpoint endpoint) => endpoint.Execute(http))
            .Declare(Subject.Agreement, AgreementVerbs.Propose, takesId: true);
        foreach (var subject in Subject.All)
        {
            if (subject.IdOf is { } idOf)
            {
                routes.MapPost(subject.Path, (HttpContext http, NamedEndpoint endpoint) => endpoint.Execute(http, subject, idOf))
                    .Declare(subject, subject.Begin, takesId: true);
            }

            routes.MapVerbs(subject);
        }

        routes.MapMemberships();
        routes.MapSuccessions();
    }

    private static void MapVerbs(this IEndpointRouteBuilder routes, Subject subject)
    {
        foreach (var verb in subject.Verbs)
        {
            routes.MapPost(
                $"{subject.Path}/{{id}}/{verb.Name}", (HttpContext http, string id, CommandEndpoints endpoints) => endpoints.Execute(http, subject, verb, id))
                .Declare(subject, verb, takesId: false);
        }
    }

    /// <summary>Says of a route which verb it takes, and who may.</summary>
    internal static void Declare(this RouteHandlerBuilder route, Subject subject, Verb verb, bool takesId, string part = "")
    {
        if (verb.Begins) route.Produces<CommandResult>(StatusCodes.Status201Created);
        route.Produces(StatusCodes.Status200OK, verb.Result)
            .RequireAuthorization(policy => policy.RequireRole(verb.Roles))
            .WithName($"{subject.Name}-{part}{verb.Name}")
            .WithTags(subject.Name)
            .WithMetadata(new CommandRoute(verb, takesId))
            .WithSummary($"{verb.Summary.En} / {verb.Summary.Vi}");
    }
}

/// <summary>Says of a route which verb it takes.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="TakesId">The id may stand in the body.</param>
public sealed record CommandRoute(Verb Verb, bool TakesId);
