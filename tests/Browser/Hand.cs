using Microsoft.Playwright;

namespace CityGrains.Browser.Tests;

/// <summary>A hand on the keyboard, and nowhere else: each key is counted, and wherever it goes the focus can be seen.</summary>
internal sealed class Hand(Window window)
{
    /// <summary>Where the focus is, for a message.</summary>
    private const string Place = "(one => `${one.nodeName} ${one.id} ${one.getAttribute('href') ?? one.name ?? ''} ${one.textContent.trim().slice(0, 40)}`)(document.activeElement)";

    /// <summary>It has an outline, lies on the screen, and nothing lies over it.</summary>
    private const string IsSeen = """
        () => {
          const one = document.activeElement, box = one.getClientRects()[0], style = getComputedStyle(one);
          if (one === document.body || one.id === 'main') return one.id === 'main';
          if (!box) return false;
          const [x, y] = [Math.min(innerWidth - 1, box.left + Math.min(box.width, 30) / 2), Math.max(0, box.top) + (Math.min(innerHeight, box.bottom) - Math.max(0, box.top)) / 2];
          const hit = document.elementFromPoint(x, y);
          return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && hit !== null && (one.contains(hit) || hit.contains(one));
        }
        """;

    /// <summary>How often a key went down.</summary>
    public int Keys { get; private set; }

    private IPage Page => window.Page;

    public async Task Press(params string[] keys)
    {
        foreach (var key in keys)
        {
            await Page.Keyboard.PressAsync(key);
            Keys++;
        }
    }

    public async Task Type(string text)
    {
        await Page.Keyboard.TypeAsync(text);
        Keys += text.Length;
    }

    /// <summary>Presses keys, Enter unless told, and waits for the page they lead to.</summary>
    public async Task Follow(params string[] keys)
    {
        await Page.EvaluateAsync("() => { window.left = false; }");
        await Press(keys.Length > 0 ? keys : ["Enter"]);
        await Page.WaitForFunctionAsync("() => window.left === undefined && document.readyState === 'complete'");
    }

    /// <summary>The focus is there, and is seen.</summary>
    public async Task IsAt(string selector)
    {
        await Assertions.Expect(Page.Locator(selector).And(Page.Locator(":focus"))).ToHaveCountAsync(1, new() { Timeout = 10_000 });
        await Seen();
    }

    /// <summary>Goes there by the same key again and again, seeing the focus at each stop.</summary>
    public async Task GoTo(string selector, string key = "Tab", int atMost = 40)
    {
        for (var n = 0; n < atMost; n++)
        {
            await Press(key);
            await Seen();
            if (await Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
        }

        Assert.Fail($"{atMost} × {key} did not lead to {selector}; the focus is at {await Page.EvaluateAsync<string>(Place)}");
    }

    /// <summary>Goes through the whole page by Tab until it leaves the last; each stop is another and is seen.</summary>
    /// <returns>How many stops there were.</returns>
    public async Task<int> GoThrough(int atMost)
    {
        await Page.EvaluateAsync("() => { document.activeElement.blur(); window.stops = new Set(); }");
        for (var n = 0; n < atMost; n++)
        {
            await Press("Tab");
            var isNew = await Page.EvaluateAsync<bool?>(
                "() => document.activeElement === document.body ? null : stops.size < stops.add(document.activeElement).size");
            if (isNew is not true) return n;
            await Seen();
        }

        throw new InvalidOperationException($"{atMost} × Tab did not lead out of the page; the focus is at {await Page.EvaluateAsync<string>(Place)}");
    }

    private async Task Seen()
    {
        try
        {
            await Page.WaitForFunctionAsync(IsSeen, null, new() { Timeout = 5_000 });
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The focus cannot be seen: {await Page.EvaluateAsync<string>(Place)}");
        }
    }
}
