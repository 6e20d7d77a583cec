using System.Net;
using System.Text.Json;

namespace CityGrains.Api.Tests.Due;

public class DeadlineLists(FollowedUp followed) : IClassFixture<FollowedUp>
{
    private const string Everything = """
        1995-03-31 agr-old plan
        2026-02-23 agr-signed copy-to-mofa
        2026-02-23 agr-signed report-to-prime-minister
        2026-03-10 agr-planned milestone
        2026-03-13 agr-asked request
        2026-03-18 agr-asked opinion-reduced
        2026-03-18 agr-asked opinion-reduced
        2026-05-04 agr-signed plan
        2026-06-30 agr-planned term
        2026-12-31 agr-planned milestone
        """;

    [Fact]
    public async Task What_is_owed_is_listed_in_the_order_it_is_due() => Assert.Equal(Everything.ReplaceLineEndings("\n"), await Listed(""));

    [Theory]
    [InlineData("overdue=true", "1995-03-31 agr-old plan|2026-02-23 agr-signed copy-to-mofa|2026-02-23 agr-signed report-to-prime-minister|2026-03-10 agr-planned milestone|2026-03-13 agr-asked request")]
    [InlineData("overdue=true&dueFrom=2026-03-01", "2026-03-10 agr-planned milestone|2026-03-13 agr-asked request")]
    [InlineData("dueFrom=2026-03-15&dueBefore=2026-05-05", "2026-03-18 agr-asked opinion-reduced|2026-03-18 agr-asked opinion-reduced|2026-05-04 agr-signed plan")]
    [InlineData("clock=term&clock=plan", "1995-03-31 agr-old plan|2026-05-04 agr-signed plan|2026-06-30 agr-planned term")]
    [InlineData("agreement=agr-planned", "2026-03-10 agr-planned milestone|2026-06-30 agr-planned term|2026-12-31 agr-planned milestone")]
    [InlineData("office=S%E1%BB%9F Ngo%E1%BA%A1i v%E1%BB%A5 %C4%90%C3%A0 N%E1%BA%B5ng", "1995-03-31 agr-old plan")]
    [InlineData("clock=silent&office=S%E1%BB%9F Ngo%E1%BA%A1i v%E1%BB%A5 %C4%90%C3%A0 N%E1%BA%B5ng", "1995-06-29 agr-old silent")]
    [InlineData("office=Nobody", "")]
    [InlineData("all=true&agreement=agr-planned&clock=copy-to-mofa&clock=plan", "2026-02-23 agr-planned copy-to-mofa|2026-05-04 agr-planned plan")]
    [InlineData("all=true&clock=opinion", "2026-01-14 agr-planned opinion|2026-01-14 agr-signed opinion")] // Saturday 10 January is worked
    public async Task Filters_narrow_the_list(string query, string expected)
    {
        Assert.Equal(expected.Replace('|', '\n'), string.Join('\n', (await Listed(query)).Split('\n').Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task Pages_follow_each_other(int limit)
    {
        var lines = new List<string>();
        var query = $"limit={limit}&count=true";
        while (true)
        {
            var page = (await followed.Api.Get("/api/v1/deadlines?" + query)).Expect(HttpStatusCode.OK).Json;
            Assert.Equal(10, page.GetProperty("total").GetInt32());
            lines.AddRange(page.GetProperty("items").EnumerateArray().Select(Line));
            if (page.GetProperty("next").GetString() is not { } next) break;
            query = $"limit={limit}&count=true&after={next}";
        }

        Assert.Equal(Everything.ReplaceLineEndings("\n"), string.Join('\n', lines));
    }

    [Fact]
    public async Task Each_says_who_owes_it_by_when_on_what_basis_and_what_ends_it()
    {
        var report = (await followed.Api.Get("/api/v1/deadlines?clock=report-to-prime-minister")).Json.GetProperty("items")[0];
        Assert.Equal("Bản ghi nhớ Sơn La – Luang Prabang", report.GetProperty("title").GetString());
        Assert.Equal(("agreement", "2026-01-31", "agr-signed@5", -20, true), (
            report.GetProperty("kind").GetString(), report.GetProperty("since").GetString(), report.GetProperty("startedBy").GetString(),
            report.GetProperty("daysLeft").GetInt32(), report.GetProperty("overdue").GetBoolean()));
        Assert.Equal("Sở Ngoại vụ Sơn La", report.GetProperty("who").GetProperty("vi").GetString());
        Assert.Contains("Điều 19 khoản 5", report.GetProperty("basis").GetProperty("vi").GetString(), StringComparison.Ordinal);
        Assert.Contains("art. 19(5)", report.GetProperty("basis").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Equal("report-to-prime-minister", report.GetProperty("verbs")[0].GetString());

        var request = (await followed.Api.Get("/api/v1/deadlines?clock=request")).Json.GetProperty("items")[0];
        Assert.Equal(("r1", "Đại sứ quán tại Lào", "Đối tác có đồng ý không?"), (
            request.GetProperty("subject").GetString(), request.GetProperty("who").GetProperty("en").GetString(), request.GetProperty("about").GetString()));
        Assert.All((await followed.Api.Get("/api/v1/deadlines?all=true&limit=500")).Json.GetProperty("items").EnumerateArray(), item =>
        {
            Assert.NotEqual("", item.GetProperty("basis").GetProperty("vi").GetString());
            Assert.NotEqual(item.TryGetProperty("endedOn", out _), item.TryGetProperty("daysLeft", out _));
        });
    }

    [Theory]
    [InlineData("clock=tea", "clock")]
    [InlineData("dueBefore=tomorrow", "dueBefore")]
    [InlineData("dueFrom=2026-02-30", "dueFrom")]
    [InlineData("agreement=agr-none", "agreement")]
    [InlineData("agreement=%00", "agreement")]
    [InlineData("overdue=maybe", "overdue")]
    [InlineData("overdue=true&all=true", "all")]
    [InlineData("after=zzz", "after")]
    [InlineData("after=Zm9v", "after")]
    [InlineData("limit=0&colour=red", "limit colour")]
    public async Task A_parameter_that_says_nothing_is_named(string query, string fields)
    {
        var refused = (await followed.Api.Get("/api/v1/deadlines?" + query)).Expect(HttpStatusCode.BadRequest);
        Assert.Equal("query/invalid", refused.Problem);
        Assert.Equal(fields, string.Join(' ', refused.Fields));
    }

    private async Task<string> Listed(string query) => string.Join(
        '\n', (await followed.Api.Get("/api/v1/deadlines?" + query)).Expect(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray().Select(Line));

    private static string Line(JsonElement item) =>
        $"{item.GetProperty("due").GetString()} {item.GetProperty("record").GetString()} {item.GetProperty("clock").GetString()}";
}
