using CityGrains.Domain.Geography;

namespace CityGrains.Api.Imports.Rows;

/// <summary>The countries a file names, each resolved once.</summary>
internal sealed class Countries(CountryDirectory directory)
{
    private readonly Dictionary<string, Country> _resolved = new(StringComparer.Ordinal);

    /// <summary>The country a name stands for.</summary>
    /// <param name="written">The name as written, NFC.</param>
    /// <param name="isNews">True when it stands for no ISO 3166 country and is named for the first time.</param>
    public Country Resolve(string written, out bool isNews)
    {
        isNews = false;
        if (_resolved.TryGetValue(written, out var country)) return country;
        country = directory.Resolve(written);
        _resolved.Add(written, country);
        isNews = country.Code is null;
        return country;
    }
}
