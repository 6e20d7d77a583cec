using CityGrains.Journal.Postgres.Reading;
using CityGrains.Journal.Rows;
using Npgsql;

namespace CityGrains.Journal.Postgres;

/// <summary>Requests for feedback in PostgreSQL.</summary>
internal sealed class PostgresRequests(Readers readers) : IRequestRows
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ListedRequest>?> List(RequestFilter filter, CancellationToken cancel = default)
    {
        (string DueBy, long Number)? after = null;
        if (filter.After is { } place)
        {
            var found = await Ask(sql => sql.Place(place), row => (row.GetString(0), row.GetInt64(1)), cancel);
            if (found.Count == 0) return null;
            after = found[0];
        }

        return await Ask(sql => sql.Page(filter, after), row => new ListedRequest(new RequestPlace(StreamId.Parse(row.GetString(0)), row.GetInt64(1)), row.GetString(2), row.GetString(3)), cancel);
    }

    /// <inheritdoc/>
    public async Task<long> Count(RequestFilter filter, CancellationToken cancel = default) =>
        (await Ask(sql => sql.Count(filter), row => row.GetInt64(0), cancel)).Single();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AskedBody>> Statistics(RequestFilter filter, DateOnly today, CancellationToken cancel = default) => AskedBody.Of(await Ask(
        sql => sql.Statistics(filter, PeriodRow.Day(today)),
        row => new CountedRequests(row.GetString(0), row.GetString(1), (int)row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)), cancel));

    private Task<List<T>> Ask<T>(Func<RequestSql, string> question, Func<NpgsqlDataReader, T> row, CancellationToken cancel)
    {
        var sql = new RequestSql("citygrains.requests", '$');
        return readers.Once(question(sql), sql.Values, row, cancel);
    }
}
