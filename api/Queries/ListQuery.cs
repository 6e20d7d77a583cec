using CityGrains.Domain.Checks;
using CityGrains.Domain.Text;
using CityGrains.Journal;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Queries;

/// <summary>Which page of which rows, as a query asks for it.</summary>
/// <param name="Filter">The rows.</param>
/// <param name="Count">Say how many there are on all pages.</param>
public sealed record ListQuery(RowFilter Filter, bool Count)
{
    private const int UsualPage = 50, LongestSearch = 200, MostValues = 50, MostFound = 1000;

    /// <summary>Reads a query.</summary>
    internal static async Task<Reading<ListQuery>> Read(
        IQueryCollection asked, StreamKind kind, IReadOnlyList<ListFilter> filters, IRows rows, CancellationToken cancel, Action<QueryReader>? more = null)
    {
        var query = new QueryReader(asked);
        var facets = new List<Facet>();
        var clocks = new List<IReadOnlyList<ClockRange>>();
        foreach (var filter in filters)
        {
            var read = await Facets(query, filter, kind, rows, cancel);
            if (filter.Clocks is null) facets.AddRange(read);
            else if (read.Count > 0) clocks.Add(await filter.Clocks([.. read.Select(facet => facet.Value)], cancel));
        }

        var search = Search(query);
        var after = query.Value("after");
        query.Faults.Must(after is null || RecordId.IsValid(after), "after", "phải là next của trang trước", "must be the next of the page before");
        var limit = query.Limit(UsualPage);
        var count = query.Flag("count");
        more?.Invoke(query);
        if (query.End() is { } problem) return problem;
        return new ListQuery(new RowFilter(facets, search, after, limit) { Clocks = clocks, MostCounted = search is null ? long.MaxValue : MostFound }, count);
    }

    /// <summary>Reads the values of a filter.</summary>
    internal static async Task<IReadOnlyList<Facet>> Facets(QueryReader query, ListFilter filter, StreamKind kind, IRows rows, CancellationToken cancel)
    {
        var values = query.Values(filter.Name);
        query.Faults.Must(values.Count <= MostValues, filter.Name, $"nhiều nhất {MostValues} giá trị", $"takes at most {MostValues} values");
        var facets = new List<Facet>();
        foreach (var value in values.Take(MostValues))
        {
            if (filter.Read(value) is { } read)
                facets.AddRange((filter.Meaning is { } meaning ? await meaning(read, cancel) : [read]).Select(meant => new Facet(filter.Name, meant)));
            else if (filter.AlsoAsWritten && await IsWritten(filter.Name, value, kind, rows, cancel) is { } written) facets.Add(written);
            else query.Faults.Must(holds: false, filter.Name, $"'{Short(value)}' không dùng được; cần {filter.Expected.Vi}",
                $"'{Short(value)}' cannot be used; expected {filter.Expected.En}");
        }

        return facets;
    }

    /// <summary>A name that stands for no ISO country is a filter all the same where a record bears it.</summary>
    private static async Task<Facet?> IsWritten(string name, string value, StreamKind kind, IRows rows, CancellationToken cancel)
    {
        var facet = new Facet(name, NormalForm.Compose(value).Trim());
        return await rows.Count(kind, new RowFilter([facet], Search: null, After: null, Limit: 1), cancel) > 0 ? facet : null;
    }

    private static string? Search(QueryReader query)
    {
        if (query.Value("q") is not { } text) return null;
        var folded = SearchText.Fold(text.Length <= LongestSearch ? text : "");
        query.Faults.Must(text.Length <= LongestSearch, "q", $"dài quá {LongestSearch} ký tự", $"is longer than {LongestSearch} characters");
        query.Faults.Must(text.Length > LongestSearch || folded.Length > 0, "q", "không có chữ hoặc số nào để tìm", "has no letter or digit to search for");
        return folded;
    }

    private static string Short(string value) => value.Length > 60 ? value[..60] + "…" : value;
}
