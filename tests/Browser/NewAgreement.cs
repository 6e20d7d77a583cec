using Microsoft.Playwright;

namespace CityGrains.Browser.Tests;

/// <summary>An officer begins an agreement, step by step, and is told in the form's own words where a step is wrong.</summary>
public class NewAgreement(Desk desk)
{
    [Theory]
    [InlineData("vi", "Nước của bên thứ 2", "Đề xuất")]
    [InlineData("en", "Country of party 2", "Proposed")]
    public async Task Is_proposed_in_steps_of_four_fields_with_its_parties_found_in_the_record(string language, string label, string state)
    {
        await using var window = await desk.Open(Screen.Desk with { Language = language });
        var page = window.Page;
        await window.Go("/agreements");
        await page.ClickAsync("main .actions a >> nth=0");
        await page.FillAsync("[name='title.vi']", $"Bản ghi nhớ thư viện Hà Nội – Kobe ({language})");
        await page.FillAsync("[name=office]", "Sở Ngoại vụ Hà Nội"); // the first key is of no office
        await page.FillAsync("[name=proposer]", "UBND thành phố Hà Nội");
        await window.LooksRight("new-agreement");
        await Next(page);

        await page.FillAsync("[name='parties[0].name']", "Hà Nội");
        await page.SelectOptionAsync("[name='parties[0].type']", "city");
        await Next(page);
        await Assertions.Expect(page.Locator("[name='parties[0].city']")).ToHaveValueAsync("vn-ha-noi"); // the record has it
        await window.LooksRight("new-agreement-city");
        await Next(page);

        await page.FillAsync("[name='parties[1].name']", "Kobe");
        await page.FillAsync("[name='parties[1].country']", "Nhật Bổn");
        await Next(page);
        await Next(page);
        await Assertions.Expect(page.Locator(".at-fault .fault")).ToContainTextAsync(label);
        Assert.DoesNotContain("parties[1]", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await window.LooksRight("new-agreement-refused");

        await page.FillAsync("[name='parties[1].country']", "Nhật Bản");
        await Next(page);
        await Next(page);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Hà Nội – Kobe");
        await Assertions.Expect(page.Locator(".way .now")).ToContainTextAsync(state);
        Assert.Contains("Kobe", await page.InnerTextAsync("#parties"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signing_takes_the_print_of_the_text_and_names_who_signed_for_each_party()
    {
        await using var window = await desk.Open(Screen.Desk);
        var page = window.Page;
        await window.Go("/agreements?state=Approved");
        await page.ClickAsync(".lines a >> nth=0");
        await page.ClickAsync("a[href$='/sign'] >> nth=0");
        await page.FillAsync("[name='signedAt.name']", "Hà Nội");
        await page.SetInputFilesAsync(
            "input[type=file]", new FilePayload { Name = "ban-ky.pdf", MimeType = "application/pdf", Buffer = "văn bản đã ký"u8.ToArray() });
        await Next(page);
        foreach (var field in await page.Locator("form.record input:not([type=hidden])").AllAsync()) await field.FillAsync("Nguyễn Văn A");
        await window.LooksRight("sign");
        await Next(page);
        await Assertions.Expect(page.Locator(".recorded")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".way .now")).ToContainTextAsync("Đã ký");
    }

    private static Task Next(IPage page) => page.ClickAsync("form.record .actions button >> nth=0");
}
