using CityGrains.Journal.Rows;
using CityGrains.Journal.Sqlite.Engine;
using CityGrains.Journal.Sqlite.Reading;

namespace CityGrains.Journal.Sqlite;

/// <summary>Requests for feedback in SQLite.</summary>
internal sealed class SqliteRequests(Readers readers) : IRequestRows
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<ListedRequest>?> List(RequestFilter filter, CancellationToken cancel = default) =>
        Task.FromResult<IReadOnlyList<ListedRequest>?>(readers.Read(reader => Page(reader, filter), cancel));

    /// <inheritdoc/>
    public Task<long> Count(RequestFilter filter, CancellationToken cancel = default) =>
        Task.FromResult(readers.Read(reader => Ask(reader, sql => sql.Count(filter)).One(row => row.Int64(0), 0), cancel));

    /// <inheritdoc/>
    public Task<IReadOnlyList<AskedBody>> Statistics(RequestFilter filter, DateOnly today, CancellationToken cancel = default) =>
        Task.FromResult(AskedBody.Of(readers.Read(
            reader => Ask(reader, sql => sql.Statistics(filter, PeriodRow.Day(today)))
                .All(row => new CountedRequests(row.Text(0), row.Text(1), (int)row.Int64(2), row.Int64(3), row.Int64(4))),
            cancel)));

    private static List<ListedRequest>? Page(Reader reader, RequestFilter filter)
    {
        (string DueBy, long Number)? after = filter.After is { } place
            ? Ask(reader, sql => sql.Place(place)).One<(string, long)?>(row => (row.Text(0), row.Int64(1)), none: null) : null;
        if (filter.After is not null && after is null) return null;
        return Ask(reader, sql => sql.Page(filter, after))
            .All(row => new ListedRequest(new RequestPlace(StreamId.Parse(row.Text(0)), row.Int64(1)), row.Text(2), row.Text(3)));
    }

    private static Statement Ask(Reader reader, Func<RequestSql, string> question)
    {
        var sql = new RequestSql("requests", '?');
        var statement = reader.For(question(sql));
        for (var i = 0; i < sql.Values.Count; i++) statement.Bind(i + 1, sql.Values[i]);
        return statement;
    }
}
