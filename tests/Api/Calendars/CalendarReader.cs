using System.Text;

namespace CityGrains.Api.Tests.Calendars;

/// <summary>Reads iCalendar text as RFC 5545 says, strictly.</summary>
internal static class CalendarReader
{
    /// <summary>The lines, unfolded; the test fails where one is too long, cuts a character, or does not end in CRLF.</summary>
    public static IReadOnlyList<string> Unfolded(ReadOnlySpan<byte> bytes)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var text = strict.GetString(bytes);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var physical = text[..^2].Split("\r\n");
        Assert.All(physical, line =>
        {
            Assert.DoesNotContain('\n', line);
            Assert.DoesNotContain('\r', line);
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75);
        });
        return text[..^2].Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
    }

    /// <summary>A TEXT value as it was meant (3.3.11).</summary>
    public static string Unescaped(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            Assert.False(value[i] is ';' or ',' || char.IsControl(value[i]), $"not escaped: {value[i]} in {value}");
            if (value[i] is not '\\') text.Append(value[i]);
            else text.Append(value[++i] is 'n' or 'N' ? '\n' : value[i] is '\\' or ';' or ',' ? value[i] : throw new FormatException($"\\{value[i]}"));
        }

        return text.ToString();
    }

    /// <summary>The components of a kind, each as its own properties by name without parameters.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Components(IReadOnlyList<string> lines, string kind)
    {
        var (found, open) = (new List<Dictionary<string, string>>(), new Stack<(string Kind, Dictionary<string, string> Properties)>());
        foreach (var line in lines)
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            if (name == "BEGIN") open.Push((value, new Dictionary<string, string>(StringComparer.Ordinal)));
            else if (name != "END") open.Peek().Properties[name.Split(';')[0]] = value;
            else
            {
                var ended = open.Pop();
                Assert.Equal(ended.Kind, value);
                if (value == kind) found.Add(ended.Properties);
            }
        }

        Assert.Empty(open);
        return found;
    }
}
