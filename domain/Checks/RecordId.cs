namespace CityGrains.Domain.Checks;

/// <summary>Ids a person can read out: <c>vn-son-la</c>, <c>agr-2024-000123</c>.</summary>
public static class RecordId
{
    /// <summary>Longest id, in characters.</summary>
    public const int Longest = 200;

    /// <summary>Lower-case letters and digits in groups joined by one or two hyphens, at most <see cref="Longest"/> characters.</summary>
    public static bool IsValid(string? id) =>
        id is { Length: > 0 and <= Longest } and not ['-', ..] and not [.., '-']
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-')
        && !id.Contains("---", StringComparison.Ordinal);

    /// <summary>What is shown of an id that need not be valid: its beginning.</summary>
    internal static string Shown(string id) => id.Length <= Longest ? id : $"{id[..Longest]}…";
}
