using CityGrains.Domain.Geography;

namespace CityGrains.Domain.Tests.Geography;

public sealed class RealCountryNamesTests
{
    [Fact]
    public void Every_country_of_the_real_partnerships_resolves_but_three_that_ISO_does_not_know()
    {
        using var countries = File.OpenText(RepositoryRoot.Path("silo", "data", "countries.csv"));
        using var aliases = File.OpenText(RepositoryRoot.Path("silo", "data", "country-aliases.csv"));
        var directory = CountryDirectory.Parse(countries, aliases);

        var written = File.ReadLines(RepositoryRoot.TwinCities()).Skip(1).Select(Fields).SelectMany(row => new[] { row[1], row[5] })
            .Where(name => name.Length > 0).ToHashSet();

        Assert.True(written.Count > 200);
        Assert.Equal(["Kosovo", "Northern Cyprus", "West Bank"], written.Where(name => directory.Resolve(name).Code is null).Order(StringComparer.Ordinal));
    }

    /// <summary>The fields of a CSV line whose quoted fields hold commas and no line breaks, as this file's do.</summary>
    private static List<string> Fields(string line)
    {
        var fields = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) fields.Add("");
            else fields[^1] += c;
        }

        return fields;
    }
}
