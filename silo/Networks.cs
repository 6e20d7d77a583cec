using CityGrains.Domain.Networks;

namespace CityGrains.Silo;

/// <summary>The networks cities join: ours, or those of an office.</summary>
public static class Networks
{
    /// <summary>In the data folder, this file takes the place of the one we ship.</summary>
    public const string File = "networks.csv";

    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">A line is wrong; the message names it and says how to mend it.</exception>
    public static NetworkDirectory Load(string dataDirectory)
    {
        var own = Path.Combine(dataDirectory, File);
        using var networks = new StreamReader(System.IO.File.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, "data", File));
        return NetworkDirectory.Parse(networks);
    }
}
