using System.Net;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

public class Retries(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Key = "Idempotency-Key";

    [Theory]
    [InlineData("đề-xuất", false)]
    [InlineData("proposal 1", false)]
    [InlineData("", false)]
    [InlineData("proposal-1", true)]
    [InlineData("0192f0c1-2345-7abc-8def-0123456789ab", true)]
    public async Task A_key_is_visible_ascii(string key, bool accepted)
    {
        var answer = await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(), (Key, key));
        if (accepted) answer.Expect(HttpStatusCode.Created);
        else Assert.Equal("command/bad-idempotency-key", answer.Expect(HttpStatusCode.BadRequest).Problem);
    }

    [Theory]
    [InlineData("a-proposal")]
    [InlineData("0192f0c1-aaaa-7abc-8def-0123456789ab")]
    public async Task The_same_key_and_body_get_the_first_answer_byte_for_byte(string key)
    {
        var first = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(), (Key, key))).Expect(HttpStatusCode.Created);
        (await server.Admin.Post($"/api/v1/agreements/{first.Id}/open-consultation", Bodies.Example("open-consultation"))).Expect(HttpStatusCode.OK);

        var again = await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(), (Key, key));

        Assert.Equal((first.Code, first.Text, first.ETag, first.Location), (again.Code, again.Text, again.ETag, again.Location));
    }

    [Fact]
    public async Task A_retry_is_answered_whatever_happened_since()
    {
        var id = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Id;
        var first = (await server.Admin.Post($"/api/v1/agreements/{id}/abandon", Bodies.Example("abandon"), (Key, "stop"), ("If-Match", "\"1\"")))
            .Expect(HttpStatusCode.OK);
        (await server.Admin.Post($"/api/v1/agreements/{id}/archive", Bodies.Example("archive"))).Expect(HttpStatusCode.OK);

        var again = await server.Admin.Post($"/api/v1/agreements/{id}/abandon", Bodies.Example("abandon"), (Key, "stop"), ("If-Match", "\"1\""));

        Assert.Equal((first.Code, first.Text, first.ETag), (again.Code, again.Text, again.ETag));
    }

    [Fact]
    public async Task What_was_refused_recorded_nothing_and_is_decided_anew()
    {
        var id = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Id;
        Task<Answer> Archive() => server.Admin.Post($"/api/v1/agreements/{id}/archive", Bodies.Example("archive"), (Key, "archive"));
        var refused = (await Archive()).Expect(HttpStatusCode.Conflict);
        Assert.Equal(refused.Problem, (await Archive()).Expect(HttpStatusCode.Conflict).Problem);

        (await server.Admin.Post($"/api/v1/agreements/{id}/abandon", Bodies.Example("abandon"))).Expect(HttpStatusCode.OK);

        var accepted = (await Archive()).Expect(HttpStatusCode.OK);
        Assert.Equal(accepted.Text, (await Archive()).Text);
    }

    [Fact]
    public async Task The_same_key_with_another_body_or_path_is_refused()
    {
        var id = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(), (Key, "mine"))).Id;

        Assert.Equal("command/id-reused", (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal("Khác"), (Key, "mine"))).Expect(HttpStatusCode.UnprocessableEntity).Problem);
        Assert.Equal("command/id-reused", (await server.Admin.Post("/api/v1/cities", """{"name": "Mộc Châu", "country": "VN"}""", (Key, "mine"))).Expect(HttpStatusCode.UnprocessableEntity).Problem);
        Assert.Equal("command/id-reused", (await server.Admin.Post($"/api/v1/agreements/{id}/open-consultation", Bodies.Example("open-consultation"), (Key, "mine"))).Problem);
    }

    [Fact]
    public async Task Two_callers_may_use_the_same_key()
    {
        using var other = await server.Key("another officer", "officer");
        (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal(), (Key, "shared"))).Expect(HttpStatusCode.Created);
        (await other.Post("/api/v1/agreements", Bodies.Proposal(), (Key, "shared"))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Sent_in_parallel_it_happens_once()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => server.Admin.Post("/api/v1/agreements", Bodies.Proposal("Song song"), (Key, "parallel"))));

        Assert.Single(answers.Select(answer => (answer.Code, answer.Text)).Distinct());
        Assert.Equal(1, (await server.Admin.Get("/api/v1/agreements?q=song+song&count=true")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_command_on_a_version_not_seen_is_stale()
    {
        var id = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Id;
        (await server.Admin.Post($"/api/v1/agreements/{id}/open-consultation", Bodies.Example("open-consultation"), ("If-Match", "\"1\"")))
            .Expect(HttpStatusCode.OK);

        var stale = await server.Admin.Post($"/api/v1/agreements/{id}/abandon", Bodies.Example("abandon"), ("If-Match", "\"1\""));

        Assert.Equal("command/stale", stale.Expect(HttpStatusCode.PreconditionFailed).Problem);
        Assert.Equal("\"2\"", stale.ETag);
        Assert.Equal(2, stale.Json.GetProperty("version").GetInt32());
        (await server.Admin.Post($"/api/v1/agreements/{id}/abandon", Bodies.Example("abandon"), ("If-Match", "*"))).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("1", 400)]
    [InlineData("\"1", 400)]
    [InlineData("\"1\", \"2\"", 400)]
    [InlineData("W/\"1\"", 412)]
    [InlineData("\"one\"", 412)]
    [InlineData("\"99999999999999999999\"", 412)]
    public async Task A_version_is_one_tag_in_quotes(string ifMatch, int status)
    {
        var id = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Id;
        var answer = await server.Admin.Post($"/api/v1/agreements/{id}/abandon", Bodies.Example("abandon"), ("If-Match", ifMatch));
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 400 ? "command/bad-if-match" : "command/stale", answer.Problem);
    }

    [Fact]
    public async Task An_unknown_record_is_unknown_whatever_version_is_expected() =>
        Assert.Equal("agreement/not-found", (await server.Admin.Post("/api/v1/agreements/agr-none/abandon", Bodies.Example("abandon"), ("If-Match", "\"3\""))).Expect(HttpStatusCode.NotFound).Problem);
}
