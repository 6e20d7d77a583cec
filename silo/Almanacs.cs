using CityGrains.Domain.Clocks;

namespace CityGrains.Silo;

/// <summary>The rules of clocks and the working calendar: ours, or those an operator puts into the data folder in their place.</summary>
public static class Almanacs
{
    /// <summary>In the data folder, these files take the place of those we ship.</summary>
    public const string RuleFile = "clock-rules.json", CalendarFile = "working-calendar.json";

    /// <summary>Reads both files.</summary>
    /// <exception cref="FormatException">A file is wrong; the message says where, and how to mend it.</exception>
    public static Almanac Load(string dataDirectory)
    {
        using var rules = Open(dataDirectory, RuleFile);
        using var years = Open(dataDirectory, CalendarFile);
        return Almanac.Parse(rules, years);
    }

    private static FileStream Open(string dataDirectory, string file)
    {
        var own = Path.Combine(dataDirectory, file);
        return File.OpenRead(File.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, "data", file));
    }
}
