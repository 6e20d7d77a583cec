using System.Buffers;

namespace CityGrains.Domain.Checks;

/// <summary>Ids a person can read out: <c>vn-son-la</c>, <c>agr-2024-000123</c>.</summary>
public static class RecordId
{
    /// <summary>Longest id, in characters.</summary>
    public const int Longest = 200;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Lower-case letters and digits in groups joined by one or two hyphens, at most <see cref="Longest"/> characters.</summary>
    public static bool IsValid(string? id) =>
        id is { Length: > 0 and <= Longest } and not ['-', ..] and not [.., '-']
        && !id.AsSpan().ContainsAnyExcept(Allowed)
        && !id.Contains("---", StringComparison.Ordinal);

    /// <summary>What is shown of an id that need not be valid: its beginning.</summary>
    internal static string Shown(string id) => id.Length <= Longest ? id : $"{id[..Longest]}…";
}
