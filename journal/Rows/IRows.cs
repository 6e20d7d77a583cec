using CityGrains.Domain.Portfolios;
using CityGrains.Domain.Record;

namespace CityGrains.Journal.Rows;

/// <summary>Questions answered from the rows, never through a grain.</summary>
/// <remarks>
/// Bodies are in the format of the program: a store rebuilds rows of another format before it opens, so nothing here is read blindly.
/// Every method throws <see cref="JournalUnavailableException"/> when the store cannot be reached.
/// </remarks>
public interface IRows
{
    /// <summary>
    /// Rows of one kind in the order they were first recorded, after the row <see cref="RowFilter.After"/>, at most <see cref="RowFilter.Limit"/>.
    /// </summary>
    Task<IReadOnlyList<ListedRow>> List(StreamKind kind, RowFilter filter, CancellationToken cancel = default);

    /// <summary>How many rows match, whatever the page; with words no more than one above <see cref="RowFilter.MostCounted"/>.</summary>
    Task<long> Count(StreamKind kind, RowFilter filter, CancellationToken cancel = default);

    /// <summary>The row of a stream; null when nothing is recorded.</summary>
    Task<ListedRow?> Find(StreamId stream, CancellationToken cancel = default);

    /// <summary>How many agreements and cities there are, and agreements by state, kind and country.</summary>
    Task<PortfolioSummary> Summary(CancellationToken cancel = default);

    /// <summary>The same as a look back shows it, counted from the periods of every record; kind and countries are those of now.</summary>
    Task<PortfolioSummary> Summary(AsOf when, CancellationToken cancel = default);

    /// <summary>Clocks of each walk, at most so many of each, all together in no order.</summary>
    Task<IReadOnlyList<ListedClock>> Clocks(IReadOnlyList<ClockWalk> walks, int limit, CancellationToken cancel = default);

    /// <summary>How many clocks there are on all walks; one that lies on several counts on each.</summary>
    Task<long> CountClocks(IReadOnlyList<ClockWalk> walks, CancellationToken cancel = default);

    /// <summary>The highest id of the form <c>agr-YYYY-NNNNNN</c> in that year; null when there is none.</summary>
    Task<string?> HighestAgreementNumber(int year, CancellationToken cancel = default);

    /// <summary>Name, country and id of every city, for matching an import: first the names they bear, then those they bore before.</summary>
    IAsyncEnumerable<CityName> CityNames(CancellationToken cancel = default);

    /// <summary>Running clocks in any of some ranges, counted for each range by office; in no order.</summary>
    Task<IReadOnlyList<OfficeClocks>> ClocksByOffice(IReadOnlyList<ClockRange> ranges, CancellationToken cancel = default);

    /// <summary>What has become of agreements, in the order of ids, after an id, at most so many.</summary>
    Task<IReadOnlyList<Life>> Lives(string after, int limit, CancellationToken cancel = default);

    /// <summary>What has become of these agreements, in no order; those that are not recorded are left out.</summary>
    Task<IReadOnlyList<Life>> Lives(IReadOnlyCollection<string> ids, CancellationToken cancel = default);

    /// <summary>How many of the cities recorded there were on a day.</summary>
    Task<long> CountCities(DateOnly on, CancellationToken cancel = default);
}

/// <summary>Which rows, and which page of them.</summary>
/// <param name="Facets">All must hold; several values of one name mean any of them.</param>
/// <param name="Search">Folded words, each the beginning of a word of the row; null for all.</param>
/// <param name="After">The last id of the page before; null for the first. Nothing follows an id that is not recorded.</param>
/// <param name="Limit">At least 1.</param>
public sealed record RowFilter(IReadOnlyList<Facet> Facets, string? Search, string? After, int Limit)
{
    /// <summary>For each of these lists, the record has a running clock in any of its ranges; an empty list holds of none.</summary>
    public IReadOnlyList<IReadOnlyList<ClockRange>> Clocks { get; init; } = [];

    /// <summary>Where there are words: how far rows are counted; one more says that there are more.</summary>
    public long MostCounted { get; init; } = long.MaxValue;
}

/// <summary>A row as stored.</summary>
/// <param name="Id">The subject's id.</param>
/// <param name="Version">The stream's version.</param>
/// <param name="Body">The state, JSON in UTF-8, in the format of the program.</param>
public sealed record ListedRow(string Id, long Version, byte[] Body);

/// <summary>How many there are of what.</summary>
/// <param name="Agreements">Agreements in all.</param>
/// <param name="Cities">Cities in all.</param>
/// <param name="ByState">Agreements by legal state.</param>
/// <param name="ByKind">Agreements by kind.</param>
/// <param name="ByCountry">Agreements by country key; an agreement counts once for each country among its parties.</param>
public sealed record PortfolioSummary(
    long Agreements, long Cities, IReadOnlyDictionary<string, long> ByState, IReadOnlyDictionary<string, long> ByKind, IReadOnlyDictionary<string, long> ByCountry);

/// <summary>A city by name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, Unicode NFC.</param>
/// <param name="Country">Its country's key.</param>
/// <param name="IsFormer">It bore the name before; now it bears another.</param>
public sealed record CityName(string Id, string Name, string Country, bool IsFormer = false);
