using CityGrains.Api.Access;
using CityGrains.Api.Json;
using CityGrains.Api.Queries;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Api.Webhooks;

/// <summary>Answers what is asked about webhooks. What it changes, the deliveries follow within a second or so.</summary>
internal sealed class WebhookEndpoints(IWebhooks webhooks, WebhookReading reading, TimeProvider time)
{
    private const int UsualPage = 50;

    /// <summary>Registers one; its secret is shown this once.</summary>
    public async Task<IResult> Register(HttpContext http)
    {
        var read = await reading.Read(http);
        if (read.Problem is { } problem) return problem;
        var webhook = read.Value;
        if (!await webhooks.Add(webhook, Change(http, webhook.Id, "created", webhook.Url), http.RequestAborted)) return WebhookProblems.Taken;
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.Headers.Location = $"{WebhookRoutes.Root}/{webhook.Id}";
        http.Response.Headers.CacheControl = "no-store";
        return JsonAnswer.Of(WebhookView.Of(webhook) with { Secret = WebhookSecret.Text(webhook.Secret) }, WebhookJson.Default.WebhookView);
    }

    /// <summary>Lists them.</summary>
    public async Task<IResult> List(HttpContext http)
    {
        if (QueryReader.None(http.Request) is { } problem) return problem;
        var views = new List<WebhookView>();
        foreach (var webhook in await webhooks.All(http.RequestAborted)) views.Add(await View(webhook, http.RequestAborted));
        return JsonAnswer.Of(new WebhookList(views), WebhookJson.Default.WebhookList);
    }

    /// <summary>Shows one.</summary>
    public async Task<IResult> One(HttpContext http, string id)
    {
        if (QueryReader.None(http.Request) is { } problem) return problem;
        return await webhooks.Find(id, http.RequestAborted) is { } webhook ? await Answer(webhook, http) : WebhookProblems.NotFound;
    }

    /// <summary>Enables or disables one; what is so already stays so.</summary>
    public async Task<IResult> Enable(HttpContext http, string id, bool enabled)
    {
        if (QueryReader.None(http.Request) is { } problem) return problem;
        await webhooks.Enable(id, enabled, Change(http, id, enabled ? "enabled" : "disabled"), http.RequestAborted);
        return await One(http, id);
    }

    /// <summary>Deletes one, and shows it a last time.</summary>
    public async Task<IResult> Delete(HttpContext http, string id)
    {
        if (QueryReader.None(http.Request) is { } problem) return problem;
        if (await webhooks.Find(id, http.RequestAborted) is not { } webhook) return WebhookProblems.NotFound;
        var answer = await Answer(webhook, http);
        return await webhooks.Remove(id, Change(http, id, "deleted"), http.RequestAborted) ? answer : WebhookProblems.NotFound;
    }

    /// <summary>Its changes; also of one that is gone.</summary>
    public async Task<IResult> Changes(HttpContext http, string id)
    {
        if (QueryReader.None(http.Request) is { } problem) return problem;
        var changes = await webhooks.Changes(id, http.RequestAborted);
        if (changes.Count == 0) return WebhookProblems.NotFound;
        return JsonAnswer.Of(
            new WebhookChangeList([.. changes.Select(change => new WebhookChangeView(change.What, change.Detail, change.At, change.Actor, change.Office))]), WebhookJson.Default.WebhookChangeList);
    }

    /// <summary>A page of attempts, the newest first.</summary>
    public async Task<IResult> Deliveries(HttpContext http, string id)
    {
        var query = new QueryReader(http.Request.Query);
        var (after, limit) = (query.Number("after", least: 1), query.Limit(UsualPage));
        if (query.End() is { } problem) return problem;
        if (await webhooks.Find(id, http.RequestAborted) is null) return WebhookProblems.NotFound;
        var found = await webhooks.Deliveries(id, after ?? long.MaxValue, limit, http.RequestAborted);
        return JsonAnswer.Of(
            new DeliveryPage([.. found.Select(DeliveryView.Of)], found.Count == limit ? found[^1].Number : null), WebhookJson.Default.DeliveryPage);
    }

    /// <summary>A page of dead letters, the oldest first.</summary>
    public async Task<IResult> DeadLetters(HttpContext http, string id)
    {
        var query = new QueryReader(http.Request.Query);
        var (after, limit) = (query.Number("after", least: 0), query.Limit(UsualPage));
        if (query.End() is { } problem) return problem;
        if (await webhooks.Find(id, http.RequestAborted) is null) return WebhookProblems.NotFound;
        var found = await webhooks.DeadLetters(id, after ?? 0, limit, cancel: http.RequestAborted);
        return JsonAnswer.Of(
            new DeadLetterPage([.. found.Select(DeadLetterView.Of)], found.Count == limit ? found[^1].Number : null), WebhookJson.Default.DeadLetterPage);
    }

    /// <summary>Asks to try dead letters once more: one, or all.</summary>
    public async Task<IResult> Redeliver(HttpContext http, string id, long? number)
    {
        if (QueryReader.None(http.Request) is { } problem) return problem;
        if (await webhooks.Find(id, http.RequestAborted) is null) return WebhookProblems.NotFound;
        var requested = await webhooks.Request(
            id, number, Change(http, id, "redelivery-requested", number is { } one ? FormattableString.Invariant($"{one}") : "all"), http.RequestAborted);
        return requested == 0 && number is not null ? WebhookProblems.NoSuchLetter
            : JsonAnswer.Of(new RedeliveryView(requested), WebhookJson.Default.RedeliveryView);
    }

    private async Task<IResult> Answer(Webhook webhook, HttpContext http) =>
        JsonAnswer.Of(await View(webhook, http.RequestAborted), WebhookJson.Default.WebhookView);

    private async Task<WebhookView> View(Webhook webhook, CancellationToken cancel) =>
        WebhookView.Of(webhook, (await webhooks.Deliveries(webhook.Id, long.MaxValue, 1, cancel)).SingleOrDefault());

    private WebhookChange Change(HttpContext http, string id, string what, string detail = "")
    {
        var caller = http.Caller();
        return new WebhookChange(id, what, detail, time.GetUtcNow(), caller.Name, caller.Office);
    }
}
