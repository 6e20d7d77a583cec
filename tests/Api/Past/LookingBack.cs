using System.Net;
using System.Text.Json;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests.Past;

/// <summary>One agreement, put forward on 10 March 2026 and signed by hand on the 12th and 13th, as of other days and as known before.</summary>
public class LookingBack(LookingBack.Signed signed) : IClassFixture<LookingBack.Signed>
{
    [Theory]
    [InlineData("2025-03-19", "Consulting")]
    [InlineData("2025-03-20", "Approved")]
    [InlineData("2025-04-02", "Signed")]
    [InlineData("2025-04-14", "Signed")]
    [InlineData("2026-03-15", "InEffect")]
    public async Task An_agreement_is_shown_as_it_was_on_a_day(string day, string state)
    {
        var past = (await signed.Api.Get($"{Signed.Path}?on={day}")).Expect(HttpStatusCode.OK);
        Assert.Equal(state, past.State);
        Assert.Equal("Bản ghi nhớ Sơn La – Luang Prabang", past.Json.GetProperty("title").GetProperty("vi").GetString());
        Assert.Equal(day, past.Json.GetProperty("asOf").GetProperty("on").GetString());
        Assert.Equal(JsonValueKind.Null, past.Json.GetProperty("asOf").GetProperty("known").ValueKind);
        Assert.Null(past.ETag);
    }

    [Theory]
    [InlineData("2026-03-10T05:00:00Z", "Proposed", "2026-03-10T05:00:00.000000Z")]
    [InlineData("2026-03-10", "Consulting", "2026-03-10T16:59:59.999999Z")]
    [InlineData("2026-03-12T12:00:00%2B07:00", "Signed", "2026-03-12T05:00:00.000000Z")]
    [InlineData("2026-03-12T12:00:00+07:00", "Signed", "2026-03-12T05:00:00.000000Z")]
    [InlineData("2026-03-12T04:59:59.999999Z", "Consulting", "2026-03-12T04:59:59.999999Z")]
    [InlineData("2026-03-12T05:00Z", "Signed", "2026-03-12T05:00:00.000000Z")]
    public async Task An_agreement_is_shown_as_it_was_known(string known, string state, string instant)
    {
        var past = (await signed.Api.Get($"{Signed.Path}?known={known}")).Expect(HttpStatusCode.OK);
        Assert.Equal(state, past.State);
        Assert.Equal(instant, past.Json.GetProperty("asOf").GetProperty("known").GetString());
    }

    [Fact]
    public async Task Every_recorded_instant_of_the_history_shows_the_version_it_led_to()
    {
        foreach (var recorded in (await signed.Api.Get($"{Signed.Path}/history")).Json.GetProperty("items").EnumerateArray())
        {
            var past = (await signed.Api.Get($"{Signed.Path}?known={recorded.GetProperty("recordedAt").GetString()}")).Expect(HttpStatusCode.OK);
            Assert.True(past.Json.GetProperty("version").GetInt64() >= recorded.GetProperty("version").GetInt64());
        }
    }

    [Fact]
    public async Task What_is_so_today_as_known_now_is_the_agreement_but_for_saying_so()
    {
        var now = (await signed.Api.Get(Signed.Path)).Text;
        var past = (await signed.Api.Get($"{Signed.Path}?on=2026-03-15&known=2026-03-15")).Expect(HttpStatusCode.OK).Text;
        const string asOf = """
            {"on":"2026-03-15","known":"2026-03-15T16:59:59.999999Z"}
            """;
        Assert.Equal($"{now[..^1]},\"asOf\":{asOf}}}", past);
    }

    [Fact]
    public async Task What_was_then_known_of_a_day_takes_both()
    {
        Assert.Equal("Consulting", (await signed.Api.Get($"{Signed.Path}?on=2026-03-11&known=2026-03-11")).State);
        Assert.Equal("InEffect", (await signed.Api.Get($"{Signed.Path}?on=2026-03-11")).State);
    }

    [Fact]
    public async Task Before_anything_happened_there_is_nothing_and_the_answer_says_since_when_there_is()
    {
        var past = (await signed.Api.Get($"{Signed.Path}?on=2025-03-01")).Expect(HttpStatusCode.NotFound);
        Assert.Equal("agreement/not-yet", past.Problem);
        Assert.Contains("2 March 2025", past.Json.GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Contains("2/3/2025", past.Json.GetProperty("vi").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anything_was_recorded_nothing_was_known_and_the_answer_says_since_when_it_is()
    {
        var past = (await signed.Api.Get($"{Signed.Path}?known=2026-03-09")).Expect(HttpStatusCode.NotFound);
        Assert.Equal("agreement/not-known-yet", past.Problem);
        Assert.Contains("2026-03-10T05:00:00.000000Z", past.Json.GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Equal("agreement/not-found", (await signed.Api.Get("/api/v1/agreements/agr-nothing?known=2026-03-09")).Expect(HttpStatusCode.NotFound).Problem);
    }

    [Theory]
    [InlineData("known=9999-12-31T23:59:59Z")]
    [InlineData("known=9999-12-31")]
    [InlineData("on=9999-12-31")]
    public async Task At_the_end_of_all_days_it_is_as_it_is_now(string query)
    {
        var then = (await signed.Api.Get($"{Signed.Path}?{query}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal((await signed.Api.Get(Signed.Path)).Json.GetProperty("state").GetString(), then.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("on=2026-02-30", "on")]
    [InlineData("on=2026", "on")]
    [InlineData("on=unknown", "on")]
    [InlineData("on=2026-03-01T00:00:00Z", "on")]
    [InlineData("on=2026-03-01&on=2026-03-02", "on")]
    [InlineData("known=yesterday", "known")]
    [InlineData("known=2026-03-01T00:00:00", "known")]
    [InlineData("known=2026-03-01T24:00:00Z", "known")]
    [InlineData("known=2026-03-01T00:00:00%2B99:00", "known")]
    [InlineData("known=0001-01-01T00:00:00%2B07:00", "known")]
    [InlineData("since=2026-03-01", "since")]
    public async Task A_wrong_parameter_is_named(string query, string field)
    {
        foreach (var path in new[] { Signed.Path, "/api/v1/cities/vn-son-la" })
        {
            var past = (await signed.Api.Get($"{path}?{query}")).Expect(HttpStatusCode.BadRequest);
            Assert.Equal("query/invalid", past.Problem);
            Assert.Equal([field], past.Fields);
        }
    }

    [Theory]
    [InlineData("on=0001-01-01")]
    [InlineData("on=9999-12-31")]
    [InlineData("known=9999-12-31")]
    [InlineData("known=0001-01-01")]
    public async Task The_ends_of_time_are_days_as_well(string query) =>
        Assert.True((await signed.Api.Get($"{Signed.Path}?{query}")).Code is HttpStatusCode.OK or HttpStatusCode.NotFound);

    [Fact]
    public async Task A_correction_is_true_of_the_past_and_was_not_known_then()
    {
        var before = (await signed.Api.Get(Signed.Path)).Json.GetProperty("version").GetInt64();
        signed.Server.Clock.Set(new DateTimeOffset(2026, 3, 15, 6, 0, 0, TimeSpan.Zero));
        var body = """{"signedOn": "2025-04-01", "reason": "Nhập nhầm", "source": {"title": "Bản gốc"}}""";
        (await signed.Api.Post($"{Signed.Path}/correct", body)).Expect(HttpStatusCode.OK);

        Assert.Equal("2025-04-01", (await signed.Api.Get($"{Signed.Path}?on=2025-04-01")).Expect(HttpStatusCode.OK).Json.GetProperty("signedOn").GetString());
        var then = (await signed.Api.Get($"{Signed.Path}?known=2026-03-15T05:59:59Z")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(("2025-04-02", before), (then.GetProperty("signedOn").GetString(), then.GetProperty("version").GetInt64()));
        Assert.Equal("Approved", (await signed.Api.Get($"{Signed.Path}?on=2025-04-01&known=2026-03-15T05:59:59Z")).State);
        var recorded = (await signed.Api.Get($"{Signed.Path}/history?after={before}")).Json.GetProperty("items")[0].GetProperty("data").GetProperty("signedOn");
        Assert.Equal(("2025-04-02", "2025-04-01"), (recorded.GetProperty("from").GetString(), recorded.GetProperty("to").GetString()));
    }

    [Fact]
    public async Task The_portfolio_is_counted_as_it_was_and_as_it_was_known()
    {
        async Task<string> Counted(string query)
        {
            var summary = (await signed.Api.Get($"/api/v1/portfolio/summary?{query}")).Expect(HttpStatusCode.OK).Json;
            return $"{summary.GetProperty("agreements").GetInt64()} {summary.GetProperty("byState")} {summary.GetProperty("byKind")} {summary.GetProperty("byCountry")}";
        }

        Assert.Equal("""1 {"Consulting":1} {"mou":1} {"LA":1,"VN":1}""", await Counted("on=2025-03-19"));
        Assert.Equal("""1 {"InEffect":1} {"mou":1} {"LA":1,"VN":1}""", await Counted("on=2025-04-15"));
        Assert.Equal("0 {} {} {}", await Counted("on=2025-03-01"));
        Assert.Equal("0 {} {} {}", await Counted("known=2026-03-09"));
        Assert.Equal("""1 {"Signed":1} {"mou":1} {"LA":1,"VN":1}""", await Counted("known=2026-03-12"));
        Assert.Equal("""1 {"Consulting":1} {"mou":1} {"LA":1,"VN":1}""", await Counted("known=2026-03-11&on=2026-03-15"));
        Assert.Equal(["on", "known"], (await signed.Api.Get("/api/v1/portfolio/summary?on=1&known=2")).Expect(HttpStatusCode.BadRequest).Fields);
        Assert.False((await signed.Api.Get("/api/v1/portfolio/summary")).Json.TryGetProperty("asOf", out _));
        Assert.Equal("2025-03-19", (await signed.Api.Get("/api/v1/portfolio/summary?on=2025-03-19")).Json.GetProperty("asOf").GetProperty("on").GetString());
    }

    [Fact]
    public async Task A_city_is_shown_under_the_name_it_had()
    {
        (await signed.Api.Post("/api/v1/cities", """{"id": "vn-to-hieu", "name": "Tô Hiệu", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        (await signed.Api.Post("/api/v1/cities/vn-to-hieu/rename", """{"name": "Sơn La", "occurredOn": "2020-05"}""")).Expect(HttpStatusCode.OK);

        Assert.Equal(
            "Tô Hiệu", (await signed.Api.Get("/api/v1/cities/vn-to-hieu?on=2020-04-30")).Expect(HttpStatusCode.OK).Json.GetProperty("name").GetString());
        Assert.Equal(
            "Sơn La", (await signed.Api.Get("/api/v1/cities/vn-to-hieu?on=2020-05-01")).Expect(HttpStatusCode.OK).Json.GetProperty("name").GetString());
        Assert.Equal("city/not-known-yet", (await signed.Api.Get("/api/v1/cities/vn-to-hieu?known=2020-05-01")).Expect(HttpStatusCode.NotFound).Problem);
    }

    [Fact]
    public async Task A_city_that_is_one_since_a_day_is_none_before()
    {
        (await signed.Api.Post("/api/v1/cities", """{"id": "vn-moi", "name": "Mới", "country": "VN", "occurredOn": "2021-07-01"}"""))
            .Expect(HttpStatusCode.Created);
        var past = (await signed.Api.Get("/api/v1/cities/vn-moi?on=2021-06-30")).Expect(HttpStatusCode.NotFound);
        Assert.Equal("city/not-yet", past.Problem);
        Assert.Contains("1 July 2021", past.Json.GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    /// <summary>A server with one agreement in effect.</summary>
    public sealed class Signed : IAsyncLifetime
    {
        internal const string Path = "/api/v1/agreements/agr-past";

        internal ApiServer Server { get; } = new();

        internal Caller Api => Server.Admin;

        public async ValueTask InitializeAsync()
        {
            await Server.InitializeAsync();
            await Do(10, "", Bodies.Proposal(more: ", \"id\": \"agr-past\", \"occurredOn\": \"2025-03-02\""));
            Server.Clock.Set(At(10).AddMinutes(1));
            await Do(null, "/open-consultation", Bodies.Example("open-consultation").Replace("\"procedure\"", "\"occurredOn\": \"2025-03-03\", \"procedure\"", StringComparison.Ordinal));
            await Do(11, "/record-opinion", Bodies.Example("record-opinion"));
            await Do(null, "/record-opinion", Bodies.Example("record-opinion").Replace("Bộ Ngoại giao", "Bộ Giáo dục và Đào tạo", StringComparison.Ordinal));
            await Do(12, "/approve-signing", Bodies.Example("approve-signing"));
            await Do(null, "/sign", Bodies.Example("sign"));
            await Do(13, "/enter-into-effect", Bodies.Example("enter-into-effect"));
            Server.Clock.Set(At(15));
        }

        public ValueTask DisposeAsync() => Server.DisposeAsync();

        private static DateTimeOffset At(int day) => new(2026, 3, day, 5, 0, 0, TimeSpan.Zero);

        private async Task Do(int? day, string verb, string body)
        {
            if (day is { } then) Server.Clock.Set(At(then));
            var answer = await (verb is "/approve-signing" ? Server.Approver : Api).Post(verb.Length == 0 ? "/api/v1/agreements" : Path + verb, body);
            Assert.True(answer.Status is 200 or 201, answer.Text);
        }
    }
}
