using System.Net;
using System.Text;
using CityGrains.Api.Access;
using CityGrains.Api.Commands;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests.Calendars;

/// <summary>A calendar program reads what an office owes, by an address that opens nothing else.</summary>
public class Subscribing : IAsyncLifetime
{
    private const string SonLa = "/api/v1/offices/so-ngoai-vu-son-la";
    private readonly ApiServer _server = new();
    private Hosting.Caller _program = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        _program = _server.With(key: null);
        (await _server.Admin.Post("/api/v1/offices", OfficeVerbs.Register.Example)).Expect(HttpStatusCode.Created);
        var id = (await _server.Admin.Post("/api/v1/agreements", Bodies.Proposal("Ghi nhớ, Sơn La; \\\\ Luang Prabang"))).Expect(HttpStatusCode.Created).Id;
        (await _server.Admin.Post($"/api/v1/agreements/{id}/open-consultation",
            """{"dossier": ["Tờ trình"], "agencies": ["Bộ Ngoại giao", "Bộ Công an"], "procedure": "normal", "occurredOn": "2026-03-02"}""")).Expect(HttpStatusCode.OK);
        (await _server.Admin.Post($"/api/v1/agreements/{id}/record-opinion", """{"agency": "Bộ Công an", "opinion": "agree", "receivedOn": "2026-03-05"}"""))
            .Expect(HttpStatusCode.OK);
    }

    public ValueTask DisposeAsync()
    {
        _program.Dispose();
        GC.SuppressFinalize(this);
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task What_the_office_owes_is_there_and_nothing_of_another()
    {
        await _server.Admin.Post("/api/v1/agreements/agr-hn/register-legacy", Bodies.Legacy());
        var answer = (await _program.Get(await Address())).Expect(HttpStatusCode.OK);
        Assert.Equal("text/calendar", answer.MediaType);

        var lines = CalendarReader.Unfolded(Encoding.UTF8.GetBytes(answer.Text));
        Assert.Equal("Thời hạn – Sở Ngoại vụ Sơn La", CalendarReader.Unescaped(Assert.Single(CalendarReader.Components(lines, "VCALENDAR"))["NAME"]));
        var days = CalendarReader.Components(lines, "VEVENT");
        Assert.Equal(["opinion", "annual-plan", "annual-report"], days.Select(one => one["CATEGORIES"]));
        Assert.Equal(["20261115", "20261115"], days.Skip(1).Select(one => one["DTSTART"]));
        Assert.Equal(3, days.Select(one => one["UID"]).Distinct().Count());
        var day = days[0];
        Assert.Equal("20260311", day["DTSTART"]); // 7 working days after 2 March; two days late
        Assert.StartsWith("QUÁ HẠN: ", CalendarReader.Unescaped(day["SUMMARY"]), StringComparison.Ordinal);
        Assert.EndsWith("Ghi nhớ, Sơn La; \\ Luang Prabang", CalendarReader.Unescaped(day["SUMMARY"]), StringComparison.Ordinal);
        Assert.Contains("Bộ Ngoại giao", CalendarReader.Unescaped(day["DESCRIPTION"]), StringComparison.Ordinal);
        Assert.Equal(6, CalendarReader.Components(lines, "VALARM").Count); // what is late reminds no more
    }

    [Fact]
    public async Task A_deadline_keeps_its_uid_when_the_office_changes_when_it_is_due()
    {
        var address = await Address();
        var before = Days(await _program.Get(address));
        (await _server.Admin.Post(SonLa + "/replace-calendar", """
            {"calendar": {"year": 2026, "daysOff": [{"day": "2026-03-16", "name": {"vi": "Nghỉ bù", "en": "Day off"}}], "workedDays": [], "announced": true, "source": "Thông báo"}}
            """)).Expect(HttpStatusCode.OK);
        var after = Days(await _program.Get(address));
        Assert.Equal(before.Select(day => day["UID"]), after.Select(day => day["UID"]));
        Assert.Equal(before.Select(day => day["DTSTART"]), after.Select(day => day["DTSTART"])); // what was due in the past stays
    }

    [Fact]
    public async Task In_english_where_asked_for()
    {
        var day = Days(await _program.Get(await Address() + "&lang=en"))[0];
        Assert.StartsWith("OVERDUE: ", CalendarReader.Unescaped(day["SUMMARY"]), StringComparison.Ordinal);
        Assert.Equal(["lang"], (await _program.Get(await Address() + "&lang=fr")).Expect(HttpStatusCode.BadRequest).Fields);
    }

    [Fact]
    public async Task The_address_opens_the_calendar_and_nothing_else_and_no_key_opens_the_calendar()
    {
        var address = await Address();
        using var bearer = _server.With(address[(address.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        foreach (var path in new[] { "/api/v1/agreements", "/api/v1/about", "/api/v1/feed", SonLa, SonLa + "/calendars", "/api/v1/portfolio/summary" })
            Assert.Equal("access/role-missing", (await bearer.Get(path)).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal("access/role-missing", (await bearer.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Forbidden).Problem);
        foreach (var token in new[] { "?token=" + _server.AdminKey, "?token=cg_0123456789012345678901234567890123456789012", "?token=x", "" })
            Assert.Equal("calendar/unknown-token", (await _program.Get("/api/v1/deadlines.ics" + token)).Expect(HttpStatusCode.Forbidden).Problem);
    }

    [Fact]
    public async Task A_revoked_address_opens_nothing_any_more()
    {
        var (one, other) = (await Address(), await Address());
        (await _program.Get(one)).Expect(HttpStatusCode.OK);
        var listed = (await _server.Admin.Get(SonLa + "/calendars")).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain("token", listed.Text, StringComparison.Ordinal);
        Assert.Equal(2, listed.Ids.Count);

        foreach (var id in listed.Ids.Take(1)) (await _server.Admin.Send(HttpMethod.Delete, $"{SonLa}/calendars/{id}", content: null)).Expect(HttpStatusCode.OK);
        Assert.Single(new[] { (await _program.Get(one)).Status, (await _program.Get(other)).Status }, 200);
        Assert.Equal("calendar/not-found", (await _server.Admin.Send(HttpMethod.Delete, SonLa + "/calendars/000000000000", content: null)).Expect(HttpStatusCode.NotFound).Problem);
    }

    [Fact]
    public async Task Only_the_office_itself_and_an_admin_make_addresses()
    {
        (await _server.Admin.Post("/api/v1/offices", """{"name": {"vi": "Sở Ngoại vụ Nghệ An"}, "level": "department"}""")).Expect(HttpStatusCode.Created);
        using var officer = await _server.Key("cán bộ", Role.Officer);
        using var auditor = await _server.Key("thanh tra", Role.Auditor);
        var made = (await officer.Post(SonLa + "/calendars", "")).Expect(HttpStatusCode.Created);
        Assert.Equal(("cán bộ", "no-store"), (made.Json.GetProperty("createdBy").GetString(), made.Headers["Cache-Control"]));
        Assert.Equal("access/other-office", (await officer.Post("/api/v1/offices/so-ngoai-vu-nghe-an/calendars", "")).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal("access/role-missing", (await auditor.Post(SonLa + "/calendars", "")).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal("office/not-found", (await _server.Admin.Post("/api/v1/offices/khac/calendars", "")).Expect(HttpStatusCode.NotFound).Problem);
    }

    /// <summary>A new address, relative.</summary>
    private async Task<string> Address() =>
        new Uri((await _server.Admin.Post(SonLa + "/calendars", "")).Expect(HttpStatusCode.Created).Json.GetProperty("url").GetString()!).PathAndQuery;

    private static IReadOnlyList<Dictionary<string, string>> Days(Answer answer) =>
        CalendarReader.Components(CalendarReader.Unfolded(Encoding.UTF8.GetBytes(answer.Expect(HttpStatusCode.OK).Text)), "VEVENT");
}
