using System.Net;
using CityGrains.Api.Access;
using CityGrains.Api.Tests.Feed;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Silo.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CityGrains.Api.Tests.Webhooks;

/// <summary>Receivers behave as they like.</summary>
public sealed class Receivers : IAsyncLifetime
{
    private ApiServer _server = null!;
    private Receiver _receiver = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.Start();
        _server = await WebhookServer.Start(WebhookServer.Options with { Patience = TimeSpan.FromSeconds(1) });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task One_that_does_not_answer_is_given_up_and_holds_up_nobody_else()
    {
        _receiver.Answer = (_, http) =>
        {
            var given = new TaskCompletionSource();
            http.RequestAborted.Register(given.SetResult);
            return given.Task;
        };
        await using var other = await Receiver.Start();
        await _server.Register("silent", _receiver.Url);
        await _server.Record("agr-first", Recording.Archived());
        await _receiver.Told(times: 1);
        await _server.Register("lively", other.Url);
        for (var i = 0; i < 50; i++) await _server.Record($"agr-{i}", Recording.Archived());

        await other.Told(times: 51);
        await _server.Noted("silent", attempts: 1);
        Assert.Equal(("agreement/agr-first@1", 1, "timed-out"), (await _server.Attempts("silent"))[0]);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _receiver.Answer = (_, http) =>
        {
            http.Response.Redirect("/elsewhere", permanent: true, preserveMethod: true);
            return Task.CompletedTask;
        };
        await _server.Register("wiki", _receiver.Url);
        await _server.Record("agr-1", Recording.Archived());
        await _server.Noted("wiki", attempts: 1);

        Assert.Equal([("agreement/agr-1@1", 1, "rejected")], await _server.Attempts("wiki"));
        Assert.Equal("/hook", Assert.Single(_receiver.All).Path);
    }

    [Fact]
    public async Task An_answer_without_an_end_is_not_read()
    {
        _receiver.Answer = async (_, http) =>
        {
            var much = new byte[64 * 1024];
            while (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(much, http.RequestAborted);
        };
        await _server.Register("wiki", _receiver.Url);
        for (var i = 0; i < 3; i++) await _server.Record($"agr-{i}", Recording.Archived());
        await _server.Noted("wiki", attempts: 3);
        Assert.All(await _server.Attempts("wiki"), attempt => Assert.Equal("delivered", attempt.Outcome));
    }

    [Fact]
    public async Task One_that_says_it_is_gone_is_told_nothing_more_until_it_is_enabled_again()
    {
        _receiver.Answers(HttpStatusCode.Gone);
        await _server.Register("wiki", _receiver.Url);
        await _server.Record("agr-1", Recording.Archived());
        await WebhookServer.Eventually(async () => !(await _server.Admin.Get("/api/v1/webhooks/wiki")).Json.GetProperty("enabled").GetBoolean());
        var changes = (await _server.Admin.Get("/api/v1/webhooks/wiki/changes")).Json.GetProperty("items");
        Assert.Equal(("disabled", "receiver"), (changes[1].GetProperty("what").GetString(), changes[1].GetProperty("actor").GetString()));

        _receiver.Answers(HttpStatusCode.OK);
        (await _server.Admin.Post("/api/v1/webhooks/wiki/enable", "")).Expect(HttpStatusCode.OK);
        await _receiver.Told(times: 2);
        Assert.Equal(["agreement/agr-1@1"], _receiver.Events);
    }

    [Fact]
    public async Task One_that_is_disabled_is_told_later_of_what_it_missed()
    {
        await _server.Register("wiki", _receiver.Url);
        (await _server.Admin.Post("/api/v1/webhooks/wiki/disable", "")).Expect(HttpStatusCode.OK);
        await using var other = await Receiver.Start();
        await _server.Register("other", other.Url);
        await _server.Record("agr-1", Recording.Archived());
        await other.Told(times: 1);
        Assert.Empty(_receiver.All);

        (await _server.Admin.Post("/api/v1/webhooks/wiki/enable", "")).Expect(HttpStatusCode.OK);
        await _receiver.Told(times: 1);
        Assert.Equal(["agreement/agr-1@1"], _receiver.Events);
    }

    [Fact]
    public async Task One_that_asks_to_be_left_alone_is()
    {
        _receiver.Answer = (_, http) =>
        {
            http.Response.StatusCode = 503;
            http.Response.Headers.RetryAfter = "1200";
            return Task.CompletedTask;
        };
        await _server.Register("wiki", _receiver.Url);
        await _server.Record("agr-1", Recording.Archived());
        await _server.Noted("wiki", attempts: 1);
        await using var other = await Receiver.Start();
        _server.Clock.Set(_server.Clock.GetUtcNow().AddSeconds(1199));
        await _server.Register("other", other.Url);
        await other.Told(times: 1); // rounds have been made since
        Assert.Single(_receiver.All);

        _server.Clock.Set(_server.Clock.GetUtcNow().AddSeconds(2));
        await _receiver.Told(times: 2);
    }

    [Fact]
    public async Task It_is_told_only_of_what_it_wants()
    {
        await _server.Register("cities", _receiver.Url, """, "types": ["city-registered"], "offices": ["Sở Ngoại vụ Sơn La"]""");
        using var officer = await _server.Key("officer", Role.Officer);
        await _server.Record("agr-1", Recording.Archived());
        (await _server.Admin.Post("/api/v1/cities", """{"name": "Vinh", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        (await officer.Post("/api/v1/cities", """{"name": "Sơn La", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        (await officer.Post("/api/v1/cities/vn-son-la/rename", """{"name": "Chiềng Lề"}""")).Expect(HttpStatusCode.OK);
        (await officer.Post("/api/v1/cities", """{"name": "Huế", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        await _receiver.Told(times: 2);
        Assert.Equal(["city/vn-son-la@1", "city/vn-hue@1"], _receiver.All.Select(received => received.Id));
    }

    [Fact]
    public async Task One_that_nobody_listens_at_and_one_whose_name_nobody_knows_say_so()
    {
        var nobody = await Receiver.Start();
        var url = nobody.Url;
        await nobody.DisposeAsync();
        await _server.Register("nobody", url);
        await _server.Register("unknown", "https://no-such-host.invalid/hook");
        await _server.Record("agr-1", Recording.Archived());
        await _server.Noted("nobody", attempts: 1);
        await _server.Noted("unknown", attempts: 1);
        Assert.Equal("unreachable", (await _server.Attempts("nobody"))[0].Outcome);
        Assert.Equal("unknown-host", (await _server.Attempts("unknown"))[0].Outcome);
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_after_it_was_registered_leads_nowhere()
    {
        var answers = new Queue<string>(["203.0.114.7"]);
        Resolve resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answers.TryDequeue(out var first) ? first : "127.0.0.1")]);
        await using var server = await WebhookServer.Start(WebhookServer.Options with { Allow = [] }, more: services => services.AddSingleton(resolve));
        var port = new Uri(_receiver.Url).Port;
        await server.Register("rebinding", $"https://rebinding.example:{port}/hook");
        await server.Record("agr-1", Recording.Archived());
        await server.Noted("rebinding", attempts: 1);

        Assert.Equal([("agreement/agr-1@1", 1, "address-refused")], await server.Attempts("rebinding"));
        Assert.Empty(_receiver.All);
    }
}
