using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Json;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries;
using CityGrains.Api.Webhooks;
using CityGrains.Domain.Access;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Api.Pages.Admin.Webhooks;

/// <summary>The pages of webhooks: who is told of what, and what could not be delivered.</summary>
internal sealed class WebhookPages(IWebhooks webhooks, WebhookEndpoints endpoints, WebhookReading reading, Reader reader)
{
    internal const string Root = "/admin/webhooks";

    private const int MostLines = 50;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAdminPage(Root, (HttpContext http, WebhookPages pages) => pages.List(http, sent: null));
        routes.MapAdminPage($"{Root}/{{id}}", (HttpContext http, string id, WebhookPages pages) => pages.One(http, id, problem: null));
        routes.MapAdminForm(Root, (HttpContext http, WebhookPages pages) => pages.Register(http), AccessKind.Change);
        Action(routes, "enable", "enabled", (endpoints, http, id) => endpoints.Enable(http, id, enabled: true));
        Action(routes, "disable", "disabled", (endpoints, http, id) => endpoints.Enable(http, id, enabled: false));
        Action(routes, "redeliver", "resent", (endpoints, http, id) => endpoints.Redeliver(http, id, number: null));
        routes.MapAdminForm($"{Root}/{{id}}/dead-letters/{{number:long}}/redeliver", (HttpContext http, string id, long number, WebhookPages pages) =>
            pages.Do(http, id, "resent", (endpoints, http, id) => endpoints.Redeliver(http, id, number)), AccessKind.Change);
        routes.MapAdminForm($"{Root}/{{id}}/delete", (HttpContext http, string id, WebhookPages pages) => pages.Delete(http, id), AccessKind.Change);
    }

    private static void Action(IEndpointRouteBuilder routes, string name, string done, Func<WebhookEndpoints, HttpContext, string, Task<IResult>> act) =>
        routes.MapAdminForm($"{Root}/{{id}}/{name}", (HttpContext http, string id, WebhookPages pages) => pages.Do(http, id, done, act), AccessKind.Change);

    private async Task<IResult> List(HttpContext http, SentForm? sent)
    {
        var views = new List<(WebhookView Webhook, bool HasDead)>();
        foreach (var webhook in await webhooks.All(http.RequestAborted))
        {
            var last = (await webhooks.Deliveries(webhook.Id, long.MaxValue, 1, http.RequestAborted)).SingleOrDefault();
            views.Add((WebhookView.Of(webhook, last), (await webhooks.DeadLetters(webhook.Id, 0, 1, cancel: http.RequestAborted)).Count > 0));
        }

        var form = new AdminForm("register", Root, reader["webhooks.register"],
            new AdminField("url", reader["webhooks.url"], "url") { Required = true, Hint = reader["webhooks.url-hint"] },
            new AdminField("id", reader["webhooks.id"]),
            new AdminField("types", reader["webhooks.types"], "lines") { Hint = reader["webhooks.types-hint"] },
            new AdminField("offices", reader["webhooks.offices"], "lines") { Hint = reader["webhooks.offices-hint"] });
        return Page.Of<WebhookListPage, WebhookListing>(new WebhookListing(views, form.With(sent), AdminPages.DoneOf(http)),
            sent?.Problem?.Status ?? StatusCodes.Status200OK);
    }

    private async Task<IResult> One(HttpContext http, string id, Problem? problem)
    {
        var cancel = http.RequestAborted;
        var query = new QueryReader(http.Request.Query);
        var after = query.Number("after", least: 0) ?? 0;
        if (await webhooks.Find(id, cancel) is not { } webhook) return ProblemPages.Of(problem ?? WebhookProblems.NotFound);
        var attempts = await webhooks.Deliveries(id, long.MaxValue, MostLines, cancel);
        var letters = await webhooks.DeadLetters(id, after, MostLines + 1, cancel: cancel);
        var changes = await webhooks.Changes(id, cancel);
        return Page.Of<WebhookPage, WebhookDetail>(
            new WebhookDetail(WebhookView.Of(webhook, attempts is [var last, ..] ? last : null), [.. attempts.Select(DeliveryView.Of)],
                [.. letters.Take(MostLines).Select(DeadLetterView.Of)], [.. changes.Reverse()])
            {
                Next = letters.Count > MostLines ? letters[MostLines - 1].Number : null,
                After = after > 0,
                Done = AdminPages.DoneOf(http),
                Problem = problem,
            },
            problem?.Status ?? StatusCodes.Status200OK);
    }

    private async Task<IResult> Register(HttpContext http)
    {
        var sent = await SentForm.Read(http, "register", reading.Shape, "url", "id", "types", "offices");
        var answer = await endpoints.Register(http);
        return answer is JsonAnswer<WebhookView> { Value: var made }
            ? Secret.Show(
                http, new Secret(reader["webhooks.made", made.Id], reader["webhooks.secret"], made.Secret!, reader["webhooks.then"], $"{Root}/{made.Id}"))
            : await List(http, sent.Refused(answer));
    }

    private async Task<IResult> Do(HttpContext http, string id, string done, Func<WebhookEndpoints, HttpContext, string, Task<IResult>> act)
    {
        await SentForm.Read(http, done);
        return await act(endpoints, http, id) is Problem problem ? await One(http, id, problem) : new SeeOther($"{Root}/{id}?done={done}");
    }

    private async Task<IResult> Delete(HttpContext http, string id)
    {
        await SentForm.Read(http, "delete");
        return await endpoints.Delete(http, id) is Problem problem ? await One(http, id, problem) : new SeeOther($"{Root}?done=deleted");
    }
}
