using Microsoft.Extensions.Configuration;

namespace CityGrains.Silo;

/// <summary>What the CloudEvents of this record say they come from.</summary>
public static class EventSource
{
    /// <summary>Where nothing else is configured.</summary>
    public const string Usual = "urn:citygrains";

    /// <summary>Reads <c>CityGrains__Source</c>.</summary>
    /// <exception cref="FormatException">It is no URI-reference.</exception>
    public static string From(IConfiguration configuration)
    {
        if (configuration["CityGrains:Source"] is not { Length: > 0 } source) return Usual;
        return Uri.IsWellFormedUriString(source, UriKind.RelativeOrAbsolute) ? source : throw new FormatException(
            $"CityGrains__Source phải là một URI, không phải '{source}'. / CityGrains__Source must be a URI-reference, not '{source}'.");
    }
}
