using System.Globalization;
using System.Text;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>
/// Bytes as text that can be printed, kept in a file and sent again: <c>⟦1000*a⟧</c> stands for a thousand a, <c>⟦=FF00⟧</c> for these two bytes, all else for
/// its UTF-8.
/// </summary>
internal static class Spelling
{
    private const char Open = '⟦', Close = '⟧';

    /// <summary>So many times this text.</summary>
    public static string Many(int times, string text) => string.Create(CultureInfo.InvariantCulture, $"{Open}{times}*{text}{Close}");

    /// <summary>These bytes as they are.</summary>
    public static string Raw(params ReadOnlySpan<byte> bytes) => $"{Open}={Convert.ToHexString(bytes)}{Close}";

    /// <summary>What a text stands for; brackets that spell nothing stand for themselves.</summary>
    public static byte[] Bytes(string text)
    {
        using var bytes = new MemoryStream(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf(Open, at);
            if (open < 0) open = text.Length;
            bytes.Write(Encoding.UTF8.GetBytes(text[at..open]));
            var close = open == text.Length ? -1 : text.IndexOf(Close, open);
            if (close > 0 && Said(text[(open + 1)..close]) is { } said) bytes.Write(said);
            else bytes.Write(Encoding.UTF8.GetBytes(text[open..(close + 1 > open ? close + 1 : text.Length)]));
            at = close > 0 ? close + 1 : text.Length;
        }

        return bytes.ToArray();
    }

    private static byte[]? Said(string between)
    {
        if (between is ['=', ..]) return Convert.FromHexString(between.AsSpan(1));
        var star = between.IndexOf('*', StringComparison.Ordinal);
        if (star < 0 || !int.TryParse(between.AsSpan(0, star), CultureInfo.InvariantCulture, out var times)) return null;
        var part = Encoding.UTF8.GetBytes(between[(star + 1)..]);
        var all = new byte[part.Length * times];
        for (var i = 0; i < times; i++) part.CopyTo(all, i * part.Length);
        return all;
    }
}
