using System.Globalization;
using System.Runtime.CompilerServices;
using CityGrains.Domain.Portfolios;
using CityGrains.Domain.Record;
using CityGrains.Journal.Postgres.Reading;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Writing;
using Npgsql;

namespace CityGrains.Journal.Postgres;

/// <summary>The rows in PostgreSQL.</summary>
internal sealed class PostgresRows(Readers readers) : IRows
{
    private const int PageOfNames = 1000;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ListedRow>> List(StreamKind kind, RowFilter filter, CancellationToken cancel = default) =>
        await new RowQuestion(readers, kind, filter).Page(cancel);

    /// <inheritdoc/>
    public Task<long> Count(StreamKind kind, RowFilter filter, CancellationToken cancel = default) => new RowQuestion(readers, kind, filter).Count(cancel);

    /// <inheritdoc/>
    public async Task<ListedRow?> Find(StreamId stream, CancellationToken cancel = default) => (await readers.Often(
        $"SELECT id, version, body FROM {RowTable.Of(stream.Kind).Rows} WHERE id = $1", [stream.Id], RowQuestion.Row, cancel)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<PortfolioSummary> Summary(CancellationToken cancel = default) => Counted.Summary(await readers.Often(
        "SELECT kind, name, value, n FROM citygrains.counters ORDER BY kind, name, value", [], row => new Counted(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3)), cancel));

    /// <inheritdoc/>
    public async Task<PortfolioSummary> Summary(AsOf when, CancellationToken cancel = default) =>
        CountedPeriods.Summary(await Count(RowTable.Agreements, when, cancel), await Count(RowTable.Cities, when, cancel));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ListedClock>> Clocks(IReadOnlyList<ClockWalk> walks, int limit, CancellationToken cancel = default) =>
        await ClockReading.Walk(readers, walks, limit, cancel);

    /// <inheritdoc/>
    public Task<long> CountClocks(IReadOnlyList<ClockWalk> walks, CancellationToken cancel = default) => ClockReading.Count(readers, walks, cancel);

    /// <inheritdoc/>
    public async Task<string?> HighestAgreementNumber(int year, CancellationToken cancel = default) => (await readers.Often(
        "SELECT id FROM citygrains.agreements WHERE id >= $1 AND id < $1 || ':' AND substr(id, length($1) + 1) ~ '^[0-9]{6}$' ORDER BY id DESC LIMIT 1",
        [string.Create(CultureInfo.InvariantCulture, $"agr-{year:D4}-")], row => row.GetString(0), cancel)).SingleOrDefault();

    /// <inheritdoc/>
    public async IAsyncEnumerable<CityName> CityNames([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var city in Pages(
            "SELECT id, name, country FROM citygrains.cities WHERE id > $1 ORDER BY id LIMIT $2",
            row => [new CityName(row.GetString(0), row.GetString(1), row.GetString(2))], cancel)) yield return city;
        await foreach (var city in Pages(
            "SELECT id, country, body FROM citygrains.cities WHERE id > $1 AND json_array_length(body::json -> 'formerNames') > 0 ORDER BY id LIMIT $2",
            row => CityRow.FormerNames(row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2)), cancel)) yield return city;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OfficeClocks>> ClocksByOffice(IReadOnlyList<ClockRange> ranges, CancellationToken cancel = default) =>
        await ClockReading.ByOffice(readers, ranges, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Life>> Lives(string after, int limit, CancellationToken cancel = default) => LifeReading.Page(readers, after, limit, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Life>> Lives(IReadOnlyCollection<string> ids, CancellationToken cancel = default) => LifeReading.Of(readers, ids, cancel);

    /// <inheritdoc/>
    public Task<long> CountCities(DateOnly on, CancellationToken cancel = default) => LifeReading.Cities(readers, on, cancel);

    /// <summary>Names page by page; each row has at least one.</summary>
    private async IAsyncEnumerable<CityName> Pages(
        string sql, Func<NpgsqlDataReader, IReadOnlyList<CityName>> names, [EnumeratorCancellation] CancellationToken cancel)
    {
        List<IReadOnlyList<CityName>> page;
        var after = "";
        do
        {
            page = await readers.Often(sql, [after, PageOfNames], names, cancel);
            foreach (var city in page.SelectMany(row => row)) yield return city;
            if (page.Count > 0) after = page[^1][0].Id;
        }
        while (page.Count == PageOfNames);
    }

    private Task<List<CountedPeriods>> Count(RowTable table, AsOf when, CancellationToken cancel) => readers.Often($"""
        SELECT state, facets, count(*) FROM (
            SELECT DISTINCT ON (number) state, facets FROM {table.Periods} WHERE since <= $1 AND recorded_at <= $2 AND replaced_at > $2 ORDER BY number, ordinal DESC) last
        GROUP BY state, facets
        """, [CountedPeriods.Begun(when), CountedPeriods.Known(when)], row => new CountedPeriods(row.GetString(0), row.GetString(1), row.GetInt64(2)), cancel);
}
