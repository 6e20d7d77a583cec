using System.Net;
using System.Text.Json;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

/// <summary>What the press claims of the learning cities, over HTTP.</summary>
public class Claims(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Recognised = "membership/gnlc/recognisedOn", Submitted = "membership/gnlc/submittedOn";

    [Fact]
    public async Task Of_Son_La_stay_side_by_side_until_someone_says_which_holds()
    {
        await City("Sơn La", "vn-son-la");
        await Claim("vn-son-la", Recognised, "14/2/2024", "2024-02-14", "đoạn 1");
        await Claim("vn-son-la", Recognised, "14/2/2024", "2024-02-14", "đoạn 9");
        await Claim("vn-son-la", Recognised, "12/2/2024", "2024-02-12", "đoạn 5");
        await Claim("vn-son-la", Recognised, "14 February 2024", "2024-02-14", "unesco.org");

        var fact = Assert.Single(await Facts("vn-son-la"));
        Assert.Equal(Recognised, fact.GetProperty("fact").GetString());
        Assert.True(fact.GetProperty("conflicting").GetBoolean());
        Assert.Equal(["14/2/2024", "14/2/2024", "12/2/2024", "14 February 2024"], fact.GetProperty("claims").EnumerateArray().Select(Text));
        Assert.Equal("Thế giới & Việt Nam", fact.GetProperty("claims")[2].GetProperty("source").GetProperty("title").GetString());
        Assert.Contains("vn-son-la", (await server.Admin.Get("/api/v1/cities?claims=conflicting")).Ids);

        var doubt = """{"claim": "k3", "ground": "Cùng bài ghi hai lần 14/2/2024"}""";
        (await server.Admin.Post("/api/v1/cities/vn-son-la/dispute-claim", doubt)).Expect(HttpStatusCode.OK);
        var decision = $$"""{"fact": "{{Recognised}}", "holds": "k4", "by": "Sở Ngoại vụ Sơn La", "ground": "Trang của UNESCO"}""";
        (await server.Admin.Post("/api/v1/cities/vn-son-la/resolve-claim", decision)).Expect(HttpStatusCode.OK);

        fact = Assert.Single(await Facts("vn-son-la"));
        Assert.False(fact.GetProperty("conflicting").GetBoolean());
        Assert.Equal(
            ["holds", "holds", "set-aside", "holds"], fact.GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("standing").GetString()));
        Assert.Equal(["14/2/2024", "14/2/2024", "12/2/2024", "14 February 2024"], fact.GetProperty("claims").EnumerateArray().Select(Text));
        var resolution = Assert.Single(fact.GetProperty("resolutions").EnumerateArray());
        Assert.Equal(("k4", "Sở Ngoại vụ Sơn La", "Trang của UNESCO"), (resolution.GetProperty("holds").GetString(), resolution.GetProperty("by").GetString(), resolution.GetProperty("ground").GetString()));
        Assert.DoesNotContain("vn-son-la", (await server.Admin.Get("/api/v1/cities?claims=conflicting")).Ids);
        Assert.Equal("claim/set-aside", (await server.Admin.Post("/api/v1/cities/vn-son-la/dispute-claim", doubt)).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task Of_Ho_Chi_Minh_City_cannot_both_be_so_though_they_are_of_two_facts()
    {
        await City("Thành phố Hồ Chí Minh", "vn-ho-chi-minh");
        await Claim("vn-ho-chi-minh", Recognised, "14/2/2024", "2024-02-14", "cùng Sơn La");
        await Claim("vn-ho-chi-minh", Submitted, "năm 2025", "2025", "cùng bài");

        var facts = await Facts("vn-ho-chi-minh");
        Assert.Equal([Submitted, Recognised], facts.Select(fact => fact.GetProperty("conflictsWith")[0].GetString()));
        Assert.All(facts, fact => Assert.True(fact.GetProperty("conflicting").GetBoolean()));

        var none = $$"""{"fact": "{{Submitted}}", "ground": "Bài báo nhầm năm"}""";
        (await server.Admin.Post("/api/v1/cities/vn-ho-chi-minh/resolve-claim", none)).Expect(HttpStatusCode.OK);
        Assert.All(await Facts("vn-ho-chi-minh"), fact => Assert.False(fact.GetProperty("conflicting").GetBoolean()));
    }

    [Fact]
    public async Task Of_an_agreement_are_held_against_what_it_records()
    {
        (await server.Admin.Post("/api/v1/agreements/agr-claims/register-legacy", Bodies.Legacy())).Expect(HttpStatusCode.Created);
        var claim = """{"claim": {"fact": "signedOn", "value": "1995", "date": "1995"}, "source": {"title": "Báo Đà Nẵng"}}""";
        (await server.Admin.Post("/api/v1/agreements/agr-claims/assert-claim", claim)).Expect(HttpStatusCode.OK);

        var fact = (await server.Admin.Get("/api/v1/agreements/agr-claims")).Json.GetProperty("claims")[0];
        Assert.Equal(("1994", true, false), (fact.GetProperty("recorded").GetString(), fact.GetProperty("recordDiffers").GetBoolean(), fact.GetProperty("conflicting").GetBoolean()));
        Assert.Equal(["agr-claims"], (await server.Admin.Get("/api/v1/agreements?claims=record-differs")).Ids);
    }

    [Theory]
    [InlineData("assert-claim", """{"claim": {"fact": "signedOn", "value": "1995", "date": "1995"}}""", "source")]
    [InlineData("assert-claim", """{"claim": {"fact": "", "value": "x", "date": "1995", "number": 3, "qualifier": "nearly"}, "source": {"title": "Báo"}}""", "claim.fact", "claim.number")]
    [InlineData("assert-claim", """{"claim": {"fact": "sách", "value": "gần 3", "number": 3, "qualifier": "about"}, "source": {"title": "Báo"}}""", "claim.qualifier")]
    [InlineData("dispute-claim", """{"claim": "k1"}""", "ground")]
    [InlineData("resolve-claim", """{"fact": "x", "ground": "y", "hold": "k1"}""", "hold")]
    public async Task That_are_wrong_name_each_field(string verb, string body, params string[] fields)
    {
        await City("Vinh", "vn-vinh");
        Assert.Equal(fields, (await server.Admin.Post($"/api/v1/cities/vn-vinh/{verb}", body)).Expect(HttpStatusCode.UnprocessableEntity).Fields);
    }

    private async Task City(string name, string id)
    {
        var registered = await server.Admin.Post("/api/v1/cities", $$"""{"id": "{{id}}", "name": "{{name}}", "country": "VN"}""");
        Assert.Contains(registered.Code, new[] { HttpStatusCode.Created, HttpStatusCode.OK });
    }

    private async Task Claim(string city, string fact, string value, string date, string reference) => (await server.Admin.Post($"/api/v1/cities/{city}/assert-claim", $$"""
        {"claim": {"fact": "{{fact}}", "value": "{{value}}", "date": "{{date}}" }, "source": {"title": "Thế giới & Việt Nam", "reference": "{{reference}}", "datedOn": "2025-01-29"} }
        """)).Expect(HttpStatusCode.OK);

    private async Task<IReadOnlyList<JsonElement>> Facts(string city) =>
        [.. (await server.Admin.Get($"/api/v1/cities/{city}")).Json.GetProperty("claims").EnumerateArray()];

    private static string? Text(JsonElement claim) => claim.GetProperty("value").GetProperty("text").GetString();
}
