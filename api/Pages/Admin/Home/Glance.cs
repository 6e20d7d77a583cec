using CityGrains.Api.Operating;

namespace CityGrains.Api.Pages.Admin.Home;

/// <summary>An installation at a glance.</summary>
/// <param name="Version">Of the program.</param>
/// <param name="Runtime">What hosts the grains.</param>
/// <param name="Store">What kind of store it is.</param>
/// <param name="Telemetry">What this node did of late.</param>
public sealed record Glance(string Version, string Runtime, string Store, TelemetryView Telemetry)
{
    /// <summary>Keys that open something.</summary>
    public required int Keys { get; init; }

    /// <summary>Those of them that end within a month.</summary>
    public required IReadOnlyList<string> Ending { get; init; }

    /// <summary>Offices that work.</summary>
    public required int Offices { get; init; }

    /// <summary>Webhooks.</summary>
    public required int Webhooks { get; init; }

    /// <summary>Those to which something could not be delivered.</summary>
    public required IReadOnlyList<string> Undelivered { get; init; }
}
