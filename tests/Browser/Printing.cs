using System.Text.Json;
using Microsoft.Playwright;

namespace CityGrains.Browser.Tests;

/// <summary>Pages on paper: what they say, who printed them and when, and nothing one could press.</summary>
public class Printing(Desk desk)
{
    /// <summary>A4 without its margins of 15 mm, in CSS pixels.</summary>
    private const int Width = 680;

    private static readonly (string Name, string Path, string Says)[] Pages =
    [
        ("work", "/work?view=overdue&office=*", "Mọi cơ quan"),
        ("agreement", "/agreements/agr-2024-000002", "Osan"),
        ("agreements", "/agreements?state=signed&country=KR", "KR"),
        ("found", "/agreements?q=son+la", "son la"),
        ("activities", "/activities?from=2022-01-01", "1/1/2022"),
        ("activity", "/activities/act-2022-dien-dan-cau-noi", ""),
        ("cities", "/cities", ""),
        ("city", "/cities/vn-son-la", "Sơn La"),
        ("office", "/offices/so-ngoai-vu-son-la", "Sơn La"),
        ("form", "/agreements/agr-2024-000002/report-progress", "Osan"),
        ("overdue", "/overview/overdue", ""),
        ("reached", "/overview/planned?on=2026-01-31", "31/1/2026"),
        ("requests", "/requests?open=true", ""),
        ("audit", "/audit", ""),
        ("compared", "/audit/agreement/agr-2024-000002?on=2024-06-30", "30/6/2024"),
        ("access", "/audit/access?kind=write", ""),
        ("keys", "/admin/keys", ""),
        ("admin-office", "/admin/offices/so-ngoai-vu-son-la", ""),
    ];

    [Fact]
    public async Task Every_page_prints_light_and_whole_with_who_and_when_and_what_was_asked()
    {
        await using var window = await desk.Open(Screen.Desk with { Dark = true });
        var page = window.Page;
        await page.SetViewportSizeAsync(Width, 960);
        var wrong = new List<string>();
        foreach (var (name, path, says) in Pages)
        {
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
            await window.Go(path);
            await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
            var found = await page.EvaluateAsync<JsonElement>("""
                () => {
                  const shown = one => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1;
                  const all = selector => [...document.querySelectorAll(selector)];
                  const told = one => `${one.nodeName}.${one.className} ${one.textContent.trim().slice(0, 30)}`;
                  return {
                    pressed: all('button, .button, nav:not(.counts), .skip, summary, .exports, dialog').filter(shown).filter(one => !one.closest('details[open] > summary')).map(told),
                    cut: all('main *').filter(shown).filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(told).slice(0, 5),
                    printed: document.querySelector('.printed').innerText,
                    paper: getComputedStyle(document.body).backgroundColor, ink: getComputedStyle(document.body).color,
                    late: getComputedStyle(document.documentElement).getPropertyValue('--late').trim(),
                    heads: all('thead').filter(shown).every(one => getComputedStyle(one).display === 'table-header-group'),
                    text: document.body.innerText + ' ' + all('input, select').filter(shown).map(one => one.selectedOptions ? one.selectedOptions[0]?.textContent : one.value).join(' '),
                  };
                }
                """);
            void Must(bool holds, string what)
            {
                if (!holds) wrong.Add($"{name}: {what}");
            }

            Must(found.GetProperty("pressed").GetArrayLength() == 0, $"to be pressed: {found.GetProperty("pressed")}");
            Must(found.GetProperty("cut").GetArrayLength() == 0, $"cut at the edge: {found.GetProperty("cut")}");
            Must(found.GetProperty("printed").GetString()!.Contains("in ngày", StringComparison.Ordinal), "nobody printed it");
            Must((found.GetProperty("paper").GetString(), found.GetProperty("ink").GetString(), found.GetProperty("late").GetString()) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)", "#a6261d"), "dark");
            Must(found.GetProperty("heads").GetBoolean(), "heads of tables do not repeat");
            Must(found.GetProperty("text").GetString()!.Contains(says, StringComparison.Ordinal), $"does not say {says}");
            await window.Picture($"print-{name}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
