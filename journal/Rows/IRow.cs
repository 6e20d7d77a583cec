using CityGrains.Domain.Claims;

namespace CityGrains.Journal.Rows;

/// <summary>What lists and lookups know of a stream: a pure function of its state and its last event, written in the transaction of the events.</summary>
public interface IRow
{
    /// <summary>The stream it tells of.</summary>
    StreamId Stream { get; }

    /// <summary>The stream's version it was made from.</summary>
    long Version { get; }

    /// <summary>The stream's last event.</summary>
    LastEvent Last { get; }

    /// <summary>The state itself, JSON in UTF-8; an activation reads nothing else.</summary>
    byte[] Body { get; }

    /// <summary>What it is filtered, counted and found by.</summary>
    RowKeys Keys { get; }
}

/// <summary>What a stream ends with.</summary>
/// <param name="Hash">The hash of its last event.</param>
/// <param name="RecordedAt">When that was recorded, in <see cref="RecordedEvent.InstantFormat"/>.</param>
public sealed record LastEvent(byte[] Hash, string RecordedAt)
{
    /// <summary>Before the first event.</summary>
    public static LastEvent None { get; } = new(HashChain.Start, "");
}

/// <summary>What a row is filtered, counted and found by.</summary>
/// <param name="Facets">Its properties, each once.</param>
/// <param name="Search">Folded words, one space between.</param>
public sealed record RowKeys(IReadOnlyList<Facet> Facets, string Search)
{
    /// <summary>What has become of an agreement; null of the other kinds. See <see cref="LifeText"/>.</summary>
    public string? Life { get; init; }

    /// <summary>What it counts as, by day and by what is known.</summary>
    public IReadOnlyList<PeriodRow> Periods { get; init; } = [];

    /// <summary>The clocks it started.</summary>
    public IReadOnlyList<ClockRow> Clocks { get; init; } = [];

    /// <summary>What was asked about it.</summary>
    public IReadOnlyList<RequestRow> Requests { get; init; } = [];
}

/// <summary>A property a row is filtered by, as <c>country</c> = <c>VN</c>.</summary>
/// <param name="Name">One of <see cref="FacetNames"/>.</param>
/// <param name="Value">Its value, as it is compared.</param>
public sealed record Facet(string Name, string Value);

/// <summary>The names of facets.</summary>
public static class FacetNames
{
    /// <summary>Legal state, <c>InEffect</c>.</summary>
    public const string State = "state";

    /// <summary>Kind of agreement, <c>sister-city</c>.</summary>
    public const string Kind = "kind";

    /// <summary>Responsible office.</summary>
    public const string Office = "office";

    /// <summary>Id of a city that is a party.</summary>
    public const string City = "city";

    /// <summary>Key of a party's country: ISO code, or the name as written.</summary>
    public const string Country = "country";

    /// <summary>What its claims call for: <see cref="Conflicting"/> or <see cref="RecordDiffers"/>.</summary>
    public const string Claims = "claims";

    /// <summary>Claims of a fact contradict each other, and nobody has decided.</summary>
    public const string Conflicting = "conflicting";

    /// <summary>A claim says otherwise than the record.</summary>
    public const string RecordDiffers = "record-differs";

    /// <summary>The facets of claimed facts.</summary>
    internal static IEnumerable<Facet> OfClaims(IReadOnlyList<ClaimedFact> facts)
    {
        if (facts.Any(fact => fact.Conflicting)) yield return new Facet(Claims, Conflicting);
        if (facts.Any(fact => fact.RecordDiffers)) yield return new Facet(Claims, RecordDiffers);
    }

    /// <summary>Level of an office, <c>province</c>.</summary>
    public const string Level = "level";

    /// <summary>Id of the office above.</summary>
    public const string Parent = "parent";

    /// <summary>Id of a network the city has, or had, to do with.</summary>
    public const string Network = "network";

    /// <summary>Id of an agreement an activity belongs to.</summary>
    public const string Agreement = "agreement";

    /// <summary>A year an activity may touch.</summary>
    public const string Year = "year";
}
