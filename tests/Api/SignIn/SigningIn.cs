using System.Net;
using CityGrains.Api.Access;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests.SignIn;

public class SigningIn(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_the_form_and_back_by_a_page_but_not_by_the_api()
    {
        using var browser = new Browser(server.Url);
        var page = (await browser.Open("/agreements/agr-1?tab=history")).Expect(HttpStatusCode.Found);
        Assert.Equal("/sign-in?back=%2Fagreements%2Fagr-1%3Ftab%3Dhistory", page.Location);
        Assert.Equal("/sign-in", (await browser.Open("/")).Expect(HttpStatusCode.Found).Location);
        Assert.Equal("access/no-key", (await browser.Open("/api/v1/about")).Expect(HttpStatusCode.Unauthorized).Problem);

        var form = await browser.Open(page.Location!);
        Assert.Contains("value=\"/agreements/agr-1?tab=history\"", form.Text, StringComparison.Ordinal);
        Assert.Equal("/agreements/agr-1?tab=history", (await browser.Submit("/sign-in", "/sign-in", ("key", server.AdminKey), ("back", "/agreements/agr-1?tab=history"))).Expect(HttpStatusCode.SeeOther).Location);
    }

    [Fact]
    public async Task A_session_is_the_key_it_was_made_from_in_a_cookie_no_script_can_read()
    {
        using var browser = await SignedIn(server.AdminKey);
        (await browser.Open("/api/v1/about")).Expect(HttpStatusCode.OK);

        var cookie = Assert.Single(browser.Cookies, cookie => cookie.Name == "citygrains");
        Assert.True(cookie.HttpOnly);
        Assert.NotEqual(server.AdminKey, cookie.Value);
        using var officer = await server.Key("leader by browser", Role.Leader);
        using var other = await SignedIn(officer.Key!);
        var token = Browser.TokenOf(await other.Open("/sign-in"));
        Assert.Equal("access/role-missing", (await other.PostJson("/api/v1/agreements", Bodies.Proposal(), ("RequestVerificationToken", token))).Expect(HttpStatusCode.Forbidden).Problem);
    }

    [Fact]
    public async Task The_cookie_is_strict_and_secure_wherever_it_leaves_this_machine()
    {
        using var browser = new Browser(server.Url);
        var home = (await browser.Open("/sign-in")).Headers["Set-Cookie"];
        Assert.Contains("samesite=strict", home, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", home, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", home, StringComparison.OrdinalIgnoreCase);

        var away = (await browser.Open("/sign-in", ("Host", "citygrains.sonla.gov.vn"))).Headers["Set-Cookie"];
        Assert.StartsWith("__Host-citygrains", away, StringComparison.Ordinal);
        Assert.Contains("; secure", away, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_cookie_alone_changes_nothing()
    {
        using var browser = await SignedIn(server.AdminKey);
        var token = Browser.TokenOf(await browser.Open("/sign-in"));

        Assert.Equal("access/no-form-token", (await browser.PostJson("/api/v1/agreements", Bodies.Proposal())).Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal("access/no-form-token", (await browser.PostJson("/api/v1/agreements", Bodies.Proposal(), ("RequestVerificationToken", token + "x"))).Expect(HttpStatusCode.Forbidden).Problem);
        (await browser.Post("/sign-out")).Expect(HttpStatusCode.Forbidden);
        (await browser.PostJson("/api/v1/agreements", Bodies.Proposal(), ("RequestVerificationToken", token))).Expect(HttpStatusCode.Created);

        using var another = await SignedIn(server.ApproverKey);
        (await another.PostJson("/api/v1/agreements", Bodies.Proposal(), ("RequestVerificationToken", token))).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Nobody_is_signed_in_by_a_form_of_another_site_by_a_wrong_key_or_by_no_form()
    {
        using var browser = new Browser(server.Url);
        Assert.Equal("text/html", (await browser.Post("/sign-in", ("key", server.AdminKey))).Expect(HttpStatusCode.Forbidden).MediaType);
        foreach (var key in new[] { "", "cg_0123456789012345678901234567890123456789012", "x", new string('x', 3000) })
            Assert.Equal(
                "/sign-in?refused=key&back=%2F", (await browser.Submit("/sign-in", "/sign-in", ("key", key))).Expect(HttpStatusCode.SeeOther).Location);
        (await browser.PostJson("/sign-in", "{}")).Expect(HttpStatusCode.Forbidden);
        Assert.DoesNotContain(browser.Cookies, cookie => cookie.Name == "citygrains");
        Assert.Contains("role=\"alert\"", (await browser.Open("/sign-in?refused=key")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nSet-Cookie: x=y")]
    [InlineData("work")]
    public async Task The_way_back_leads_nowhere_else(string back)
    {
        using var browser = new Browser(server.Url);
        Assert.Equal("/", (await browser.Submit("/sign-in", "/sign-in", ("key", server.AdminKey), ("back", back))).Expect(HttpStatusCode.SeeOther).Location);
    }

    [Fact]
    public async Task A_link_signs_in_once_by_its_button_and_looking_at_it_does_not_spend_it()
    {
        using var leader = await server.Key("Nguyễn Thị Lan", Role.Leader);
        var made = (await server.Admin.Post("/api/v1/keys/Nguy%E1%BB%85n%20Th%E1%BB%8B%20Lan/links", "")).Expect(HttpStatusCode.Created);
        var link = new Uri(made.Json.GetProperty("url").GetString()!).AbsolutePath;
        using var preview = new Browser(server.Url);
        for (var i = 0; i < 3; i++) (await preview.Open(link)).Expect(HttpStatusCode.OK);

        using var browser = new Browser(server.Url);
        Assert.Equal("/", (await browser.Submit(link, link)).Expect(HttpStatusCode.SeeOther).Location);
        (await browser.Open("/api/v1/about")).Expect(HttpStatusCode.OK);
        using var second = new Browser(server.Url);
        Assert.Equal("/sign-in?refused=link", (await second.Submit(link, link)).Expect(HttpStatusCode.SeeOther).Location);
        (await leader.Post("/api/v1/keys/admin/links", "")).Expect(HttpStatusCode.Forbidden);
        Assert.Equal("access/no-such-key", (await server.Admin.Post("/api/v1/keys/nobody/links", "")).Expect(HttpStatusCode.NotFound).Problem);
    }

    [Fact]
    public async Task Signing_out_ends_this_session_or_every_one_of_the_same_key()
    {
        using var leader = await server.Key("signs out", Role.Leader);
        using var here = await SignedIn(leader.Key!);
        using var there = await SignedIn(leader.Key!);
        using var elsewhere = await SignedIn(leader.Key!);

        Assert.Equal("/sign-in", (await here.Submit("/sign-in", "/sign-out")).Expect(HttpStatusCode.SeeOther).Location);
        (await here.Open("/api/v1/about")).Expect(HttpStatusCode.Unauthorized);
        (await there.Open("/api/v1/about")).Expect(HttpStatusCode.OK);
        (await there.Submit("/sign-in", "/sign-out/everywhere")).Expect(HttpStatusCode.SeeOther);
        foreach (var browser in new[] { there, elsewhere }) (await browser.Open("/api/v1/about")).Expect(HttpStatusCode.Unauthorized);
        (await leader.Get("/api/v1/about")).Expect(HttpStatusCode.OK);
    }

    private async Task<Browser> SignedIn(string key)
    {
        var browser = new Browser(server.Url);
        (await browser.Submit("/sign-in", "/sign-in", ("key", key))).Expect(HttpStatusCode.SeeOther);
        return browser;
    }
}
