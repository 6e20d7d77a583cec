using System.Text;
using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Sqlite;

/// <summary>
/// A facet as one token of the index, which folds case and ends tokens at most ASCII signs: <c>=state=^in^effect</c>.
/// Lower-case letters, digits, hyphens and letters beyond ASCII stay; an upper-case letter is marked, a space is <c>+</c>,
/// any other byte is <c>~</c> and two hex digits.
/// No word begins with <c>=</c>, so no word finds a facet.
/// </summary>
internal static class FacetToken
{
    private const string Hex = "0123456789abcdef";

    /// <summary>The tokens of all facets, one space between.</summary>
    public static string Join(IReadOnlyList<Facet> facets)
    {
        var text = new StringBuilder(32 * facets.Count);
        foreach (var facet in facets)
        {
            if (text.Length > 0) text.Append(' ');
            Write(text, facet);
        }

        return text.ToString();
    }

    /// <summary>The token of a facet.</summary>
    public static string Of(Facet facet)
    {
        var text = new StringBuilder(32);
        Write(text, facet);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Facet facet)
    {
        text.Append('=').Append(facet.Name).Append('=');
        foreach (var c in facet.Value)
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' || c > 127) text.Append(c);
            else if (char.IsAsciiLetterUpper(c)) text.Append('^').Append(char.ToLowerInvariant(c));
            else if (c is ' ') text.Append('+');
            else text.Append('~').Append(Hex[c >> 4]).Append(Hex[c & 15]);
        }
    }
}
