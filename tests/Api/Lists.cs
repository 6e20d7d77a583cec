using System.Net;
using System.Text;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

/// <summary>Five agreements: with Japan, Korea, Northern Cyprus, and two with Laos.</summary>
public sealed class Portfolio : IAsyncLifetime
{
    internal ApiServer Server { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        (string Id, string Body)[] legacy =
        [
            ("agr-jp", Bodies.Legacy()), ("agr-kr", Bodies.Legacy("Daegu", "\"Hàn Quốc\"", state: "Expired", kind: "mou")),
            ("agr-cy", Bodies.Legacy("Kyrenia", "{\"written\": \"Northern Cyprus\"}", state: "Withdrawn")),
        ];
        foreach (var (id, body) in legacy) (await Server.Admin.Post($"/api/v1/agreements/{id}/register-legacy", body)).Expect(HttpStatusCode.Created);
        (await Server.Admin.Post("/api/v1/agreements", Bodies.Proposal(more: ", \"id\": \"agr-la-1\""))).Expect(HttpStatusCode.Created);
        (await Server.Admin.Post("/api/v1/agreements", Bodies.Proposal("Chương trình Sầm Nưa", ", \"id\": \"agr-la-2\""))).Expect(HttpStatusCode.Created);
        (await Server.Admin.Post("/api/v1/cities", """{"name": "Sơn La", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        (await Server.Admin.Post("/api/v1/cities", """{"name": "Kyrenia", "country": {"written": "Northern Cyprus"}}""")).Expect(HttpStatusCode.Created);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

public class Lists(Portfolio portfolio) : IClassFixture<Portfolio>
{
    private readonly Caller _api = portfolio.Server.Admin;

    [Theory]
    [InlineData("", "agr-jp agr-kr agr-cy agr-la-1 agr-la-2")]
    [InlineData("state=InEffect", "agr-jp")]
    [InlineData("state=in-effect", "agr-jp")]
    [InlineData("state=in-effect&state=Expired", "agr-jp agr-kr")]
    [InlineData("kind=sister-city", "agr-jp agr-cy")]
    [InlineData("kind=SisterCity&state=withdrawn", "agr-cy")]
    [InlineData("office=Sở Ngoại vụ Sơn La", "agr-la-1 agr-la-2")]
    [InlineData("city=vn-da-nang", "agr-jp agr-kr agr-cy")]
    [InlineData("city=vn-nowhere", "")]
    [InlineData("country=Laos", "agr-la-1 agr-la-2")]
    [InlineData("country=Lào", "agr-la-1 agr-la-2")]
    [InlineData("country=LA", "agr-la-1 agr-la-2")]
    [InlineData("country=nhật bản&country=korea", "agr-jp agr-kr")]
    [InlineData("country=Northern Cyprus", "agr-cy")]
    [InlineData("country=VN&state=Proposed&kind=mou&q=ghi nho", "agr-la-1")]
    [InlineData("q=sam nua", "agr-la-2")]
    [InlineData("q=agr-kr", "agr-kr")]
    [InlineData("state=&q=&country=JP", "agr-jp")]
    public async Task Filters_narrow_the_list(string query, string ids)
    {
        var answer = (await _api.Get("/api/v1/agreements?count=true&" + Escaped(query))).Expect(HttpStatusCode.OK);
        Assert.Equal(ids, string.Join(' ', answer.Ids));
        Assert.Equal(answer.Ids.Count, answer.Json.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("Sầm Nưa")]
    [InlineData("sam nua")]
    [InlineData("SẦM NƯA")]
    [InlineData("nưa sầm")]
    [InlineData("sầ")]
    public async Task Search_finds_vietnamese_with_and_without_diacritics(string words)
    {
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            Assert.Equal(["agr-la-2"], (await _api.Get("/api/v1/agreements?q=" + Uri.EscapeDataString(words.Normalize(form)))).Expect(HttpStatusCode.OK).Ids);
        }
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(5, 1)]
    public async Task Pages_follow_each_other_until_there_is_none_and_none_is_empty(int limit, int pages)
    {
        var seen = new List<string>();
        var query = $"limit={limit}";
        while (true)
        {
            var page = (await _api.Get("/api/v1/agreements?" + query)).Expect(HttpStatusCode.OK);
            seen.AddRange(page.Ids);
            pages--;
            if (page.Json.GetProperty("next").GetString() is not { } next) break;
            query = $"limit={limit}&after={next}";
        }

        Assert.Equal(["agr-jp", "agr-kr", "agr-cy", "agr-la-1", "agr-la-2"], seen);
        Assert.Equal(0, pages);
    }

    [Fact]
    public async Task An_item_says_what_a_list_shows()
    {
        var item = (await _api.Get("/api/v1/agreements?country=Japan")).Json.GetProperty("items")[0];

        Assert.Equal("InEffect", item.GetProperty("state").GetString());
        Assert.Equal("Có hiệu lực", item.GetProperty("stateVi").GetString());
        Assert.Equal("sister-city", item.GetProperty("kind").GetString());
        Assert.Equal("1994", item.GetProperty("signedOn").GetString());
        Assert.Equal("unknown", item.GetProperty("effectiveOn").GetString());
        Assert.Equal("none", item.GetProperty("progress").GetProperty("derived").GetString());
        Assert.Equal("vn-da-nang", item.GetProperty("parties")[0].GetProperty("city").GetString());
    }

    [Theory]
    [InlineData("status=InEffect", "status")]
    [InlineData("state=Signedd", "state")]
    [InlineData("kind=treaty", "kind")]
    [InlineData("country=Narnia", "country")]
    [InlineData("city=Sơn La", "city")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("limit=1e2", "limit")]
    [InlineData("limit=5&limit=6", "limit")]
    [InlineData("after=%00", "after")]
    [InlineData("after=agr-none", "after")]
    [InlineData("count=maybe", "count")]
    [InlineData("q=!?", "q")]
    [InlineData("state=x&limit=x&colour=x", "state limit colour")]
    public async Task A_parameter_that_says_nothing_is_named(string query, string fields)
    {
        var refused = (await _api.Get("/api/v1/agreements?" + Escaped(query))).Expect(HttpStatusCode.BadRequest);
        Assert.Equal("query/invalid", refused.Problem);
        Assert.Equal(fields, string.Join(' ', refused.Fields));
    }

    [Theory]
    [InlineData("country=Northern Cyprus", "northern-cyprus-kyrenia")]
    [InlineData("country=Việt Nam", "vn-son-la")]
    [InlineData("q=son", "vn-son-la")]
    [InlineData("limit=1", "vn-son-la")]
    public async Task Cities_are_listed_likewise(string query, string ids) =>
        Assert.Equal(ids, string.Join(' ', (await _api.Get("/api/v1/cities?" + Escaped(query))).Expect(HttpStatusCode.OK).Ids));

    [Fact]
    public async Task The_summary_counts_what_there_is()
    {
        var summary = (await _api.Get("/api/v1/portfolio/summary")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal(5, summary.GetProperty("agreements").GetInt32());
        Assert.Equal(2, summary.GetProperty("cities").GetInt32());
        Assert.Equal(2, summary.GetProperty("byState").GetProperty("Proposed").GetInt32());
        Assert.Equal(3, summary.GetProperty("byKind").GetProperty("mou").GetInt32());
        Assert.Equal(5, summary.GetProperty("byCountry").GetProperty("VN").GetInt32());
        Assert.Equal(1, summary.GetProperty("byCountry").GetProperty("Northern Cyprus").GetInt32());
    }

    private static string Escaped(string query) =>
        string.Join('&', query.Split('&').Select(pair => pair.Contains('%', StringComparison.Ordinal) ? pair : string.Join('=', pair.Split('=').Select(Uri.EscapeDataString))));
}
