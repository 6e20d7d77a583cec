using CityGrains.Api.Imports.Maps;

namespace CityGrains.Api.Imports.Rows;

/// <summary>The fields of one party.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Country">Its country.</param>
/// <param name="Type">What sort of body it is.</param>
/// <param name="Latitude">Latitude of the city it is.</param>
/// <param name="Longitude">Longitude of the city it is.</param>
internal sealed record PartyColumns(string Name, string Country, string Type, string Latitude, string Longitude)
{
    /// <summary>Those of every party, in order.</summary>
    public static IReadOnlyList<PartyColumns> All { get; } =
    [
        .. Enumerable.Range(1, ImportField.Parties).Select(n => new PartyColumns(
            ImportField.PartyName(n), ImportField.PartyCountry(n), ImportField.PartyType(n), ImportField.Latitude(n), ImportField.Longitude(n))),
    ];
}
