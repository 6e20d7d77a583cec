using System.Text;
using Microsoft.Playwright;

namespace CityGrains.Browser.Tests;

/// <summary>
/// An officer brings the office's own spreadsheet: sees what would become of each row, says what a column is, records the good ones, takes the bad ones home.
/// </summary>
public class OfficersImport(Desk desk)
{
    [Theory]
    [InlineData("vi", "Lào Cai – Oudomxay", "Đã có, không đổi", "không phải ngày")]
    [InlineData("en", "Lai Châu – Phongsaly", "There already, unchanged", "is not a date")]
    public async Task A_spreadsheet_is_shown_before_it_is_recorded_and_a_second_time_nothing_is(string language, string title, string unchanged, string reason)
    {
        await using var window = await desk.Open(Screen.Desk with { Language = language });
        var page = window.Page;
        await Send(window, title);
        await Assertions.Expect(page.Locator("[name=c9]")).ToHaveValueAsync("signedOn"); // "Ngày ký kết" is like "Ngày ký": proposed, and a person agrees
        await window.LooksRight("import-columns");

        await page.ClickAsync("button[value=check]");
        Assert.Equal(["1", "1", "1", "0", "0"], await page.Locator(".tally dd").AllInnerTextsAsync());
        await Assertions.Expect(page.Locator("tr", new PageLocatorOptions { HasTextString = "30/2/2024" })).ToContainTextAsync(reason);
        Assert.Equal(0, await Listed(page, title));
        await window.LooksRight("import-preview");

        var mended = await page.APIRequest.GetAsync(await page.GetAttributeAsync("a[href$='format=csv']", "href") ?? "");
        Assert.Contains(reason, await mended.TextAsync(), StringComparison.Ordinal);

        await page.ClickAsync("button[value=record]");
        Assert.Equal("1", await page.Locator(".tally dd").First.InnerTextAsync());
        await window.LooksRight("import-done");
        Assert.Equal(1, await Listed(page, title));

        await Send(window, title);
        await page.ClickAsync("button[value=check]");
        await Assertions.Expect(page.Locator(".tally > div", new PageLocatorOptions { HasTextString = unchanged }).Locator("dd")).ToHaveTextAsync("1");
        Assert.Equal(0, await page.Locator("button[value=record]").CountAsync());
    }

    private static async Task Send(Window window, string title)
    {
        var (home, abroad) = title.Split(" – ") is [var first, var second] ? (first, second) : (title, title);
        await window.Go("/import");
        await window.Page.SetInputFilesAsync("#file", new FilePayload { Name = "so-theo-doi.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"""
            Tên thỏa thuận;Loại;Bên 1;Nước của bên 1;Loại bên 1;Bên 2;Nước của bên 2;Loại bên 2;Trạng thái;Ngày ký kết;Ghi chú
            Bản ghi nhớ {title};Bản ghi nhớ;Tỉnh {home};Việt Nam;Tỉnh;{abroad};Lào;Tỉnh;Đã ký;14/2/2024;
            Bản ghi nhớ du lịch {title};Bản ghi nhớ;Tỉnh {home};Việt Nam;Tỉnh;{abroad};Lào;Tỉnh;Đã ký;30/2/2024;xem lại
            Bản ghi nhớ {title};Bản ghi nhớ;Tỉnh {home};Việt Nam;Tỉnh;{abroad};Lào;Tỉnh;Đã ký;14/2/2024;
            """) });
        await window.Page.ClickAsync("form.record button");
    }

    private static async Task<int> Listed(IPage page, string title)
    {
        var answer = await page.APIRequest.GetAsync($"/api/v1/agreements?count=true&q={Uri.EscapeDataString(title)}");
        return (await answer.JsonAsync())!.Value.GetProperty("total").GetInt32();
    }
}
