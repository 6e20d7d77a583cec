using System.Collections.Frozen;
using System.Text.Json;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Text;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Rows;

/// <summary>An agreement as lists show it.</summary>
public sealed record AgreementRow : IRow
{
    /// <summary>Format of <see cref="Body"/>; raise it when the state's JSON changes.</summary>
    public const int Format = 5;

    private static readonly FrozenDictionary<AgreementKind, string> KindNames = Enum.GetValues<AgreementKind>()
        .ToFrozenDictionary(kind => kind, kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    /// <summary>The agreement's id.</summary>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public required long Version { get; init; }

    /// <inheritdoc/>
    public required LastEvent Last { get; init; }

    /// <summary>Legal state, by its English name.</summary>
    public required string State { get; init; }

    /// <summary>Kind, in kebab-case.</summary>
    public required string Kind { get; init; }

    /// <summary>Responsible office.</summary>
    public required string Office { get; init; }

    /// <summary>The Vietnamese title.</summary>
    public required string Title { get; init; }

    /// <summary>Signing date as it is written; null when it was not signed.</summary>
    public required string? SignedOn { get; init; }

    /// <inheritdoc/>
    public required RowKeys Keys { get; init; }

    /// <inheritdoc/>
    public required byte[] Body { get; init; }

    /// <inheritdoc/>
    public StreamId Stream => new(StreamKind.Agreement, Id);

    /// <summary>The row of an agreement that ends with the event <paramref name="last"/>.</summary>
    public static AgreementRow From(Agreement agreement, LastEvent last) => new()
    {
        Id = agreement.Id,
        Version = agreement.Version,
        Last = last,
        State = agreement.State.ToString(),
        Kind = KindName(agreement.Kind),
        Office = agreement.Office,
        Title = agreement.Title.Vi,
        SignedOn = agreement.Signing?.SignedOn.ToString(),
        Keys = KeysOf(agreement),
        Body = JsonSerializer.SerializeToUtf8Bytes(agreement, JournalJson.Default.Agreement),
    };

    /// <summary>What an agreement is filtered, counted and found by.</summary>
    public static RowKeys KeysOf(Agreement agreement) => new(
        [
            new Facet(FacetNames.State, agreement.State.ToString()),
            new Facet(FacetNames.Kind, KindName(agreement.Kind)),
            new Facet(FacetNames.Office, agreement.Office),
            .. agreement.Parties.Select(party => party.City).OfType<string>().Distinct(StringComparer.Ordinal).Select(city => new Facet(FacetNames.City, city)),
            .. Countries(agreement).Select(country => new Facet(FacetNames.Country, country)),
            .. FacetNames.OfClaims(agreement.ClaimedFacts),
        ],
        SearchText.Fold($"{agreement.Id} {agreement.Title.Vi} {agreement.Title.Foreign} {string.Join(' ', agreement.Parties.Select(party => party.Name))}"))
    {
        Life = LifeText.Of(agreement),
        Periods = PeriodRow.Of(agreement),
        Clocks = ClockRow.Of(agreement),
        Requests = RequestRow.Of(agreement.Requests, agreement.Title.Vi),
    };

    /// <summary>The keys of its parties' countries, each once.</summary>
    public static IEnumerable<string> Countries(Agreement agreement) => agreement.Parties.Select(party => party.Country.Key).Distinct(StringComparer.Ordinal);

    /// <summary>The written form of a kind, <c>sister-city</c>.</summary>
    public static string KindName(AgreementKind kind) => KindNames[kind];
}
