using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Text;

namespace CityGrains.Api.Imports.Cities;

/// <summary>Ids that an import gives: the same record gets the same id, whenever it is imported.</summary>
internal static class CityId
{
    /// <summary>Two of these, and the words around them, make an id that is not cut.</summary>
    private const int Longest = 90;

    /// <summary>The id of a city while no other has it, <c>vn-son-la</c>; a name without any Latin letter leaves <c>jp-city</c>.</summary>
    public static string Stem(string name, Country country)
    {
        var place = country.Code?.ToLowerInvariant() ?? SearchText.Slug(country.Written);
        var slug = SearchText.Slug(name);
        return Fit($"{(place.Length == 0 ? "xx" : place)}-{(slug.Length == 0 ? "city" : slug)}", Longest);
    }

    /// <summary>The id of the next city that would bear the same, from 2.</summary>
    public static string Numbered(string stem, int n) => string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}");

    /// <summary>The id of the partnership of two cities, whichever comes first.</summary>
    public static string OfPair(string one, string other) =>
        Fit(string.CompareOrdinal(one, other) < 0 ? $"sister-{one}--{other}" : $"sister-{other}--{one}", RecordId.Longest);

    /// <summary>An id cut to a length; a part of its hash keeps it apart from others that begin alike.</summary>
    public static string Fit(string id, int longest) => id.Length <= longest ? id : $"{id[..(longest - 9)].TrimEnd('-')}-{Mark(id)}";

    /// <summary>Eight hexadecimal digits that stand for a text.</summary>
    public static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
}
