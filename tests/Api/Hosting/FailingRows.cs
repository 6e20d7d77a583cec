using CityGrains.Domain.Portfolios;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Tests.Hosting;

/// <summary>Rows of a store that fails in a given way.</summary>
internal sealed class FailingRows(Exception reason) : IRows
{
    public Task<IReadOnlyList<ListedRow>> List(StreamKind kind, RowFilter filter, CancellationToken cancel = default) => throw reason;

    public Task<long> Count(StreamKind kind, RowFilter filter, CancellationToken cancel = default) => throw reason;

    public Task<ListedRow?> Find(StreamId stream, CancellationToken cancel = default) => throw reason;

    public Task<PortfolioSummary> Summary(CancellationToken cancel = default) => throw reason;

    public Task<PortfolioSummary> Summary(AsOf when, CancellationToken cancel = default) => throw reason;

    public Task<IReadOnlyList<ListedClock>> Clocks(IReadOnlyList<ClockWalk> walks, int limit, CancellationToken cancel = default) => throw reason;

    public Task<long> CountClocks(IReadOnlyList<ClockWalk> walks, CancellationToken cancel = default) => throw reason;

    public Task<string?> HighestAgreementNumber(int year, CancellationToken cancel = default) => throw reason;

    public Task<IReadOnlyList<OfficeClocks>> ClocksByOffice(IReadOnlyList<ClockRange> ranges, CancellationToken cancel = default) => throw reason;

    public Task<IReadOnlyList<Life>> Lives(string after, int limit, CancellationToken cancel = default) => throw reason;

    public Task<IReadOnlyList<Life>> Lives(IReadOnlyCollection<string> ids, CancellationToken cancel = default) => throw reason;

    public Task<long> CountCities(DateOnly on, CancellationToken cancel = default) => throw reason;

    public IAsyncEnumerable<CityName> CityNames(CancellationToken cancel = default) => throw reason;
}
