using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CityGrains.Browser.Tests;

/// <summary>What a leader does: reads the sentence, opens the list behind a number, goes back in time, prints.</summary>
public partial class LeaderPath(Desk desk)
{
    [Theory]
    [InlineData("vi", "đã ký")]
    [InlineData("en", "signed")]
    public async Task Every_number_of_the_overview_is_the_number_of_lines_behind_it(string language, string word)
    {
        await using var window = await desk.Open(Screen.Desk with { Language = language });
        await Numbers(window, "/overview?kind=mou&country=KR");
        await Numbers(window, "/overview");
        Assert.Contains(word, await window.Page.InnerTextAsync(".sentence"), StringComparison.Ordinal);
        await window.Page.ClickAsync(".sentence a >> nth=0");
        Assert.Contains("/overview/signed", window.Page.Url, StringComparison.Ordinal);
        await window.Page.ClickAsync("main a >> nth=0");
        Assert.Contains("/overview?on=", window.Page.Url, StringComparison.Ordinal);
    }

    private static async Task Numbers(Window window, string path)
    {
        await window.Go(path);
        var numbers = await window.Page.EvaluateAsync<JsonElement>("""
            Promise.all([...document.querySelectorAll('.sentence a, .funnel a, .trend a, .moved a, .late-offices td.number a, .map .behind a')].map(async link => {
              const answer = await fetch(link.href), page = new DOMParser().parseFromString(await answer.text(), 'text/html');
              const said = page.querySelector('main [role=status]')?.textContent ?? '0';
              return { link: link.getAttribute('href'), status: answer.status, number: link.textContent.replace(/\D/g, ''), behind: said.replace(/\D/g, '') };
            }))
            """);
        Assert.NotEqual(0, numbers.GetArrayLength());
        Assert.All(numbers.EnumerateArray(), one =>
        {
            Assert.Equal(200, one.GetProperty("status").GetInt32());
            Assert.True(one.GetProperty("number").GetString() == one.GetProperty("behind").GetString(), one.ToString());
        });
    }

    [Fact]
    public async Task A_day_of_the_past_stands_in_the_address_and_the_whole_prints_on_one_page()
    {
        await using var window = await desk.Open(Screen.Desk);
        await window.Go("/overview");
        await window.Page.Locator("input[type=range]").PressAsync("Home");
        await Assertions.Expect(window.Page).ToHaveURLAsync(Dated(), new() { Timeout = 30_000 });
        Assert.DoesNotContain("office=", window.Page.Url, StringComparison.Ordinal); // what was not asked is not in the address

        await window.Go("/overview");
        var printed = Encoding.Latin1.GetString(await window.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Single(PageOfPdf().Matches(printed));
    }

    [GeneratedRegex("[?&]on=", RegexOptions.None, 1000)]
    private static partial Regex Dated();

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)", RegexOptions.None, 1000)]
    private static partial Regex PageOfPdf();
}
