namespace CityGrains.Domain.Geography;

/// <summary>A point on the earth, WGS 84, in decimal degrees.</summary>
/// <param name="Latitude">-90 to 90, north positive.</param>
/// <param name="Longitude">-180 to 180, east positive.</param>
public sealed record Coordinates(double Latitude, double Longitude)
{
    /// <summary>True when both lie on the earth.</summary>
    public bool AreOnEarth => Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180;
}
