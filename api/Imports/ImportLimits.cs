using CityGrains.Domain.Record;
using CityGrains.Silo.Settings;

namespace CityGrains.Api.Imports;

/// <summary>How large a file may be.</summary>
/// <param name="Rows">Rows after the header.</param>
/// <param name="Bytes">Bytes.</param>
public sealed record ImportLimits(int Rows, long Bytes)
{
    private const long MiB = 1024 * 1024;

    private const int MostMegabytes = 16 * 1024;

    /// <summary>What can be set.</summary>
    public static IReadOnlyList<Setting> Settings => [MaxRows, MaxMegabytes];

    /// <summary>What holds where nothing is set.</summary>
    public static ImportLimits Usual => new(MaxRows.Usual, MaxMegabytes.Usual * MiB);

    /// <summary>Bytes in the unit people read, MB of 1,048,576.</summary>
    public long Megabytes => Bytes / MiB;

    private static Setting<int> MaxRows { get; } = Settable.Number("CityGrains:Imports:MaxRows", 500_000, least: 1, int.MaxValue, new Sentence(
        "Số dòng nhiều nhất của một tệp nhập", "Rows an imported file may have"));

    private static Setting<int> MaxMegabytes { get; } = Settable.Number("CityGrains:Imports:MaxMegabytes", 256, least: 1, MostMegabytes, new Sentence(
        "Số MB nhiều nhất của một tệp nhập", "MB an imported file may have"));

    /// <summary>Reads them.</summary>
    public static ImportLimits From(SettingsReader settings) => new(settings.Of(MaxRows), settings.Of(MaxMegabytes) * MiB);
}
