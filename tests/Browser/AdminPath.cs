using System.Net;
using System.Net.Http.Headers;
using Microsoft.Playwright;

namespace CityGrains.Browser.Tests;

/// <summary>What an administrator does: lets a person in and out again, sets what an office expects of itself, looks after receivers.</summary>
public class AdminPath(Desk desk)
{
    [Theory]
    [InlineData("vi", "Lò Văn Kiểm")]
    [InlineData("en", "Cà Thị Tra")]
    public async Task A_key_is_made_shown_once_replaced_and_revoked(string language, string person)
    {
        await using var window = await desk.Open(Screen.Desk with { Language = language });
        var page = window.Page;
        await window.Go("/admin");
        await page.ClickAsync("a[href='/admin/keys']");
        await page.FillAsync("#make-id", person);
        await page.FillAsync("#make-office", "Sở Ngoại vụ Sơn La");
        await page.ClickAsync("main form.record button");
        await Assertions.Expect(page.Locator(".at-fault [name=roles]")).ToHaveCountAsync(5); // nobody said as what
        Assert.Equal(person, await page.InputValueAsync("#make-id"));
        await page.CheckAsync("[name=roles][value=auditor]");
        await window.LooksRight("admin-key-refused");
        await page.ClickAsync("main form.record button");
        var key = await page.InputValueAsync("#secret");
        Assert.StartsWith("cg_", key, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await Asks(key, "/api/v1/access-log?limit=1"));
        Assert.Equal(HttpStatusCode.Forbidden, await Asks(key, "/admin"));

        await page.ClickAsync("main a >> nth=0");
        await page.ClickAsync("form[action$='/rotate'] button");
        var next = await page.InputValueAsync("#secret");
        Assert.Equal(HttpStatusCode.Unauthorized, await Asks(key, "/api/v1/about"));
        Assert.Equal(HttpStatusCode.OK, await Asks(next, "/api/v1/about"));

        await page.ClickAsync("main a >> nth=0");
        await window.LooksRight("admin-key");
        await page.ClickAsync("section[aria-labelledby=revoke] summary");
        await page.ClickAsync("form[action$='/revoke'] button");
        await Assertions.Expect(page.Locator(".recorded")).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await Asks(next, "/api/v1/about"));

        await window.Go("/audit/access?kind=key-change");
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync("POST /admin/keys/{id}/revoke");
    }

    [Fact]
    public async Task An_office_gets_another_policy_and_calendar_and_a_receiver_is_registered_and_disabled()
    {
        await using var window = await desk.Open(Screen.Desk);
        var page = window.Page;
        await window.Go("/admin/offices");
        await page.ClickAsync("main .lines a >> nth=0");
        await page.ClickAsync("section.policy summary");
        await page.FillAsync("#set-policy-policy-planWithinDays", "45");
        await page.FillAsync("#set-policy-reason", "Kết luận giao ban quý IV");
        await page.ClickAsync("form[action$='/set-policy'] button");
        await Assertions.Expect(page.Locator("section.policy table")).ToContainTextAsync("45");

        await page.ClickAsync("section[aria-labelledby=calendar] > details:last-child summary");
        await page.FillAsync("#replace-calendar-calendar-year", "2027");
        await page.FillAsync("#replace-calendar-calendar-daysOff", "2027-02-05 Nghỉ Tết Nguyên đán | Lunar New Year\n2028-01-01 Sai năm");
        await page.FillAsync("#replace-calendar-calendar-source", "Thông báo nghỉ Tết năm 2027");
        await page.ClickAsync("form[action$='/replace-calendar'] button");
        await Assertions.Expect(page.Locator("#replace-calendar-calendar-daysOff-wrong"))
            .ToContainTextAsync("2027"); // the second day lies in another year, and nothing is lost
        await page.FillAsync("#replace-calendar-calendar-daysOff", "2027-02-05 Nghỉ Tết Nguyên đán | Lunar New Year");
        await page.ClickAsync("form[action$='/replace-calendar'] button");
        await Assertions.Expect(page.Locator("section[aria-labelledby=calendar]"))
            .ToContainTextAsync("Thông báo nghỉ Tết năm 2027", new() { UseInnerText = false });
        await window.LooksRight("admin-office");

        await window.Go("/admin/webhooks");
        await page.FillAsync("#register-url", "https://hooks.example.gov.vn/citygrains");
        await page.FillAsync("#register-id", "cong-du-lieu");
        await page.ClickAsync("main form.record button");
        Assert.StartsWith("whsec_", await page.InputValueAsync("#secret"), StringComparison.Ordinal);
        await page.ClickAsync("main a >> nth=0");
        await page.ClickAsync("form[action$='/disable'] button");
        await Assertions.Expect(page.Locator("form[action$='/enable']")).ToBeVisibleAsync();
        await window.LooksRight("admin-webhook");
    }

    private async Task<HttpStatusCode> Asks(string key, string path)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(desk.Server.Url), path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
