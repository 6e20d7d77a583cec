using CityGrains.Api.Access;
using CityGrains.Api.Access.Log;
using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Calendars;
using CityGrains.Api.Commands;
using CityGrains.Api.Json;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.Forms;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Problems;
using CityGrains.Domain.Access;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Pages.Admin.Offices;

/// <summary>
/// The pages of offices: which there are, what they expect of themselves, their calendars. An office is shown to everybody at <c>/offices/{id}</c>, each with
/// the forms that are theirs; an administrator finds it among the others, with everything that can be done with it.
/// </summary>
internal sealed class OfficePages(
    OfficeQueries queries, KnownOffices offices, CommandBodies bodies, CommandEndpoints commands, NamedEndpoint naming, CalendarEndpoints calendars,
    CalendarKeys calendarKeys, OfficeForms forms, Reader reader)
{
    internal const string Root = "/admin/offices", Open = "/offices", Own = "/office";

    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["rename"] = ["name.vi", "name.en", "reason"],
        ["set-policy"] = ["policy.planWithinDays", "policy.silentAfterDays", "policy.expiringWithinDays", "policy.stalledAfterDays", "from", "reason"],
        ["add-person"] = ["function", "role"],
        ["remove-person"] = ["person"],
        ["close"] = ["closedOn", "ground", "successor"],
    };

    /// <summary>Maps them. What they record are events of the office, but for the addresses of calendars.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAdminPage(Root, (HttpContext http, OfficePages pages) => pages.List(http, sent: null));
        routes.MapAdminPage($"{Root}/{{id}}", (HttpContext http, string id, OfficePages pages) => pages.One(http, id, sent: null));
        routes.MapPage($"{Open}/{{id}}", (HttpContext http, string id, OfficePages pages) => pages.One(http, id, sent: null));
        routes.MapPage(Own, (HttpContext http, OfficePages pages) => pages.Mine(http));
        routes.MapAdminForm(Root, (HttpContext http, OfficePages pages) => pages.Register(http), noted: null);
        foreach (var verb in OfficeVerbs.All.Where(verb => Fields.ContainsKey(verb.Name)))
            routes.MapAdminForm($"{Root}/{{id}}/{verb.Name}", (HttpContext http, string id, OfficePages pages) => pages.Take(http, verb, id), noted: null);
        routes.MapAdminForm(
            $"{Root}/{{id}}/replace-calendar", (HttpContext http, string id, OfficePages pages) => pages.ReplaceCalendar(http, id), noted: null);
        routes.MapAdminForm($"{Root}/{{id}}/calendars", (HttpContext http, string id, OfficePages pages) => pages.MakeAddress(http, id), AccessKind.Change);
        routes.MapAdminForm($"{Root}/{{id}}/calendars/{{calendar}}/revoke",
            (HttpContext http, string id, string calendar, OfficePages pages) => pages.RevokeAddress(http, id, calendar), AccessKind.Change);
        foreach (var verb in OfficeVerbs.All.Where(verb => Fields.ContainsKey(verb.Name) && verb.OwnRole is not null))
            routes.MapForm($"{Open}/{{id}}/{verb.Name}", (HttpContext http, string id, OfficePages pages) => pages.Take(http, verb, id), verb.Roles);
        routes.MapForm(
            $"{Open}/{{id}}/replace-calendar", (HttpContext http, string id, OfficePages pages) => pages.ReplaceCalendar(http, id), ReplacesCalendar.Roles);
        routes.MapForm($"{Open}/{{id}}/calendars", (HttpContext http, string id, OfficePages pages) => pages.MakeAddress(http, id), OwnOffice.Roles)
            .WithMetadata(new Noted(AccessKind.Change));
        routes.MapForm($"{Open}/{{id}}/calendars/{{calendar}}/revoke",
            (HttpContext http, string id, string calendar, OfficePages pages) => pages.RevokeAddress(http, id, calendar), OwnOffice.Roles)
            .WithMetadata(new Noted(AccessKind.Change));
    }

    private static Verb ReplacesCalendar { get; } = OfficeVerbs.All.First(verb => verb.Name == "replace-calendar");

    /// <summary>The office of whoever asks.</summary>
    private async Task<IResult> Mine(HttpContext http) =>
        (await offices.Read(http.RequestAborted)).Find(reader.Caller!.Office) is { } office ? Results.LocalRedirect($"{Open}/{office.Id}")
            : ProblemPages.Of(RecordProblems.NoSuchOffice);

    private async Task<IResult> List(HttpContext http, SentForm? sent)
    {
        var all = (await offices.Read(http.RequestAborted)).All.OrderBy(office => office.Standing)
            .ThenBy(office => office.Name.Vi, StringComparer.Ordinal).ToList();
        return Page.Of<OfficeListPage, OfficeListing>(new OfficeListing(all, forms.Register(all).With(sent), AdminPages.DoneOf(http)), StatusOf(sent));
    }

    private async Task<IResult> One(HttpContext http, string id, SentForm? sent)
    {
        var found = await queries.Find(id, http.RequestAborted);
        if (found.Problem is { } problem) return ProblemPages.Of(problem);
        var book = await offices.Read(http.RequestAborted);
        var (all, root, isOwn) = (book.All, RootOf(http), book.AreSame(id, reader.Caller!.Office));
        var open = forms.Of(found.Value, all, sent, root, isOwn);
        var addresses = open.ContainsKey("calendar") && all.FirstOrDefault(office => office.Id == id) is { } known
            ? await calendarKeys.Of(known, http.RequestAborted)
            : [];
        var office = new OfficeDetail(found.Value, addresses, open, [.. found.Value.People.Select(person => (person, forms.Remove(found.Value, person)))])
        {
            Root = root,
            Papers = [.. OfficeVerbs.All.Where(verb => RecordForms.OfOffices.Contains(verb.Name, StringComparer.Ordinal) && IsGiven(verb, isOwn))],
            Done = AdminPages.DoneOf(http),
            Problem = sent is not null && !open.ContainsKey(sent.Name) ? sent.Problem : null,
        };
        return Page.Of<OfficePage, OfficeDetail>(office, StatusOf(sent));
    }

    private async Task<IResult> Register(HttpContext http)
    {
        var sent = await SentForm.Read(http, "register", bodies.ShapeOf(OfficeVerbs.Register, takesId: true), "name.vi", "name.en", "level", "parent");
        var answer = await naming.Execute(http, Subject.Office, Subject.Office.IdOf!);
        return answer is CommandAnswer ? new SeeOther($"{Root}?done=registered") : await List(http, sent.Refused(answer));
    }

    private async Task<IResult> Take(HttpContext http, Verb verb, string id)
    {
        var sent = await SentForm.Read(http, verb.Name, bodies.ShapeOf(verb, takesId: false), Fields[verb.Name]);
        return await Record(http, verb, id, sent);
    }

    private async Task<IResult> ReplaceCalendar(HttpContext http, string id)
    {
        var sent = await SentForm.Read(http, "replace-calendar", CalendarForm.Body, CalendarForm.Fields);
        return await Record(http, ReplacesCalendar, id, sent);
    }

    private async Task<IResult> Record(HttpContext http, Verb verb, string id, SentForm sent)
    {
        var answer = await commands.Execute(http, Subject.Office, verb, id);
        return answer is CommandAnswer ? new SeeOther($"{RootOf(http)}/{id}?done=recorded") : await One(http, id, sent.Refused(answer));
    }

    private async Task<IResult> MakeAddress(HttpContext http, string id)
    {
        var sent = await SentForm.Read(http, "calendar");
        var answer = await calendars.Create(http, id);
        return answer is JsonAnswer<CalendarItem> { Value: var made }
            ? Secret.Show(
                http, new Secret(reader["subscription.made"], reader["subscription.address"], made.Url!, reader["subscription.then"], $"{RootOf(http)}/{id}"))
            : await One(http, id, sent.Refused(answer));
    }

    private async Task<IResult> RevokeAddress(HttpContext http, string id, string calendar)
    {
        var sent = await SentForm.Read(http, "calendar");
        var answer = await calendars.Revoke(http, id, calendar);
        return answer is JsonAnswer<CalendarItem> ? new SeeOther($"{RootOf(http)}/{id}?done=calendar-revoked") : await One(http, id, sent.Refused(answer));
    }

    /// <summary>Where the office was opened.</summary>
    private static string RootOf(HttpContext http) => http.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal) ? Root : Open;

    private bool IsGiven(Verb verb, bool isOwn) => reader.MayAs(verb.Role) || (isOwn && verb.OwnRole is { } role && reader.MayAs(role));

    private static int StatusOf(SentForm? sent) => sent?.Problem?.Status ?? StatusCodes.Status200OK;
}
