using Microsoft.Playwright;

namespace CityGrains.Browser.Tests;

/// <summary>What each of the three people mainly does, by real keys alone: no field is filled and no link clicked but by pressing something.</summary>
public class ByKeys(Desk desk)
{
    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task An_officer_opens_any_agreement_by_five_keys_and_records_its_progress_by_at_most_ten_more_and_what_there_is_to_say(string language)
    {
        await using var window = await desk.Open(Screen.Desk with { Language = language });
        var (page, hand) = (window.Page, new Hand(window));
        await window.Go("/work");
        await hand.Press("/");
        await hand.IsAt("#search");
        await hand.Type("os");
        await Assertions.Expect(page.Locator(".found a").First).ToContainTextAsync("Osan");
        await hand.Press("ArrowDown");
        await hand.IsAt(".found a");
        await hand.Follow();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Osan");
        Assert.Equal(5, hand.Keys);

        await hand.Press("r");
        await hand.IsAt("main a.button");
        await hand.GoTo("a[href$='/report-progress']");
        await hand.Follow();
        await hand.IsAt("[name=percent]");
        Assert.InRange(await page.Locator("form.record :is(input, textarea, select):visible:not([type=hidden], [aria-hidden])").CountAsync(), 1, 4);
        await hand.Type("140");
        await hand.Press("Tab");
        await hand.IsAt("[name=summary]");
        var said = language == "vi" ? "Đoàn thứ ba đã về" : "The third group is back";
        await hand.Type(said);
        var before = hand.Keys;
        await hand.Follow("Control+Enter"); // from among several lines

        await hand.IsAt(".wrong"); // what is wrong is said first, and leads to where it is
        await hand.GoTo(".wrong a", atMost: 1);
        await hand.Press("Enter");
        await hand.IsAt("[name=percent]");
        var mending = hand.Keys - before - 1;
        await hand.Press("Control+A");
        await hand.Type("70");
        await hand.Follow(); // Enter in a field sends it
        await hand.IsAt(".recorded");
        await Assertions.Expect(page.Locator(".recorded")).ToContainTextAsync(said);
        Assert.InRange(hand.Keys - mending - said.Length, 1, 25);
        TestContext.Current.SendDiagnosticMessage($"{hand.Keys} keys in all, of them {said.Length} words and {mending} to where it was wrong");

        await hand.Press("r");
        await hand.GoTo("details.more summary"); // what is seldom recorded opens by Enter too
        await hand.Press("Enter");
        await hand.GoTo("details.more li:first-child a", atMost: 1);
        await hand.GoTo("a[href$='/attach-evidence']", "Shift+Tab");
        await hand.Follow();
        await hand.IsAt("[name='evidence.title']");
        await hand.Type("Ảnh đoàn thứ ba");
        await hand.Press("Tab");
        await hand.IsAt("[name='evidence.datedOn']");
        await hand.Press("Control+A");
        await hand.Type("31/2/2026");
        await hand.Follow();
        await hand.IsAt(".wrong");
        await Assertions.Expect(page.Locator(".fault")).ToContainTextAsync("14/2/2024"); // how a day is written
        await hand.GoTo("[name='evidence.datedOn']");
        await Assertions.Expect(page.Locator("[name='evidence.datedOn']")).ToHaveValueAsync("31/2/2026");
        await hand.Press("Control+A");
        await hand.Type("1.3.2026");
        await hand.Follow();
        await Assertions.Expect(page.Locator("#documents time[datetime='2026-03-01']").First).ToBeAttachedAsync();
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task What_is_late_is_reached_line_by_line_recorded_and_the_next_is_at_hand(string language)
    {
        await using var window = await desk.Open(Screen.Desk with { Language = language });
        var (page, hand) = (window.Page, new Hand(window));
        await window.Go("/work?view=overdue&office=*");
        await hand.GoTo(".skip", atMost: 1);
        await hand.Press("Enter");
        await hand.IsAt("#main");
        await hand.Press("?");
        await hand.IsAt("dialog button");
        await hand.Press("Escape", "j");
        await hand.IsAt(".lines tbody tr:first-child a");
        await hand.Press("r");
        await hand.IsAt(".lines tbody tr:first-child a.button");
        await hand.GoTo(".lines a[href*='/send-copy-to-mofa'], .lines a[href*='/report-to-prime-minister'], .lines a[href*='/publish'], .lines a[href*='/notify']", atMost: 200);
        await hand.Follow();
        await hand.IsAt("form.record input");
        await hand.Type("89/SNgV-HTQT");
        await hand.Follow();
        await hand.IsAt(".recorded");
        await hand.GoTo(".lines a", atMost: 12);
    }

    [Fact]
    public async Task A_leader_goes_back_in_time_opens_a_number_and_leaves_the_map_by_Tab()
    {
        await using var window = await desk.Open(Screen.Desk);
        var (page, hand) = (window.Page, new Hand(window));
        await window.Go("/overview");
        await hand.GoTo("#slider");
        await hand.Follow("ArrowLeft", "ArrowLeft", "ArrowLeft"); // asked once, when the keys have rested
        Assert.Matches("[?&]on=2[0-9]{3}-[0-9]{2}-[0-9]{2}", page.Url);
        await hand.IsAt("#slider");
        await hand.GoTo(".sentence a", "Shift+Tab");
        await hand.Follow();
        await hand.Press("j");
        await hand.IsAt(".lines tbody tr:first-child a");
        await hand.Follow();
        await Assertions.Expect(page.Locator(".way")).ToBeVisibleAsync();

        await window.Go("/overview");
        Assert.InRange(await hand.GoThrough(250), 30, 250);
    }

    [Fact]
    public async Task An_auditor_compares_two_days_proves_why_and_has_the_store_verified()
    {
        await using var window = await desk.Open(Screen.Desk);
        var (page, hand) = (window.Page, new Hand(window));
        await window.Go("/audit");
        await hand.GoTo("#audit-q");
        await hand.Type("osan");
        await hand.Follow();
        await hand.Press("j");
        await hand.Follow();
        await hand.GoTo("[name=on]");
        await hand.Type("30.6.2024");
        await hand.Follow();
        Assert.Contains("on=2024-06-30", page.Url, StringComparison.Ordinal); // the same for everyone the address is sent to
        await Assertions.Expect(page.Locator("[name=on]")).ToHaveValueAsync("30/6/2024");
        await hand.Press("j");
        await hand.IsAt(".changes tbody tr:first-child a");
        await hand.Follow();
        await Assertions.Expect(page.Locator(".verdict.done")).ToBeVisibleAsync();

        await window.Go("/audit");
        await hand.GoTo("form[action='/audit/verify'] button");
        await hand.Follow();
        await hand.GoTo("a[download]");
        await Assertions.Expect(page.Locator(".checkup .state.done")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await hand.IsAt("a[download]"); // the page was made anew around it
    }
}
