using System.Globalization;

namespace CityGrains.Api;

/// <summary>Entity tags: a record's version in quotes (RFC 9110, 8.8.3), and after a dot what else the answer depends on, where it does.</summary>
public static class EntityTag
{
    /// <summary>The tag of a version.</summary>
    public static string Of(long version, string? stamp = null) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{version}{(stamp is null ? "" : ".")}{stamp}\"");

    /// <summary>The version a tag names; null when it names none.</summary>
    public static long? VersionOf(ReadOnlySpan<char> tag)
    {
        var inside = tag[1..^1];
        var dot = inside.IndexOf('.');
        return long.TryParse(dot < 0 ? inside : inside[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }
}
