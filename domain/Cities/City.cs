using System.Collections.Immutable;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Cities;

/// <summary>A city as its events tell it.</summary>
public sealed partial record City
{
    /// <summary>The city nothing is recorded of yet.</summary>
    public static City Unrecorded(string id) => new() { Id = id };

    /// <summary>Its id, <c>vn-son-la</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How many events it consists of.</summary>
    public long Version { get; init; }

    /// <summary>Its name today, Unicode NFC.</summary>
    public string Name { get; init; } = "";

    /// <summary>Names it bore before, oldest first.</summary>
    public ImmutableArray<string> FormerNames { get; init; } = [];

    /// <summary>Its country; null until registered.</summary>
    public Country? Country { get; init; }

    /// <summary>Where it lies; null when nobody recorded it.</summary>
    public Coordinates? Location { get; init; }

    /// <summary>The latest value of each indicator, by name.</summary>
    public ImmutableArray<Indicator> Indicators { get; init; } = [];

    /// <summary>True once anything is recorded.</summary>
    public bool Exists => Version > 0;

    /// <summary>The city after one more event.</summary>
    /// <param name="city">The city before.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="on">When it happened, from the event's envelope.</param>
    public static City Evolve(City city, CityEvent happened, DateOfRecord on)
    {
        var after = happened switch
        {
            CityRegistered e => city.Apply(e),
            CityRenamed e => city.Apply(e),
            IndicatorRecorded e => city.Apply(e),
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "A city has no such event."),
        };
        return after with { Version = city.Version + 1 };
    }
}
