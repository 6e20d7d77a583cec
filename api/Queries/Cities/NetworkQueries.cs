using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Api.Queries.Past;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Networks;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Queries.Cities;

/// <summary>Networks, and who belonged to one on a day; from the rows of cities, whose periods of membership tell any day.</summary>
public sealed class NetworkQueries(NetworkDirectory networks, IRows rows, ViewMaker views)
{
    private const int UsualPage = 50, RowsAtOnce = 200;

    private static readonly ListFilter State = ListFilter.OneOf("state", new Sentence("Trạng thái", "State"),
        [.. Enum.GetNames<MembershipState>().Where(name => name != nameof(MembershipState.Unrecorded))]);

    /// <summary>Every network.</summary>
    public IResult List(HttpContext http) =>
        QueryReader.None(http.Request) is { } unasked ? unasked
        : JsonAnswer.Of(new NetworksView([.. networks.All.Select(Of)]), ViewJson.Default.NetworksView);

    /// <summary>One network.</summary>
    public IResult One(HttpContext http, string id) =>
        QueryReader.None(http.Request) is { } unasked ? unasked
        : networks.Find(id) is { } network ? JsonAnswer.Of(Of(network), ViewJson.Default.NetworkView)
        : NetworkProblems.NoSuchNetwork(networks);

    /// <summary>A page of the cities that were in the given states on the day asked for; left out, those that belonged to the network.</summary>
    public async Task<IResult> Members(HttpContext http, string id)
    {
        if (networks.Find(id) is null) return NetworkProblems.NoSuchNetwork(networks);
        var query = new QueryReader(http.Request.Query);
        var when = query.AsOf() ?? new AsOf(null, null);
        var states = States(query);
        var after = query.Value("after");
        query.Faults.Must(after is null || RecordId.IsValid(after), "after", "phải là next của trang trước", "must be the next of the page before");
        var limit = query.Limit(UsualPage);
        var count = query.Flag("count");
        if (query.End() is { } problem) return problem;
        if (after is not null && await rows.Find(new StreamId(StreamKind.City, after), http.RequestAborted) is null) return QueryProblems.UnknownPage;

        var page = await Standing(id, states, when, after, http.RequestAborted).Take(limit + 1).ToListAsync(http.RequestAborted);
        long? total = count ? await Standing(id, states, when, after: null, http.RequestAborted).LongCountAsync(http.RequestAborted) : null;
        var next = page.Count > limit ? page[limit - 1].Id : null;
        return JsonAnswer.Of(new Page<MemberItem>([.. page.Take(limit)], next, total), ViewJson.Default.PageMemberItem);
    }

    private static HashSet<MembershipState> States(QueryReader query)
    {
        var states = new HashSet<MembershipState>();
        foreach (var value in query.Values(State.Name))
        {
            if (State.Read(value) is { } name) states.Add(Enum.Parse<MembershipState>(name));
            else query.Faults.Must(holds: false, State.Name, $"phải là {State.Expected.Vi}", $"must be {State.Expected.En}");
        }

        return states.Count > 0 ? states : [.. MembershipLifecycle.Members];
    }

    /// <summary>Cities in the order they were first recorded, after the given one.</summary>
    private async IAsyncEnumerable<MemberItem> Standing(
        string network, HashSet<MembershipState> states, AsOf when, string? after,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        IReadOnlyList<ListedRow> page;
        do
        {
            page = await rows.List(StreamKind.City, new RowFilter([new Facet(FacetNames.Network, network)], Search: null, after, RowsAtOnce), cancel);
            foreach (var row in page)
            {
                var city = JsonSerializer.Deserialize(row.Body, JournalJson.Default.City)!;
                if (city.MembershipIn(network).AsOf(when) is { } standing && states.Contains(standing.State)) yield return views.Member(city, standing);
            }

            if (page.Count > 0) after = page[^1].Id;
        }
        while (page.Count == RowsAtOnce);
    }

    private static NetworkView Of(Network network) => new(network.Id, network.Name, network.Criteria, network.ReportCycleMonths);
}
