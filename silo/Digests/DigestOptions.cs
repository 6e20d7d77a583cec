using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CityGrains.Silo.Digests;

/// <summary>When offices are reminded.</summary>
public sealed record DigestOptions
{
    /// <summary>From this time of the day on, in Viet Nam; <c>CityGrains__Digest__At</c>.</summary>
    public TimeOnly At { get; init; } = new(7, 0);

    /// <summary>How often it is looked whether somebody is to be reminded.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Reads them from configuration.</summary>
    /// <exception cref="FormatException">The time is none.</exception>
    public static DigestOptions From(IConfiguration configuration)
    {
        if (configuration["CityGrains:Digest:At"] is not { Length: > 0 } text) return new DigestOptions();
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? new DigestOptions { At = at } : throw new FormatException(
            $"CityGrains__Digest__At nhận giờ như 07:00, không phải '{text}'. / CityGrains__Digest__At takes a time as 07:00, not '{text}'.");
    }
}
