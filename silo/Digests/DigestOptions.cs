using System.Globalization;
using CityGrains.Domain.Record;
using CityGrains.Silo.Settings;

namespace CityGrains.Silo.Digests;

/// <summary>When offices are reminded.</summary>
public sealed record DigestOptions
{
    /// <summary>From this time of the day on, in Viet Nam; <c>CityGrains__Digest__At</c>.</summary>
    public TimeOnly At { get; init; } = new(7, 0);

    /// <summary>How often it is looked whether somebody is to be reminded.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What can be set.</summary>
    public static IReadOnlyList<Setting> Settings => [AtSetting];

    private static Setting<TimeOnly> AtSetting { get; } =
        new("CityGrains:Digest:At", new DigestOptions().At, "07:00", Read, new Sentence("giờ như 07:00", "a time as 07:00"),
        new Sentence("Từ giờ này (giờ Việt Nam) thì nhắc các cơ quan", "From this time of the day on, in Viet Nam, offices are reminded"));

    /// <summary>Reads them.</summary>
    public static DigestOptions From(SettingsReader settings) => new() { At = settings.Of(AtSetting) };

    private static bool Read(string text, out TimeOnly at) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out at);
}
