using Microsoft.Playwright;

namespace CityGrains.Browser.Tests;

/// <summary>What an auditor does: finds a record, asks what it said on a day, proves an event, keeps a checkpoint, reads who did what.</summary>
public class AuditorPath(Desk desk)
{
    [Theory]
    [InlineData("vi", "osan", "khi ghi")]
    [InlineData("en", "osan", "as they were recorded")]
    public async Task From_a_record_to_what_changed_since_a_day_to_the_proof_of_why(string language, string words, string chained)
    {
        await using var window = await desk.Open(Screen.Desk with { Language = language });
        var page = window.Page;
        await window.Go("/audit");
        await page.FillAsync("#audit-q", words);
        await page.Keyboard.PressAsync("Enter");
        await page.ClickAsync("main .lines a >> nth=0");
        await Assertions.Expect(page.Locator(".happened > p.done")).ToContainTextAsync(chained);
        var events = await page.Locator(".events tbody tr").CountAsync();

        await page.FillAsync("[name=on]", "2024-06-30");
        await page.ClickAsync(".looks button");
        await Assertions.Expect(page.Locator(".changes tbody tr").First).ToBeVisibleAsync();
        Assert.Equal(events, await page.Locator(".events tbody tr").CountAsync());
        Assert.NotEqual(0, await page.Locator(".events .uncounted").CountAsync());
        Assert.Equal(await page.Locator(".changes tbody tr").CountAsync(), await page.Locator(".changes tbody td:last-child a").CountAsync()); // each says where it comes from
        await window.LooksRight("audit-compared");

        await page.ClickAsync(".changes tbody td:last-child a >> nth=0");
        await Assertions.Expect(page.Locator(".verdict.done")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".proof .state.done")).ToHaveCountAsync(4);
        await window.LooksRight("audit-proof");
    }

    [Fact]
    public async Task A_checkpoint_that_was_kept_is_held_against_the_record_and_the_whole_store_is_verified()
    {
        await using var window = await desk.Open(Screen.Desk);
        var page = window.Page;
        await window.Go("/audit");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[download][href$='checkpoints/latest']"));
        var checkpoint = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);

        await page.ClickAsync("form[action='/audit/verify'] button");
        await Assertions.Expect(page.Locator(".checkup .state.done")).ToBeVisibleAsync(new() { Timeout = 60_000 }); // the page looks again by itself
        await window.LooksRight("audit-verified");

        await window.Go("/audit/checkpoint");
        await page.FillAsync("#text", checkpoint);
        await page.ClickAsync("form.record button");
        await Assertions.Expect(page.Locator(".verdict.done")).ToBeVisibleAsync();
        await window.LooksRight("audit-checkpoint");

        var lines = checkpoint.Split('\n');
        await page.FillAsync("#text", string.Join('\n', [lines[0], "1", .. lines[2..]])); // another size under the same signature
        await page.ClickAsync("form.record button");
        await Assertions.Expect(page.Locator(".verdict.late")).ToBeVisibleAsync();

        await window.Go("/audit/access?kind=change");
        await Assertions.Expect(page.Locator("main table")).ToContainTextAsync("POST /audit/verify");
    }
}
