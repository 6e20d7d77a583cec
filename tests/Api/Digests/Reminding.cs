using System.Net;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Api.Tests.Webhooks;
using CityGrains.Grains.Working;
using CityGrains.Silo.Digests;
using CityGrains.Tests;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace CityGrains.Api.Tests.Digests;

/// <summary>
/// An office is reminded of what it owes: once, by mail and by webhook, whatever breaks in between. A store joins by a class that names its database.
/// </summary>
public abstract class Reminding : IAsyncLifetime
{
    private const string SonLa = "/api/v1/offices/so-ngoai-vu-son-la";
    private readonly SmtpReceiver _mailbox = new();
    private string? _database;
    private ApiServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await Database();
        _server = await Start();
        (await _server.Admin.Post("/api/v1/offices", """{"name": {"vi": "Sở Ngoại vụ Sơn La", "en": "Foreign Affairs of Sơn La"}, "level": "department"}"""))
            .Expect(HttpStatusCode.Created);
        await Send(HttpMethod.Put, """{"emails": ["htqt@example.vn", "vanthu@example.vn"]}""");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _mailbox.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected ApiServer Server => _server;

    private protected SmtpReceiver Mailbox => _mailbox;

    protected abstract Task<string?> Database();

    [Fact]
    public async Task An_office_is_mailed_once_a_day_what_is_new_in_both_languages()
    {
        await Consult("2026-03-13"); // 7 working days: due on 24 March, in 9 days
        await Remind();
        await Remind();
        var mail = Assert.Single(_mailbox.All);
        Assert.Equal(("citygrains@example.vn", 2), (mail.Sender, mail.Recipients.Count));
        Assert.Equal("Sở Ngoại vụ Sơn La: 2 thời hạn, 15/3/2026 / 2 deadlines, 15 March 2026", mail.Headers["Subject"]);
        Assert.Equal("<digest-so-ngoai-vu-son-la-2026-03-15@example.vn>", mail.Headers["Message-ID"]);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Contains("CÒN NHIỀU NHẤT 30 NGÀY", mail.Text, StringComparison.Ordinal);
        Assert.Contains("- 24/3/2026 (còn 9 ngày): ", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Bộ Ngoại giao", mail.Text, StringComparison.Ordinal);
        Assert.Contains("9 days left", mail.Text, StringComparison.Ordinal);

        Assert.Equal("2026-03-15", (await _server.Admin.Get(SonLa + "/digest")).Expect(HttpStatusCode.OK).Json.GetProperty("remindedOn").GetString());
        var days = new List<string>();
        for (var day = 16; day <= 31; day++)
        {
            var before = _mailbox.All.Count;
            _server.Clock.Set(new DateTimeOffset(2026, 3, day, 9, 0, 0, TimeSpan.FromHours(7)));
            await Remind();
            if (_mailbox.All.Count > before) days.Add($"{day}: {_mailbox.All[^1].Headers["Subject"].Split(',')[0]}");
        }

        Assert.Equal(["17: Sở Ngoại vụ Sơn La: 2 thời hạn", "24: Sở Ngoại vụ Sơn La: 2 thời hạn"], days);
    }

    [Fact]
    public async Task A_mailbox_without_room_is_tried_again_later_and_nothing_is_lost_or_told_twice()
    {
        await Consult("2026-03-13");
        _mailbox.IsFull = true;
        await Assert.ThrowsAsync<DigestNotMailedException>(Remind);
        await Remind(); // held back
        Assert.Empty(_mailbox.All);

        _mailbox.IsFull = false;
        _server.Clock.Set(_server.Clock.GetUtcNow() + DigestGrain.Claim);
        await Remind();
        await Remind();
        Assert.Single(_mailbox.All);
        Assert.Single(await Announced());
    }

    [Fact]
    public async Task A_restart_does_not_repeat_it()
    {
        await Consult("2026-03-13");
        await Remind();
        await _server.Restart();
        await Remind();
        Assert.Single(_mailbox.All);
    }

    [Fact]
    public async Task A_webhook_is_told_of_the_reminder_signed_like_every_event()
    {
        await using var receiver = await Receiver.Start();
        await _server.Register("wiki", receiver.Url, """, "types": ["deadlines-announced"], "offices": ["Sở Ngoại vụ Sơn La"]""");
        await Consult("2026-03-13");
        await Remind();
        await receiver.Told(times: 1);

        var told = Assert.Single(receiver.All);
        var data = System.Text.Json.JsonElement.Parse(told.Body).GetProperty("data");
        Assert.Equal(("2026-03-15", 2), (data.GetProperty("day").GetString(), data.GetProperty("deadlines").GetArrayLength()));
        Assert.StartsWith("v1,", told.Signature, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_without_mailboxes_or_that_wants_no_reminders_gets_no_mail()
    {
        await Consult("2026-03-13");
        await Send(HttpMethod.Put, """{"emails": []}""");
        await Remind();
        Assert.Single(await Announced());

        await Send(HttpMethod.Delete, body: null);
        _server.Clock.Set(_server.Clock.GetUtcNow().AddDays(3));
        await Remind();
        Assert.Single(await Announced());
        Assert.Empty(_mailbox.All);
    }

    [Fact]
    public async Task The_rounds_remind_from_the_time_of_the_day_on()
    {
        await Consult("2026-03-13");
        var early = new DateTimeOffset(2026, 3, 16, 6, 59, 0, TimeSpan.FromHours(7));
        _server.Clock.Set(early);
        await _server.Restart();
        Assert.Empty(_mailbox.All);
        _server.Clock.Set(early.AddMinutes(1));
        await WebhookServer.Eventually(() => Task.FromResult(_mailbox.All.Count > 0));
    }

    private protected Task<ApiServer> Start() => WebhookServer.Start(database: _database, more: services => services
        .AddSingleton(new SmtpOptions { Host = "127.0.0.1", Port = _mailbox.Port, From = "citygrains@example.vn", Tls = false })
        .AddSingleton(new DigestOptions { Every = TimeSpan.FromMilliseconds(_server is null ? 3_600_000 : 20) }));

    private async Task Send(HttpMethod method, string? body) =>
        (await _server.Admin.Send(method, SonLa + "/digest", body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json")))
            .Expect(HttpStatusCode.OK);

    private Task Remind() => _server.Grain<IDigestGrain>("so-ngoai-vu-son-la").Remind();

    /// <summary>An agreement of the office on which two agencies were asked that day.</summary>
    private protected async Task Consult(string on)
    {
        var id = (await _server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created).Id;
        (await _server.Admin.Post($"/api/v1/agreements/{id}/open-consultation",
            $$"""{"dossier": ["Tờ trình"], "agencies": ["Bộ Ngoại giao", "Bộ Công an"], "procedure": "normal", "occurredOn": "{{on}}"}""")).Expect(HttpStatusCode.OK);
    }

    private protected async Task<IReadOnlyList<string>> Announced() =>
    [
        .. (await _server.Admin.Get(SonLa + "/history")).Expect(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("type").GetString()!).Where(type => type == "deadlines-announced/1"),
    ];
}

public sealed class RemindingOnSqlite : Reminding
{
    protected override Task<string?> Database() => Task.FromResult<string?>(null);
}

public sealed class RemindingOnPostgres(PostgresCluster cluster) : Reminding
{
    [Fact]
    public async Task Two_nodes_that_remind_at_the_same_moment_remind_once()
    {
        await Consult("2026-03-13");
        await using var other = await Start();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Attempt(i % 2 == 0 ? Server : other)));
        Assert.Single(Mailbox.All);
        Assert.Single(await Announced());
    }

    protected override async Task<string?> Database() => await cluster.NewDatabase();

    /// <summary>One of several may find that another was faster.</summary>
    private static async Task Attempt(ApiServer server)
    {
        try
        {
            await server.Grain<IDigestGrain>("so-ngoai-vu-son-la").Remind();
        }
        catch (InconsistentStateException)
        {
            return;
        }
    }
}
