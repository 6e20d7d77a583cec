using CityGrains.Api.Queries.Past;
using CityGrains.Domain.Portfolios;
using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Portfolios;

/// <summary>How many there are of what. As of another day or another knowledge, what agreements are counted under is what it is now.</summary>
/// <param name="Agreements">Agreements in all.</param>
/// <param name="Cities">Cities in all; absent where agreements are filtered.</param>
/// <param name="ByState">Agreements by legal state.</param>
/// <param name="ByKind">Agreements by kind.</param>
/// <param name="ByCountry">Agreements by country key; one counts once for each country among its parties.</param>
public sealed record SummaryView(
    long Agreements, long? Cities, IReadOnlyDictionary<string, long> ByState, IReadOnlyDictionary<string, long> ByKind,
    IReadOnlyDictionary<string, long> ByCountry)
{
    /// <summary>Agreements by office; absent where known is asked for, as are the others below.</summary>
    public IReadOnlyDictionary<string, long>? ByOffice { get; init; }

    /// <summary>Agreements by field of cooperation; one counts once for each.</summary>
    public IReadOnlyDictionary<string, long>? ByField { get; init; }

    /// <summary>Agreements by year of signing.</summary>
    public IReadOnlyDictionary<string, long>? ByYear { get; init; }

    /// <summary>Which look back it shows; absent when it shows what is.</summary>
    public AsOfView? AsOf { get; init; }

    /// <summary>What was known then.</summary>
    internal static SummaryView Of(PortfolioSummary summary, AsOf when) =>
        new(summary.Agreements, summary.Cities, summary.ByState, summary.ByKind, summary.ByCountry) { AsOf = AsOfView.Of(when) };

    /// <summary>What is, or was on a day.</summary>
    internal static SummaryView Of(Breakdown counted, long? cities, AsOf? when) => new(
        counted.Agreements, cities, counted.ByState,
        new SortedDictionary<string, long>(counted.ByKind.ToDictionary(kind => AgreementRow.KindName(kind.Key), kind => kind.Value, StringComparer.Ordinal),
            StringComparer.Ordinal), counted.ByCountry)
    {
        ByOffice = counted.ByOffice,
        ByField = counted.ByField,
        ByYear = counted.ByYear,
        AsOf = when is null ? null : AsOfView.Of(when),
    };
}
