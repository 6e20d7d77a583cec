using System.Net;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

/// <summary>What is done with a signed agreement and changes no state.</summary>
public class Followed(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly string[] Verbs = ["send-copy-to-mofa", "report-to-prime-minister", "notify-change", "publish", "restrict-disclosure",
        "record-breach"];

    [Fact]
    public async Task An_agreement_keeps_who_was_told_where_it_is_published_and_what_was_breached()
    {
        (await server.Admin.Post("/api/v1/agreements/agr-told/register-legacy", Bodies.Legacy())).Expect(HttpStatusCode.Created);
        foreach (var verb in Verbs)
        {
            Assert.Equal("InEffect", (await server.Admin.Post($"/api/v1/agreements/agr-told/{verb}", Bodies.Example(verb))).Expect(HttpStatusCode.OK).State);
        }

        var read = (await server.Admin.Get("/api/v1/agreements/agr-told")).Json;
        var notices = read.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("kind").GetString());
        Assert.Equal(["copy-to-mofa", "report-to-prime-minister", "change-to-mofa"], notices);
        Assert.Equal("Gia hạn đến 2035", read.GetProperty("notices")[2].GetProperty("change").GetString());
        Assert.Equal("https://congbao.example/14", read.GetProperty("publications")[0].GetProperty("where").GetString());
        Assert.Equal("2027-06-01", read.GetProperty("restriction").GetProperty("until").GetString());
        Assert.Equal("2025-12", read.GetProperty("breaches")[0].GetProperty("on").GetString());

        var before = (await server.Admin.Get("/api/v1/agreements/agr-told?on=2025-04-10")).Json;
        Assert.Equal("copy-to-mofa", Assert.Single(before.GetProperty("notices").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Equal(0, before.GetProperty("breaches").GetArrayLength());
    }

    [Fact]
    public async Task What_is_not_signed_is_told_to_nobody()
    {
        var id = (await server.Admin.Post("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Created).Id;
        Assert.Equal("agreement/not-signed", (await server.Admin.Post($"/api/v1/agreements/{id}/send-copy-to-mofa", Bodies.Example("send-copy-to-mofa"))).Expect(HttpStatusCode.Conflict).Problem);
    }
}
