using CityGrains.Api.Access;
using CityGrains.Api.Access.Keys;
using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Json;
using CityGrains.Api.Pages.Failing;
using CityGrains.Api.Pages.Reading;
using CityGrains.Domain.Access;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Pages.Admin.Keys;

/// <summary>The pages of keys: who may come in, and as what.</summary>
internal sealed class KeyPages(KeyRing ring, KeyEndpoints endpoints, KeyReading reading, KnownOffices offices, Reader reader, TimeProvider time)
{
    private const string Root = "/admin/keys", Make = "make", End = "expire";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAdminPage(Root, (HttpContext http, KeyPages pages) => pages.List(http, sent: null));
        routes.MapAdminPage($"{Root}/{{id}}", (HttpContext http, string id, KeyPages pages) => pages.One(http, id, sent: null));
        routes.MapAdminForm(Root, (HttpContext http, KeyPages pages) => pages.Create(http), AccessKind.KeyChange);
        routes.MapAdminForm($"{Root}/{{id}}/rotate", (HttpContext http, string id, KeyPages pages) => pages.Rotate(http, id), AccessKind.KeyChange);
        routes.MapAdminForm($"{Root}/{{id}}/links", (HttpContext http, string id, KeyPages pages) => pages.Link(http, id), AccessKind.KeyChange);
        routes.MapAdminForm($"{Root}/{{id}}/expire", (HttpContext http, string id, KeyPages pages) => pages.Expire(http, id), AccessKind.KeyChange);
        routes.MapAdminForm($"{Root}/{{id}}/revoke", (HttpContext http, string id, KeyPages pages) => pages.Revoke(http, id), AccessKind.KeyChange);
    }

    private async Task<IResult> List(HttpContext http, SentForm? sent)
    {
        var now = time.GetUtcNow();
        var names = (await offices.Read(http.RequestAborted)).All.Select(office => office.Name.Vi).ToList();
        var form = new AdminForm(Make, Root, reader["keys.make"],
            new AdminField("id", reader["keys.id"]) { Required = true, Hint = reader["keys.id-hint"] },
            new AdminField("roles", reader["keys.roles"]) { Required = true, Many = true,
                Choices = [.. Role.All.Select(role => (role, reader[$"role-may.{role}"]))] },
            new AdminField("office", reader["keys.office"]) { Required = true, Suggestions = names },
            new AdminField("validUntil", reader["keys.until"], "date"));
        var keys = (await ring.All(http.RequestAborted)).Select(key => KeyView.Of(key, now)).OrderBy(key => key.Standing == "valid" ? 0 : 1)
            .ThenBy(key => key.Id, StringComparer.Ordinal);
        return Page.Of<KeyListPage, KeyListing>(new KeyListing([.. keys], form.With(sent), AdminPages.DoneOf(http)), StatusOf(sent));
    }

    private async Task<IResult> One(HttpContext http, string id, SentForm? sent)
    {
        var found = await ring.Find(id, http.RequestAborted);
        if (found.Problem is { } problem) return ProblemPages.Of(problem);
        var (key, path) = (KeyView.Of(found.Value, time.GetUtcNow()), Path(id));
        return Page.Of<KeyPage, KeyDetail>(
            new KeyDetail(
                key,
                new AdminForm("rotate", $"{path}/rotate", reader["keys.rotate"]).With(sent),
                new AdminForm("link", $"{path}/links", reader["keys.link"]).With(sent),
                new AdminForm(End, $"{path}/expire", reader["keys.expire"], new AdminField("validUntil", reader["keys.until"], "date")).With(sent),
                new AdminForm("revoke", $"{path}/revoke", reader["keys.revoke"]).With(sent),
                AdminPages.DoneOf(http)),
            StatusOf(sent));
    }

    private async Task<IResult> Create(HttpContext http)
    {
        var sent = await SentForm.Read(http, Make, reading.New, "id", "roles", "office", "validUntil");
        var answer = await endpoints.Create(http);
        return answer is JsonAnswer<KeyView> { Value: var made } ? Shown(http, made) : await List(http, sent.Refused(answer));
    }

    private async Task<IResult> Rotate(HttpContext http, string id)
    {
        var sent = await SentForm.Read(http, "rotate");
        var answer = await endpoints.Rotate(http, id);
        return answer is JsonAnswer<KeyView> { Value: var made } ? Shown(http, made) : await One(http, id, sent.Refused(answer));
    }

    private async Task<IResult> Link(HttpContext http, string id)
    {
        var sent = await SentForm.Read(http, "link");
        var answer = await endpoints.Link(http, id);
        return answer is JsonAnswer<KeyLink> { Value: var link }
            ? Secret.Show(http, new Secret(reader["keys.link-title", id], reader["keys.link-label"], link.Url,
                reader["keys.link-then", reader.Instant(link.ExpiresAt)], Path(id)))
            : await One(http, id, sent.Refused(answer));
    }

    private async Task<IResult> Expire(HttpContext http, string id)
    {
        var sent = await SentForm.Read(http, End, reading.End, "validUntil");
        var answer = await endpoints.Expire(http, id);
        return answer is JsonAnswer<KeyView> ? new SeeOther($"{Path(id)}?done=expires") : await One(http, id, sent.Refused(answer));
    }

    private async Task<IResult> Revoke(HttpContext http, string id)
    {
        var sent = await SentForm.Read(http, "revoke");
        var answer = await endpoints.Revoke(http, id);
        return answer is JsonAnswer<KeyView> ? new SeeOther($"{Path(id)}?done=revoked") : await One(http, id, sent.Refused(answer));
    }

    private IResult Shown(HttpContext http, KeyView made) =>
        Secret.Show(http, new Secret(reader["keys.made", made.Id], reader["keys.key"], made.Key!, reader["keys.then"], Path(made.Id)));

    private static int StatusOf(SentForm? sent) => sent?.Problem?.Status ?? StatusCodes.Status200OK;

    private static string Path(string id) => $"{Root}/{Uri.EscapeDataString(id)}";
}
