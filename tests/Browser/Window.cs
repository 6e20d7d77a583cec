using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using CityGrains.EndToEnd.Tests;
using Microsoft.Playwright;

namespace CityGrains.Browser.Tests;

/// <summary>A window of a browser, and what went wrong in it.</summary>
internal sealed class Window : IAsyncDisposable
{
    private const int MostBytes = 100 * 1024;

    private static readonly string Axe = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe", "axe.min.js"));
    private readonly IBrowserContext _context;
    private readonly Screen _screen;
    private readonly ConcurrentQueue<string> _complaints = new();

    private Window(IBrowserContext context, IPage page, Screen screen)
    {
        (_context, Page, _screen) = (context, page, screen);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && !message.Location.StartsWith(page.Url, StringComparison.Ordinal)) _complaints.Enqueue(message.Text); // that a page is not there is no fault of it
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    /// <summary>The page in it.</summary>
    public IPage Page { get; }

    public static async Task<Window> Of(IBrowserContext context, Screen screen) => new(context, await context.NewPageAsync(), screen);

    /// <summary>Goes to an address, and waits until the page is there, its charts drawn.</summary>
    public async Task Go(string path, int status = 200)
    {
        var answer = await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        Assert.Equal(status, answer!.Status);
        await Page.WaitForSelectorAsync("[data-chart]:not([data-drawn])", new PageWaitForSelectorOptions { State = WaitForSelectorState.Detached });
    }

    /// <summary>Half of what counts as good (web.dev/cls): on a busy machine a long page arrives in parts, and its last part may move a little.</summary>
    private const double MostShift = 0.05;

    /// <summary>Takes a picture, and finds whatever is wrong with what is shown: accessibility, room, weight, movement, scripts that may not run.</summary>
    public async Task LooksRight(string name)
    {
        var wrong = new List<string>();
        if (await Ask<double>(Shift) is > MostShift and var shift) wrong.Add($"the layout shifts by {shift}");
        if (await Ask<double>("document.documentElement.scrollWidth - window.innerWidth") is > 0 and var over) wrong.Add($"{over} px wider than the window");
        if (await Ask<double>("performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource')).filter(one => !/echarts|countries/.test(one.name)).reduce((sum, one) => sum + Math.max(one.transferSize, one.encodedBodySize), 0)") is > MostBytes and var bytes)
            wrong.Add($"{bytes} bytes transferred");
        while (_complaints.TryDequeue(out var complaint)) wrong.Add(complaint);
        if (!_screen.IsWall) wrong.AddRange(await AxeFinds()); // the same page in the same colours as at the desk
        await Picture(name);
        Assert.True(wrong.Count == 0, $"{name} ({_screen}):\n{string.Join('\n', wrong)}");
    }

    /// <summary>Writes what is shown to <c>artifacts/screens</c>.</summary>
    public async Task Picture(string name)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"{name}-{_screen.Language}-{_screen.Width}{(_screen.Dark ? "-dark" : "")}.png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Programs.Root, "artifacts", "screens", file), FullPage = !_screen.IsWall });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private const string Shift = """
        new Promise(done => new PerformanceObserver(list => done(list.getEntries().reduce((sum, one) => sum + one.value, 0))).observe({ type: 'layout-shift', buffered: true })
          || requestAnimationFrame(() => requestAnimationFrame(() => done(0))))
        """;

    private Task<T> Ask<T>(string script) => Page.EvaluateAsync<T>(script);

    private async Task<IEnumerable<string>> AxeFinds()
    {
        await Page.EvaluateAsync(Axe);
        var found = await Ask<JsonElement>(
            "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(result => result.violations)");
        return [.. from violation in found.EnumerateArray() from node in violation.GetProperty("nodes").EnumerateArray()
            select $"{violation.GetProperty("id").GetString()}: {node.GetProperty("html").GetString()} {node.GetProperty("failureSummary").GetString()}"];
    }
}
