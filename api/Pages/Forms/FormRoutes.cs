using CityGrains.Api.Commands;
using CityGrains.Api.Commands.Memberships;
using CityGrains.Api.Pages.Reading;

namespace CityGrains.Api.Pages.Forms;

/// <summary>
/// The form of each verb: <c>GET /agreements/{id}/{verb}</c> shows it, <c>POST</c> records it and goes on to where it was opened from; <c>/agreements/new</c>
/// begins one.
/// </summary>
internal static class FormRoutes
{
    /// <summary>A document whose print is taken, in bytes.</summary>
    private const long LargestDocument = 64 * 1024 * 1024;

    public static void MapForms(this IEndpointRouteBuilder routes)
    {
        foreach (var verb in new[] { NewForms.Propose, NewForms.Legacy, Subject.City.Begin, Subject.Activity.Begin })
        {
            routes.MapPage(NewForms.PathOf(verb), (HttpContext http, FormDesk desk) => desk.Open(http, verb, FormTarget.New), verb.Roles);
            routes.MapForm(NewForms.PathOf(verb), (HttpContext http, FormDesk desk) => desk.Take(http, verb, FormTarget.New), verb.Roles);
        }

        foreach (var verb in AgreementVerbs.All.Where(verb => verb != NewForms.Legacy && AgreementForms.Has(verb.Name)))
        {
            routes.MapPage($"/agreements/{{id}}/{verb.Name}",
                (HttpContext http, string id, FormDesk desk) => desk.Open(http, verb, new FormTarget(Subject.Agreement, id)), verb.Roles);
            routes.MapForm($"/agreements/{{id}}/{verb.Name}",
                (HttpContext http, string id, FormDesk desk) => desk.Take(http, verb, new FormTarget(Subject.Agreement, id)), verb.Roles)
                .TakesFile(LargestDocument);
        }

        MapRecords(routes, Subject.Office, RecordForms.OfOffices);
        MapRecords(routes, Subject.Activity, RecordForms.OfActivities);
        MapRecords(routes, Subject.City, RecordForms.OfCities);
        foreach (var verb in MembershipVerbs.All)
        {
            var path = $"/cities/{{id}}/memberships/{{network}}/{verb.Name}";
            routes.MapPage(path, (HttpContext http, string id, string network, FormDesk desk) => desk.Open(http, verb,
                new FormTarget(Subject.City, id, network)), verb.Roles);
            routes.MapForm(path, (HttpContext http, string id, string network, FormDesk desk) => desk.Take(http, verb,
                new FormTarget(Subject.City, id, network)), verb.Roles);
        }
    }

    /// <summary>The forms of a record that is no agreement.</summary>
    private static void MapRecords(IEndpointRouteBuilder routes, Subject subject, IEnumerable<string> names)
    {
        foreach (var verb in names.Select(name => subject.Verbs.Single(verb => verb.Name == name)))
        {
            var path = $"/{subject.Name}/{{id}}/{verb.Name}";
            routes.MapPage(path, (HttpContext http, string id, FormDesk desk) => desk.Open(http, verb, new FormTarget(subject, id)), verb.Roles);
            routes.MapForm(path, (HttpContext http, string id, FormDesk desk) => desk.Take(http, verb, new FormTarget(subject, id)), verb.Roles);
        }
    }
}

/// <summary>What a form's address names.</summary>
/// <param name="Subject">What sort of record.</param>
/// <param name="Id">Its id; null where the form begins one.</param>
/// <param name="Network">The network, where it is about a membership.</param>
internal sealed record FormTarget(Subject Subject, string? Id, string? Network = null)
{
    /// <summary>Nothing yet.</summary>
    public static FormTarget New { get; } = new(Subject.Agreement, Id: null);
}
