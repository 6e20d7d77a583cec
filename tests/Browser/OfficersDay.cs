using Microsoft.Playwright;

namespace CityGrains.Browser.Tests;

/// <summary>An officer records what happened today: a minute, and nothing but keys.</summary>
public class OfficersDay(Desk desk)
{
    [Fact]
    public async Task What_was_late_is_recorded_with_the_keyboard_and_its_line_goes()
    {
        await using var window = await desk.Open(Screen.Desk);
        var page = window.Page;
        await window.Go("/work?view=overdue&office=*");
        var before = await Late(page);
        var link = page.Locator("a[href*='/send-copy-to-mofa'], a[href*='/report-to-prime-minister']").First;
        await link.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("form.record");

        await page.Keyboard.TypeAsync("88/SNgV-HTQT"); // the day is there, the number is what the cursor waits in
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".recorded")).ToContainTextAsync("88/SNgV-HTQT");
        Assert.Equal(before - 1, await Late(page));
        await window.LooksRight("work-recorded");
    }

    [Fact]
    public async Task A_form_that_is_refused_says_so_at_its_field_and_loses_nothing()
    {
        await using var window = await desk.Open(Screen.Desk);
        var page = window.Page;
        await window.Go("/agreements/agr-2024-000002/report-progress");
        await page.FillAsync("[name=percent]", "140");
        await page.FillAsync("[name=summary]", "Đoàn thứ nhất đã sang dạy");
        await page.ClickAsync("form.record button");

        await Assertions.Expect(page.Locator(".at-fault [name=percent]")).ToHaveValueAsync("140");
        await Assertions.Expect(page.Locator("[name=summary]")).ToHaveValueAsync("Đoàn thứ nhất đã sang dạy");
        await window.LooksRight("form-refused");
    }

    [Fact]
    public async Task Without_script_an_agreement_is_found_and_its_progress_recorded_and_a_leader_sees_the_numbers_of_a_day()
    {
        await using var window = await desk.Open(Screen.Desk, script: false);
        var page = window.Page;
        await page.GotoAsync("/work");
        await page.FillAsync("#search", "osan thanh pho hoc tap");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("a[href$='/report-progress']").First.PressAsync("Enter");
        Assert.Equal(3, await page.Locator("form.record :is(input, textarea, select):not([type=hidden])").CountAsync());
        Assert.NotEqual("", await page.InputValueAsync("[name=occurredOn]")); // today's
        await page.Keyboard.TypeAsync("65"); // the cursor waits there
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Nhà trí tuệ thứ năm đã mở");
        await page.Locator("form.record button").First.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".recorded")).ToContainTextAsync("65");

        await page.GotoAsync("/overview");
        await page.FillAsync("#on", "31/12/2024");
        await page.Locator(".asked button").First.PressAsync("Enter");
        Assert.Contains("on=2024-12-31", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(".trend table tbody tr").First).ToBeAttachedAsync();
    }

    [Fact]
    public async Task Two_letters_find_an_agreement_without_accents()
    {
        await using var window = await desk.Open(Screen.Desk);
        await window.Go("/work");
        await window.Page.Keyboard.PressAsync("/");
        await window.Page.Keyboard.TypeAsync("os");
        await window.Page.Locator(".found a", new PageLocatorOptions { HasTextString = "Osan" }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("h1")).ToContainTextAsync("Osan");
    }

    [Fact]
    public async Task Words_that_only_one_agreement_has_open_it()
    {
        await using var window = await desk.Open(Screen.Desk);
        await window.Go("/work");
        await window.Page.Keyboard.PressAsync("/");
        await window.Page.Keyboard.TypeAsync("osan thanh pho hoc tap");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.Locator("h1")).ToContainTextAsync("Osan");
    }

    private static async Task<int> Late(IPage page) =>
        int.Parse(await page.Locator(".counts b").First.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
}
