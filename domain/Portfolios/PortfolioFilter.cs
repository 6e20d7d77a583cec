using System.Collections.Frozen;
using CityGrains.Domain.Agreements;

namespace CityGrains.Domain.Portfolios;

/// <summary>Which agreements are counted: each of these that is not empty must name one of the agreement's own.</summary>
public sealed record PortfolioFilter
{
    /// <summary>All of them.</summary>
    public static PortfolioFilter None { get; } = new();

    /// <summary>Offices, as they are written in agreements.</summary>
    public IReadOnlySet<string> Offices { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Keys of countries.</summary>
    public IReadOnlySet<string> Countries { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Fields of cooperation, as the set compares them.</summary>
    public IReadOnlySet<string> Fields { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Ids of cities.</summary>
    public IReadOnlySet<string> Cities { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Years of signing.</summary>
    public IReadOnlySet<int> Years { get; init; } = FrozenSet<int>.Empty;

    /// <summary>Kinds.</summary>
    public IReadOnlySet<AgreementKind> Kinds { get; init; } = FrozenSet<AgreementKind>.Empty;

    /// <summary>True of a life that is counted.</summary>
    public bool Admits(Life life) => Admits(life.Profile) && (Cities.Count == 0 || life.Cities.Any(Cities.Contains));

    /// <summary>True when a profile is counted whatever it says.</summary>
    internal bool AdmitsEveryProfile => Offices.Count + Kinds.Count + Years.Count + Countries.Count + Fields.Count == 0;

    /// <summary>True of a profile that is counted, whatever its cities.</summary>
    internal bool Admits(Profile profile) =>
        (Offices.Count == 0 || Offices.Contains(profile.Office))
        && (Kinds.Count == 0 || Kinds.Contains(profile.Kind))
        && (Years.Count == 0 || (profile.Year is { } year && Years.Contains(year)))
        && (Countries.Count == 0 || profile.Countries.Any(Countries.Contains))
        && (Fields.Count == 0 || profile.Fields.Any(Fields.Contains));
}
