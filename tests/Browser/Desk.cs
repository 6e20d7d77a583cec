using CityGrains.EndToEnd.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CityGrains.Browser.Tests.Desk))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace CityGrains.Browser.Tests;

/// <summary>One server with the sample, and one browser, for all tests here: what a person sits down at.</summary>
public sealed class Desk : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly DataFolder _folder = new();
    private readonly Dictionary<Screen, Window> _kept = [];
    private Server? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _signedIn;

    internal static string? Chromium { get; } = Array.Find(Places, File.Exists);

    internal Server Server => _server!;

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null) return;
        var server = Server.Start(_folder.Path, environment: null, "--sample");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
        _server = await server;
        _signedIn = await SignIn(_browser, "admin.key");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The window of a screen that stays open: for who looks at one page after another, and changes nothing.</summary>
    internal async Task<Window> At(Screen screen) => _kept.TryGetValue(screen, out var window) ? window : _kept[screen] = await Open(screen);

    /// <summary>A window of a browser nobody used before.</summary>
    /// <param name="screen">What it is looked at with.</param>
    /// <param name="key">The file of the key of whoever sits down; null: of whoever has every role.</param>
    /// <param name="script">It runs scripts.</param>
    internal async Task<Window> Open(Screen screen, string? key = null, bool script = true)
    {
        Assert.SkipWhen(_browser is null, "Debian's chromium is not installed: apt-get install chromium");
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Server.Url,
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            JavaScriptEnabled = script,
            Locale = screen.Language == "vi" ? "vi-VN" : "en-GB",
            ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light,
            StorageState = key is null ? _signedIn : await SignIn(_browser, key),
        });
        await context.AddCookiesAsync([new Cookie { Name = "lang", Value = screen.Language, Url = Server.Url }]);
        return await Window.Of(context, screen);
    }

    /// <summary>Signs in as people do: with the key, at the door. The cookie is used by every window after.</summary>
    private async Task<string> SignIn(IBrowser browser, string file)
    {
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = Server.Url });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.FillAsync("#key", (await File.ReadAllTextAsync(Path.Combine(_folder.Path, file))).Trim());
        await page.ClickAsync("main button");
        return await context.StorageStateAsync();
    }
}

/// <summary>What a page is looked at with.</summary>
/// <param name="Language">Tag of the language.</param>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Dark">Dark colours.</param>
public sealed record Screen(string Language, int Width, bool Dark)
{
    /// <summary>The screens every page is looked at on: a desk, a phone at night, a wall.</summary>
    internal static IReadOnlyList<Screen> All { get; } = [new("vi", 1280, Dark: false), new("en", 360, Dark: true), new("en", 3840, Dark: false)];

    /// <summary>In CSS pixels.</summary>
    internal int Height => Width switch { < 600 => 780, > 2000 => 2160, _ => 900 };

    /// <summary>A wall, where no more is seen than fits on it, in the colours of the desk.</summary>
    internal bool IsWall => Width > 2000;

    /// <summary>The usual one.</summary>
    internal static Screen Desk { get; } = All[0];
}
