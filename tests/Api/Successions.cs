using System.Net;
using System.Text.Json;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

/// <summary>A body is abolished, and every agreement of it passes to its heir.</summary>
public sealed class Successions : IAsyncLifetime
{
    private const string Merger = """
        {"party": "ĐÀ NẴNG", "country": "VN", "successor": {"name": "Thành phố Đà Nẵng (mới)", "type": "city", "country": "VN"},
         "succeededOn": "2025-07-01", "ground": "Nghị quyết 202/2025/QH15"}
        """;

    private readonly ApiServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await Enter("agr-1", "Kawasaki");
        await Enter("agr-2", "Daegu");
        await Enter("agr-ended", "Pittsburgh", "Expired");
        (await _server.Admin.Post("/api/v1/agreements", Bodies.Proposal(more: ", \"id\": \"agr-other\""))).Expect(HttpStatusCode.Created);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_preview_names_what_moves_and_what_is_refused_and_writes_nothing()
    {
        var report = await Ask("?dryRun=true", Merger);

        Assert.Equal(["agr-1 moved", "agr-2 moved", "agr-ended refused"], Outcomes(report));
        Assert.Equal("agreement/ended", report[2].GetProperty("agreement").GetProperty("code").GetString());
        Assert.Equal((2, 1, true), Summary(report));
        Assert.Equal([1L, 1, 1], await Versions("agr-1", "agr-2", "agr-ended"));
    }

    [Fact]
    public async Task Each_agreement_moves_by_an_event_of_its_own()
    {
        var report = await Ask("", Merger);

        Assert.Equal(["agr-1 moved", "agr-2 moved", "agr-ended refused"], Outcomes(report));
        Assert.Equal((2, 1, false), Summary(report));
        Assert.Equal([2L, 2, 1, 1], await Versions("agr-1", "agr-2", "agr-ended", "agr-other"));
        var last = (await _server.Admin.Get("/api/v1/agreements/agr-2/history")).Json.GetProperty("items")[1];
        Assert.Equal(("party-succeeded/1", "2025-07-01", "approver", "Nghị quyết 202/2025/QH15"),
            (last.GetProperty("type").GetString(), last.GetProperty("occurredOn").GetString(), last.GetProperty("actor").GetString(), last.GetProperty("reason").GetString()));
        Assert.DoesNotContain(Outcomes(await Ask("?dryRun=true", Merger)), outcome => outcome.EndsWith("moved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_request_again_goes_on_and_reports_the_same()
    {
        var first = await Ask("", Merger, "sap-nhap");
        await Enter("agr-late", "Yokohama");

        var again = await Ask("", Merger, "sap-nhap");

        Assert.Equal([.. Outcomes(first).Take(2), "agr-ended refused", "agr-late moved"], Outcomes(again).Order(StringComparer.Ordinal));
        Assert.Equal([2L, 2, 1, 2], await Versions("agr-1", "agr-2", "agr-ended", "agr-late"));
        var other = Merger.Replace("202/2025", "203/2025", StringComparison.Ordinal);
        Assert.Equal("command/id-reused", (await Send("", other, "sap-nhap")).Expect(HttpStatusCode.UnprocessableEntity).Problem);
    }

    [Fact]
    public async Task An_office_hands_over_what_it_followed_up_ended_or_not()
    {
        const string body = """{"office": "Sở Ngoại vụ Đà Nẵng", "successorOffice": "Sở Ngoại vụ mới", "succeededOn": "2025-07-01", "ground": "Nghị quyết"}""";
        Assert.Equal((3, 0, false), Summary(await Ask("", body, "van-phong")));
        Assert.Equal((3, 0, false), Summary(await Ask("", body, "van-phong")));
        Assert.Equal(
            ["agr-1", "agr-2", "agr-ended"], (await _server.Admin.Get("/api/v1/agreements?office=S%E1%BB%9F%20Ngo%E1%BA%A1i%20v%E1%BB%A5%20m%E1%BB%9Bi")).Ids);
    }

    [Theory]
    [InlineData("""{"succeededOn": "2025", "ground": "x"}""", "party")]
    [InlineData("""{"party": "A", "office": "B", "successorOffice": "C", "succeededOn": "2025", "ground": "x"}""", "party")]
    [InlineData("""{"party": "A", "succeededOn": "2025", "ground": "x"}""", "country")]
    [InlineData("""{"party": "A", "country": "VN", "succeededOn": "2025", "ground": "x"}""", "successor")]
    [InlineData("""{"office": "B", "successorOffice": "B", "succeededOn": "2025", "ground": "x"}""", "successorOffice")]
    [InlineData("""{"office": "B", "successorOffice": "C", "succeededOn": "unknown", "ground": "x"}""", "succeededOn")]
    [InlineData("""{"office": "B", "successorOffice": "C", "succeededOn": "2099", "ground": "x"}""", "occurredOn")]
    public async Task What_is_wrong_is_named_before_anything_moves(string body, string field)
    {
        var answer = (await Send("", body)).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(field, answer.Json.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_parameter_nobody_knows_and_a_key_without_the_role_are_refused()
    {
        (await Send("?dryrun=true", Merger)).Expect(HttpStatusCode.BadRequest);
        (await Send("?dryRun=yes", Merger)).Expect(HttpStatusCode.BadRequest);
        using var officer = await _server.Key("officer", CityGrains.Api.Access.Role.Officer);
        (await officer.Post("/api/v1/successions", Merger)).Expect(HttpStatusCode.Forbidden);
    }

    private async Task Enter(string id, string partner, string state = "InEffect") =>
        (await _server.Admin.Post($"/api/v1/agreements/{id}/register-legacy", Bodies.Legacy(partner, state: state))).Expect(HttpStatusCode.Created);

    private Task<Answer> Send(string query, string body, string? key = null) =>
        _server.Approver.Post("/api/v1/successions" + query, body, key is null ? [] : [("Idempotency-Key", key)]);

    /// <summary>The lines of the report but those of progress.</summary>
    private async Task<List<JsonElement>> Ask(string query, string body, string? key = null) =>
        [.. (await Send(query, body, key)).Expect(HttpStatusCode.OK).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line)).Where(line => !line.TryGetProperty("progress", out _))];

    private static IEnumerable<string> Outcomes(IEnumerable<JsonElement> report) =>
        from line in report
        where line.TryGetProperty("agreement", out _)
        let agreement = line.GetProperty("agreement")
        select $"{agreement.GetProperty("id").GetString()} {agreement.GetProperty("outcome").GetString()}";

    private static (int Moved, int Refused, bool DryRun) Summary(List<JsonElement> report)
    {
        var summary = report[^1].GetProperty("summary");
        return (summary.GetProperty("moved").GetInt32(), summary.GetProperty("refused").GetInt32(), summary.GetProperty("dryRun").GetBoolean());
    }

    private async Task<IEnumerable<long>> Versions(params string[] ids)
    {
        var versions = new List<long>();
        foreach (var id in ids) versions.Add((await _server.Admin.Get($"/api/v1/agreements/{id}")).Json.GetProperty("version").GetInt64());
        return versions;
    }
}
