using System.Globalization;
using System.Text.Json;

namespace CityGrains.Cli;

/// <summary>How far long work has come: one line that moves on a terminal, a line per step of ten percent elsewhere. Written to standard error.</summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly Lock _turn = new();
    private string _last = "";
    private bool _drawn;

    /// <summary>Shows what the work reports: its part, how much is done, how much there is.</summary>
    public IProgress<T> Of<T>(Func<T, (string Part, long Done, long Total)> show) => new Shown<T>(report =>
    {
        var (part, done, total) = show(report);
        Show(part, done, total);
    });

    /// <summary>Shows what a server reports: <c>done</c> and <c>total</c>, once it knows them.</summary>
    public void Show(string part, JsonElement now)
    {
        if (now.TryGetProperty("done", out var done) && now.TryGetProperty("total", out var total)) Show(part, done.GetInt64(), total.GetInt64());
    }

    /// <summary>Leaves the line.</summary>
    public void End()
    {
        if (_drawn) Console.Error.WriteLine();
        _drawn = false;
    }

    public void Dispose() => End();

    private void Show(string part, long done, long total)
    {
        var percent = total <= 0 ? 100 : Math.Min(100, 100 * done / total);
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{part.ToLowerInvariant()} {(Console.IsErrorRedirected ? percent / 10 * 10 : percent),3}% of {total:N0}");
        lock (_turn)
        {
            if (text == _last) return;
            _last = text;
            if (Console.IsErrorRedirected) Console.Error.WriteLine(text);
            else Console.Error.Write($"\r{text}    ");
            _drawn = !Console.IsErrorRedirected;
        }
    }

    /// <summary>Unlike <see cref="Progress{T}"/>, in order and at once.</summary>
    private sealed class Shown<T>(Action<T> show) : IProgress<T>
    {
        public void Report(T value) => show(value);
    }
}
