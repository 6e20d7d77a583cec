using CityGrains.Api.Commands;
using CityGrains.Api.Pages.Reading;

namespace CityGrains.Api.Pages.Forms;

/// <summary>The form of each verb: <c>GET /agreements/{id}/{verb}</c> shows it, <c>POST</c> records it and goes on to where it was opened from; <c>/agreements/new</c> begins one.</summary>
internal static class FormRoutes
{
    /// <summary>A document whose print is taken, in bytes.</summary>
    private const long LargestDocument = 64 * 1024 * 1024;

    public static void MapForms(this IEndpointRouteBuilder routes)
    {
        foreach (var verb in new[] { NewForms.Propose, NewForms.Legacy })
        {
            routes.MapPage(NewForms.PathOf(verb), (HttpContext http, FormDesk desk) => desk.Open(http, verb, id: null), verb.Roles);
            routes.MapForm(NewForms.PathOf(verb), (HttpContext http, FormDesk desk) => desk.Take(http, verb, id: null), verb.Roles);
        }

        foreach (var verb in AgreementVerbs.All.Where(verb => verb != NewForms.Legacy && AgreementForms.Has(verb.Name)))
        {
            routes.MapPage($"/agreements/{{id}}/{verb.Name}", (HttpContext http, string id, FormDesk desk) => desk.Open(http, verb, id), verb.Roles);
            routes.MapForm($"/agreements/{{id}}/{verb.Name}", (HttpContext http, string id, FormDesk desk) => desk.Take(http, verb, id), verb.Roles).TakesFile(LargestDocument);
        }

        MapRecords(routes, Subject.Office, "record-annual-report", "record-annual-plan");
        MapRecords(routes, Subject.Activity, "apply", "record-result", "cancel");
    }

    /// <summary>What an office or an activity owes by a day.</summary>
    private static void MapRecords(IEndpointRouteBuilder routes, Subject subject, params IEnumerable<string> names)
    {
        foreach (var verb in names.Select(name => subject.Verbs.Single(verb => verb.Name == name)))
        {
            var path = $"/{subject.Name}/{{id}}/{verb.Name}";
            routes.MapPage(path, (HttpContext http, string id, FormDesk desk) => desk.Open(http, verb, id, subject), verb.Roles);
            routes.MapForm(path, (HttpContext http, string id, FormDesk desk) => desk.Take(http, verb, id, subject), verb.Roles);
        }
    }
}
