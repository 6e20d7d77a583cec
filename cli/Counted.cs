using System.Globalization;

namespace CityGrains.Cli;

/// <summary>A number and what it counts, as English says it.</summary>
internal static class Counted
{
    /// <summary><c>1 event</c>, <c>2 events</c>.</summary>
    public static string Of(long number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many ?? one + "s")}");
}
