using System.Buffers;
using System.Text;

namespace CityGrains.Api.Calendars;

/// <summary>
/// The lines of an iCalendar object (RFC 5545): UTF-8, ended by CRLF, folded so that none is longer than 75 octets (3.1); no character is cut in two.
/// </summary>
internal sealed class ContentLines
{
    private const int Longest = 75;

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private int _length;

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    /// <summary>A line whose value is of any type but TEXT, as its type writes it.</summary>
    /// <param name="name">The property, with its parameters: <c>DTSTART;VALUE=DATE</c>.</param>
    /// <param name="value">The value; no line break.</param>
    public ContentLines Line(string name, string value)
    {
        foreach (var rune in $"{name}:{value}".EnumerateRunes()) Write(rune);
        _bytes.Write("\r\n"u8);
        _length = 0;
        return this;
    }

    /// <summary>A line whose value is of type TEXT.</summary>
    public ContentLines Text(string name, string value) => Line(name, Escaped(value));

    /// <summary>
    /// TEXT as it is written (3.3.11): backslash, semicolon, comma and line breaks escaped; other control characters have no form and are left out.
    /// </summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is '\n') escaped.Append("\\n");
            else if (c is '\\' or ';' or ',') escaped.Append('\\').Append(c);
            else if (!char.IsControl(c) || c is '\t') escaped.Append(c);
        }

        return escaped.ToString();
    }

    private void Write(Rune rune)
    {
        if (_length + rune.Utf8SequenceLength > Longest)
        {
            _bytes.Write("\r\n "u8);
            _length = 1;
        }

        _length += rune.EncodeToUtf8(_bytes.GetSpan(4));
        _bytes.Advance(rune.Utf8SequenceLength);
    }
}
