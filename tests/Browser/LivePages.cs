using System.Net.Http.Json;
using Microsoft.Playwright;

namespace CityGrains.Browser.Tests;

/// <summary>A page that is open while others record.</summary>
public class LivePages(Desk desk)
{
    private const string Agreement = "agr-2024-000002";

    [Fact]
    public async Task What_is_recorded_appears_without_a_reload_and_a_lost_connection_shows_and_heals()
    {
        await using var wire = Wire.To(desk.Server.Url);
        await using var window = await desk.Open(Screen.Desk);
        var page = window.Page;
        var (history, stale) = (page.Locator("#history"), page.Locator("[data-stale]"));
        var followed = page.WaitForRequestAsync("**/feed/stream*");
        await page.GotoAsync($"{wire.Url}/agreements/{Agreement}");
        await (await followed).ResponseAsync();
        await page.EvaluateAsync("window.stayed = true");

        await Report("Đoàn thứ hai đã lên đường");
        await Assertions.Expect(history).ToContainTextAsync("Đoàn thứ hai đã lên đường", new() { Timeout = 15_000 });
        await Assertions.Expect(stale).ToBeHiddenAsync();

        await wire.Cut();
        await Assertions.Expect(stale).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await window.Picture("stale");
        await Report("Đoàn thứ hai đã tới nơi");
        wire.Mend();
        await Assertions.Expect(history).ToContainTextAsync("Đoàn thứ hai đã tới nơi", new() { Timeout = 15_000 });
        await Assertions.Expect(stale).ToBeHiddenAsync(new() { Timeout = 15_000 });
        Assert.True(await page.EvaluateAsync<bool>("window.stayed")); // nothing was loaded anew
    }

    [Fact]
    public async Task The_overview_counts_anew_what_others_record_and_its_charts_stay()
    {
        await using var window = await desk.Open(Screen.Desk);
        var page = window.Page;
        var followed = page.WaitForRequestAsync("**/feed/stream*");
        await window.Go("/overview");
        await (await followed).ResponseAsync();
        var signed = page.Locator(".sentence a").First;
        var before = int.Parse(await signed.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await page.EvaluateAsync("document.querySelector('.map').stayed = true");
        (await desk.Server.Client.PostAsJsonAsync("/api/v1/agreements/mou-2018-lai-chau-live/register-legacy", new
        {
            kind = "mou", title = new { vi = "Bản ghi nhớ Lai Châu – Vân Nam" }, office = "Sở Ngoại vụ Sơn La", state = "InEffect", signedOn = "2018",
            parties = new[] { new { name = "Tỉnh Lai Châu", type = "province", country = "VN" }, new { name = "Sơn La", type = "province", country = "VN" } },
            source = new { title = "Sổ theo dõi" },
        }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await Assertions.Expect(signed).ToHaveTextAsync($"{before + 1}", new() { Timeout = 20_000 });
        await page.WaitForSelectorAsync("[data-chart]:not([data-drawn])", new PageWaitForSelectorOptions { State = WaitForSelectorState.Detached });
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.map').stayed")); // the same map, not another
        Assert.NotEqual(0, await page.EvaluateAsync<int>("document.querySelector('.trend canvas').width")); // the trend was drawn anew
        await page.WaitForFunctionAsync(LinesAreDrawn); // of the partners, on the map
        await window.LooksRight("overview-live");
    }

    [Fact]
    public async Task Arrow_keys_walk_the_suggestions_and_enter_opens_one()
    {
        await using var window = await desk.Open(Screen.Desk);
        var page = window.Page;
        await window.Go("/agreements");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("ha noi");
        await page.WaitForSelectorAsync(".found a");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.Locator(".found a").First).ToBeFocusedAsync();
        var title = (await page.Locator(".found a").First.InnerTextAsync()).Split(" · ")[0];
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(title);
    }

    /// <summary>On the map there is a good deal of the colour of lines along which work began.</summary>
    private const string LinesAreDrawn = """
        () => {
          const canvas = document.querySelector('.map canvas'), { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          let green = 0;
          for (let i = 0; i < data.length; i += 4) if (data[i + 1] - data[i] > 40 && data[i + 1] - data[i + 2] > 15) green++;
          return green > 300;
        }
        """;

    private async Task Report(string summary) =>
        (await desk.Server.Client.PostAsJsonAsync($"/api/v1/agreements/{Agreement}/report-progress", new { percent = 40, summary }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
}
