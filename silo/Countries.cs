using CityGrains.Domain.Geography;

namespace CityGrains.Silo;

/// <summary>The directory of countries: ours, with the aliases an office may edit.</summary>
public static class Countries
{
    /// <summary>In the data folder, this file takes the place of the aliases we ship.</summary>
    public const string AliasFile = "country-aliases.csv";

    /// <summary>Reads both files.</summary>
    /// <exception cref="FormatException">A line is wrong; the message names it and says how to mend it.</exception>
    public static CountryDirectory Load(string dataDirectory)
    {
        var own = Path.Combine(dataDirectory, AliasFile);
        using var countries = new StreamReader(Shipped("countries.csv"));
        using var aliases = new StreamReader(File.Exists(own) ? own : Shipped(AliasFile));
        return CountryDirectory.Parse(countries, aliases);
    }

    private static string Shipped(string file) => Path.Combine(AppContext.BaseDirectory, "data", file);
}
