using System.Globalization;
using System.Runtime.CompilerServices;
using CityGrains.Domain.Portfolios;
using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;
using CityGrains.Journal.Sqlite.Writing;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite;

/// <summary>The rows in SQLite.</summary>
internal sealed class SqliteRows(Readers readers) : IRows
{
    private const int Page = 1000;

    /// <inheritdoc/>
    public Task<IReadOnlyList<ListedRow>> List(StreamKind kind, RowFilter filter, CancellationToken cancel = default) =>
        Task.FromResult(readers.Read(reader => new RowQuestion(reader, kind, filter).Page(), cancel));

    /// <inheritdoc/>
    public Task<long> Count(StreamKind kind, RowFilter filter, CancellationToken cancel = default) =>
        Task.FromResult(readers.Read(reader => new RowQuestion(reader, kind, filter).Count(), cancel));

    /// <inheritdoc/>
    public Task<ListedRow?> Find(StreamId stream, CancellationToken cancel = default) => Task.FromResult(readers.Read(
        reader => reader.For($"SELECT version, body FROM {RowTable.Of(stream.Kind).Rows} WHERE id = ?").Bind(1, stream.Id)
            .One<ListedRow?>(row => new ListedRow(stream.Id, row.Int64(0), row.Bytes(1).ToArray()), none: null),
        cancel));

    /// <inheritdoc/>
    public Task<PortfolioSummary> Summary(CancellationToken cancel = default) => Task.FromResult(Counted.Summary(readers.Read(
        reader => reader.For("SELECT kind, name, value, n FROM counters").All(row => new Counted(row.Text(0), row.Text(1), row.Text(2), row.Int64(3))), cancel)));

    /// <inheritdoc/>
    public Task<PortfolioSummary> Summary(AsOf when, CancellationToken cancel = default) => Task.FromResult(readers.Read(
        reader => CountedPeriods.Summary(Count(reader, RowTable.Agreements, when), Count(reader, RowTable.Cities, when)), cancel));

    /// <inheritdoc/>
    public Task<IReadOnlyList<ListedClock>> Clocks(IReadOnlyList<ClockWalk> walks, int limit, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<ListedClock>>(readers.Read(reader => walks.SelectMany(walk => ClockReading.Walk(reader, walk, limit)).ToList(), cancel));

    /// <inheritdoc/>
    public Task<long> CountClocks(IReadOnlyList<ClockWalk> walks, CancellationToken cancel = default) =>
        Task.FromResult(readers.Read(reader => walks.Sum(walk => ClockReading.Count(reader, walk)), cancel));

    /// <inheritdoc/>
    public Task<string?> HighestAgreementNumber(int year, CancellationToken cancel = default)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"agr-{year:D4}-");
        return Task.FromResult(readers.Read(
            reader => reader.For("""
                SELECT id FROM agreements WHERE id >= ?1 AND id < ?1 || ':' AND id GLOB ?1 || '[0-9][0-9][0-9][0-9][0-9][0-9]' ORDER BY id DESC LIMIT 1
                """)
                .Bind(1, prefix).One<string?>(row => row.Text(0), none: null),
            cancel));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<CityName> CityNames([EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var city in Pages(
            "SELECT id, name, country FROM cities WHERE id > ? ORDER BY id LIMIT ?",
            row => [new CityName(row.Text(0), row.Text(1), row.Text(2))], cancel)) yield return city;
        foreach (var city in Pages(
            "SELECT id, country, body FROM cities WHERE id > ? AND json_array_length(body, '$.formerNames') > 0 ORDER BY id LIMIT ?",
            row => CityRow.FormerNames(row.Text(0), row.Text(1), row.Bytes(2)), cancel)) yield return city;
        await Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OfficeClocks>> ClocksByOffice(IReadOnlyList<ClockRange> ranges, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<OfficeClocks>>(readers.Read(reader => ranges.SelectMany(range => ClockReading.ByOffice(reader, range)).ToList(), cancel));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Life>> Lives(string after, int limit, CancellationToken cancel = default) =>
        Task.FromResult(readers.Read(reader => LifeReading.Page(reader, after, limit), cancel));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Life>> Lives(IReadOnlyCollection<string> ids, CancellationToken cancel = default) =>
        Task.FromResult(readers.Read(reader => LifeReading.Of(reader, ids), cancel));

    /// <inheritdoc/>
    public Task<long> CountCities(DateOnly on, CancellationToken cancel = default) =>
        Task.FromResult(readers.Read(reader => LifeReading.Cities(reader, on), cancel));

    /// <summary>Names page by page; each row has at least one.</summary>
    private IEnumerable<CityName> Pages(string sql, Func<Statement, IReadOnlyList<CityName>> names, CancellationToken cancel)
    {
        List<IReadOnlyList<CityName>> page;
        var after = "";
        do
        {
            var from = after;
            page = readers.Read(reader => reader.For(sql).Bind(1, from).Bind(2, Page).All(names), cancel);
            foreach (var city in page.SelectMany(row => row)) yield return city;
            if (page.Count > 0) after = page[^1][0].Id;
        }
        while (page.Count == Page);
    }

    /// <summary>Beside max() SQLite answers the columns of the row that has it.</summary>
    private static List<CountedPeriods> Count(Reader reader, RowTable table, AsOf when) => reader.For($"""
        SELECT state, facets, count(*) FROM (
            SELECT state, facets, max(ordinal) FROM {table.Periods} WHERE since <= ?1 AND recorded_at <= ?2 AND replaced_at > ?2 GROUP BY number)
        GROUP BY state, facets
        """).Bind(1, CountedPeriods.Begun(when)).Bind(2, CountedPeriods.Known(when)).All(row => new CountedPeriods(row.Text(0), row.Text(1), row.Int64(2)));
}
