using System.Text.Json;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Text;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Rows;

/// <summary>An office as lists show it.</summary>
public sealed record OfficeRow : IRow
{
    /// <summary>Format of <see cref="Body"/>; raise it when the state's JSON changes.</summary>
    public const int Format = 4;

    /// <summary>The office's id.</summary>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public required long Version { get; init; }

    /// <inheritdoc/>
    public required LastEvent Last { get; init; }

    /// <summary>Its Vietnamese name today.</summary>
    public required string Name { get; init; }

    /// <inheritdoc/>
    public required RowKeys Keys { get; init; }

    /// <inheritdoc/>
    public required byte[] Body { get; init; }

    /// <inheritdoc/>
    public StreamId Stream => new(StreamKind.Office, Id);

    /// <summary>The row of an office that ends with the event <paramref name="last"/>.</summary>
    public static OfficeRow From(Office office, LastEvent last) => new()
    {
        Id = office.Id,
        Version = office.Version,
        Last = last,
        Name = office.Name.Vi,
        Keys = KeysOf(office),
        Body = JsonSerializer.SerializeToUtf8Bytes(office, JournalJson.Default.Office),
    };

    /// <summary>What an office is filtered and found by.</summary>
    public static RowKeys KeysOf(Office office) => new(
        [
            new Facet(FacetNames.State, office.Standing.ToString()),
            new Facet(FacetNames.Level, LevelName(office.Level)),
            .. office.Parent is { } parent ? [new Facet(FacetNames.Parent, parent)] : Array.Empty<Facet>(),
        ],
        SearchText.Fold($"{office.Id} {string.Join(' ', office.Names)}"))
    {
        Periods = PeriodRow.Of(office),
    };

    /// <summary>The written form of a level, <c>mission-abroad</c>.</summary>
    public static string LevelName(OfficeLevel level) => JsonNamingPolicy.KebabCaseLower.ConvertName(level.ToString());
}
