namespace CityGrains.Api.Commands.Memberships;

/// <summary>The routes of memberships, made from the table of their verbs.</summary>
internal static class MembershipRoutes
{
    public static void MapMemberships(this IEndpointRouteBuilder routes)
    {
        foreach (var verb in MembershipVerbs.All)
        {
            var route = routes.MapPost($"{Subject.City.Path}/{{id}}/memberships/{{network}}/{verb.Name}",
                (HttpContext http, string id, string network, MembershipEndpoint endpoint) => endpoint.Execute(http, verb, id, network));
            route.Declare(Subject.City, verb, takesId: false, "memberships-");
        }
    }
}
