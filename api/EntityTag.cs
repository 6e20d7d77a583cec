using System.Globalization;

namespace CityGrains.Api;

/// <summary>Entity tags: a record's version in quotes (RFC 9110, 8.8.3).</summary>
public static class EntityTag
{
    /// <summary>The tag of a version.</summary>
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
