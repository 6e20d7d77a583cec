using System.Text.Json;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Rows;

/// <summary>Where a city lies.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Country">Key of its country.</param>
/// <param name="At">The point.</param>
public sealed record CityPlace(string Name, string Country, Coordinates At);

/// <summary>
/// Where the cities lie and who follows whom, as this node knows it: read whole once, when a map or a city is first asked for, then brought up to date with
/// the feed.
/// </summary>
public sealed class KnownPlaces(IRows rows, IJournal journal) : IDisposable
{
    private const int Page = 1000;

    private readonly SemaphoreSlim _turn = new(1);
    private Places _places = new(
        Edition: 0, new Dictionary<string, CityPlace>(StringComparer.Ordinal), new Dictionary<string, IReadOnlyList<Successor>>(StringComparer.Ordinal));
    private FeedCursor _seen;

    /// <summary>The places by the ids of cities; those nobody located are left out. What was given out never changes.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    public async ValueTask<Places> Read(CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (_places.Edition == 0) await Load(cancel);
            else await Follow(cancel);
            return _places;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task Load(CancellationToken cancel)
    {
        var seen = await journal.ReadEnd(cancel); // before the rows are read: what comes between is read again
        var (found, followed) = (
            new Dictionary<string, CityPlace>(StringComparer.Ordinal), new Dictionary<string, IReadOnlyList<Successor>>(StringComparer.Ordinal));
        string? after = null;
        for (var count = Page; count == Page;)
        {
            var page = await rows.List(StreamKind.City, new RowFilter([], Search: null, after, Page), cancel);
            foreach (var row in page) Write(found, followed, row);
            count = page.Count;
            if (count > 0) after = page[^1].Id;
        }

        (_places, _seen) = (new Places(1, found, followed), seen);
    }

    private async Task Follow(CancellationToken cancel)
    {
        var seen = _seen;
        var changed = new HashSet<StreamId>();
        await foreach (var recorded in journal.ReadAll(_seen, cancel))
        {
            seen = FeedCursor.After(recorded);
            if (recorded.Stream.Kind is StreamKind.City) changed.Add(recorded.Stream);
        }

        if (changed.Count > 0)
        {
            var (found, followed) = (new Dictionary<string, CityPlace>(_places.ById, StringComparer.Ordinal), new Dictionary<string,
                IReadOnlyList<Successor>>(_places.Successors, StringComparer.Ordinal));
            foreach (var city in changed)
            {
                if (await rows.Find(city, cancel) is { } row) Write(found, followed, row);
            }

            _places = new Places(_places.Edition + 1, found, followed);
        }

        _seen = seen;
    }

    private static void Write(Dictionary<string, CityPlace> found, Dictionary<string, IReadOnlyList<Successor>> followed, ListedRow row)
    {
        var city = JsonSerializer.Deserialize(row.Body, JournalJson.Default.City)!;
        if (city is { Location: { } at, Country: { } country }) found[city.Id] = new CityPlace(city.Name, country.Key, at);
        if (!city.Successors.IsEmpty) followed[city.Id] = city.Successors;
    }
}

/// <summary>Where the cities lie and who follows whom.</summary>
/// <param name="Edition">Another number for another content, within one process.</param>
/// <param name="ById">By the ids of cities.</param>
/// <param name="Successors">Who follows a city, by its id; only those that somebody follows.</param>
public sealed record Places(long Edition, IReadOnlyDictionary<string, CityPlace> ById, IReadOnlyDictionary<string, IReadOnlyList<Successor>> Successors)
{
    /// <summary>The cities that one follows, in the order of their ids, each with how.</summary>
    public IEnumerable<(string City, Successor How)> FollowedBy(string heir) =>
        Successors.Select(one => (City: one.Key, How: one.Value.FirstOrDefault(next => next.City == heir))).Where(one => one.How is not null)
            .OrderBy(one => one.City, StringComparer.Ordinal).Select(one => (one.City, one.How!));
}
