using System.Runtime.CompilerServices;
using System.Text.Json;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Networks;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Rows.Due;

/// <summary>
/// The reports members owe their networks. A network's cycle is data that an office may change any day, so these deadlines are told from the members when
/// asked, and are not stored: there is one for each membership.
/// </summary>
public sealed class NetworkReports(IRows rows, KnownPortfolio portfolio, NetworkDirectory networks)
{
    private const int CitiesAtOnce = 500;

    /// <summary>Those of a filter, in no order.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    public async Task<IReadOnlyList<DueClock>> Of(DueFilter filter, TermsBook book, CancellationToken cancel)
    {
        if (filter.Rules(book.Almanac.Rules).FirstOrDefault(rule => rule.Code == ClockCodes.NetworkReport) is not { } rule) return [];
        var cities = await Members(filter.Record, cancel).ToListAsync(cancel);
        var following = await Following(cities, book, cancel);
        return
        [
            .. cities.SelectMany(city => Owed(city, rule, membership => Recording(city, membership, book) ?? following.GetValueOrDefault(city.Id) ?? membership.Office ?? city.Name))
                .Where(due => !(due.Due < filter.DueFrom) && !(due.Due >= filter.DueBefore) && (filter.Office is null || book.Offices.ActsFor(filter.Office, due.Listed.Clock.Office))),
        ];
    }

    private async IAsyncEnumerable<City> Members(StreamId? record, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (record is { } one)
        {
            if (one.Kind is StreamKind.City && await rows.Find(one, cancel) is { } row) yield return City(row);
            yield break;
        }

        var filter = new RowFilter([.. networks.All.Select(network => new Facet(FacetNames.Network, network.Id))], Search: null, After: null, CitiesAtOnce);
        if (filter.Facets.Count == 0) yield break;
        for (var count = CitiesAtOnce; count == CitiesAtOnce;)
        {
            var page = await rows.List(StreamKind.City, filter, cancel);
            foreach (var row in page) yield return City(row);
            count = page.Count;
            if (count > 0) filter = filter with { After = page[^1].Id };
        }
    }

    private IEnumerable<DueClock> Owed(City city, ClockRule rule, Func<Membership, string> office) =>
        from membership in city.Memberships
        let network = networks.Find(membership.Network)
        where network is not null
        let due = membership.NextReportDue(network)?.Latest
        where due is not null
        let clock = new ClockRow(
            rule.Code, $"{network.Id}/{city.Id}", membership.ReportDueBy, office(membership), PeriodRow.Day(due), EndedOn: "", EndedBy: 0, city.Name, network.Name.Vi)
        select new DueClock(new ListedClock(new StreamId(StreamKind.City, city.Id), 0, clock, city.Name), rule with { Basis = network.ReportBasis }, due.Value);

    /// <summary>
    /// The registered office that recorded something of a membership, or of another membership or a question of the city; null where none has.
    /// </summary>
    private static string? Recording(City city, Membership membership, TermsBook book) =>
        city.Memberships.Select(other => other.Office).Prepend(membership.Office).Concat(city.Requests.All.Select(request => request.Question.AskedBy))
            .FirstOrDefault(office => office is not null && book.Offices.Find(office) is not null);

    /// <summary>
    /// For each city of which no registered office recorded such a thing, the one that follows up most of its agreements; a registered one before others.
    /// </summary>
    private async ValueTask<IReadOnlyDictionary<string, string>> Following(IReadOnlyList<City> cities, TermsBook book, CancellationToken cancel)
    {
        var unrecorded = cities.Where(city => city.Memberships.Any(membership => Recording(city, membership, book) is null)).Select(city => city.Id)
            .ToHashSet(StringComparer.Ordinal);
        if (unrecorded.Count == 0) return new Dictionary<string, string>(StringComparer.Ordinal);
        return (await portfolio.Read(cancel)).OfficesOf(unrecorded).ToDictionary(
            city => city.Key,
            city => city.GroupBy(office => book.Offices.Find(office.Office) is { } known ? book.Offices.Heir(known).Name.Vi : office.Office,
                office => office.Agreements, StringComparer.Ordinal)
                .OrderByDescending(office => book.Offices.Find(office.Key) is not null).ThenByDescending(office => office.Sum())
                    .ThenBy(office => office.Key, StringComparer.Ordinal).First().Key,
            StringComparer.Ordinal);
    }

    private static City City(ListedRow row) => JsonSerializer.Deserialize(row.Body, JournalJson.Default.City)!;
}
