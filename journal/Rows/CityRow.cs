using System.Text.Json;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Text;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Rows;

/// <summary>A city as lists show it.</summary>
public sealed record CityRow : IRow
{
    /// <summary>Format of <see cref="Body"/>; raise it when the state's JSON changes.</summary>
    public const int Format = 6;

    /// <summary>The city's id.</summary>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public required long Version { get; init; }

    /// <inheritdoc/>
    public required LastEvent Last { get; init; }

    /// <summary>Its name today.</summary>
    public required string Name { get; init; }

    /// <summary>Its country's key: ISO code, or the name as written.</summary>
    public required string Country { get; init; }

    /// <inheritdoc/>
    public required RowKeys Keys { get; init; }

    /// <inheritdoc/>
    public required byte[] Body { get; init; }

    /// <inheritdoc/>
    public StreamId Stream => new(StreamKind.City, Id);

    /// <summary>The row of a city that ends with the event <paramref name="last"/>.</summary>
    public static CityRow From(City city, LastEvent last) => new()
    {
        Id = city.Id,
        Version = city.Version,
        Last = last,
        Name = city.Name,
        Country = city.Country!.Key,
        Keys = KeysOf(city),
        Body = JsonSerializer.SerializeToUtf8Bytes(city, JournalJson.Default.City),
    };

    /// <summary>What a city is filtered and found by.</summary>
    public static RowKeys KeysOf(City city) => new(
        [
            new Facet(FacetNames.Country, city.Country!.Key),
            .. city.Memberships.Select(membership => new Facet(FacetNames.Network, membership.Network)),
            .. FacetNames.OfClaims(city.ClaimedFacts),
        ],
        SearchText.Fold($"{city.Id} {city.Name} {string.Join(' ', city.FormerNames)}"))
    {
        Periods = PeriodRow.Of(city),
        Clocks = ClockRow.Of(city),
        Requests = RequestRow.Of(city.Requests, city.Name),
    };

    /// <summary>The names that the city of a row bore before, from its body.</summary>
    internal static IReadOnlyList<CityName> FormerNames(string id, string country, ReadOnlySpan<byte> body) =>
        [.. JsonSerializer.Deserialize(body, JournalJson.Default.City)!.FormerNames.Select(name => new CityName(id, name, country, IsFormer: true))];
}
