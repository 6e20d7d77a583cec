using CityGrains.Domain.Record;

namespace CityGrains.Cli;

/// <summary>The language of the person at the terminal: Vietnamese where the locale says so, else English.</summary>
internal static class Language
{
    private static readonly string[] Variables = ["CITYGRAINS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>True when the first of CITYGRAINS_LANG, LC_ALL, LC_MESSAGES and LANG that is set begins with <c>vi</c>.</summary>
    public static bool IsVietnamese(Func<string, string?> environment) =>
        Variables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value))?.StartsWith("vi", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>The sentence in one of its languages.</summary>
    public static string In(this Sentence sentence, bool vietnamese) => vietnamese ? sentence.Vi : sentence.En;
}
