using CityGrains.Api.Pages.History;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Networks;

namespace CityGrains.Api.Pages.Cities;

/// <summary>A page of the list of cities, and the question it answers.</summary>
/// <param name="Query">The question, as it stands in the address bar.</param>
/// <param name="Page">The answer.</param>
/// <param name="Networks">Networks to choose from.</param>
public sealed record CityListing(IQueryCollection Query, Page<CityItem> Page, IReadOnlyList<Network> Networks) : Listing(Query, "/cities");

/// <summary>A city, and what belongs to it.</summary>
/// <param name="City">The city.</param>
/// <param name="Agreements">The first of its agreements.</param>
/// <param name="Activities">The first of its activities.</param>
/// <param name="Points">Every value of its indicators, in the order recorded.</param>
/// <param name="Successors">Who follows it, the nearest first.</param>
/// <param name="Predecessors">Whom it follows, the nearest first.</param>
public sealed record CityRead(
    CityView City, Page<AgreementItem> Agreements, Page<ActivityItem> Activities, IReadOnlyList<IndicatorPoint> Points, IReadOnlyList<SuccessorItem> Successors,
    IReadOnlyList<PredecessorItem> Predecessors)
{
    /// <summary>Networks it has nothing to do with yet.</summary>
    public required IReadOnlyList<Network> Others { get; init; }

    /// <summary>What has just been recorded.</summary>
    public RecordedNow? Done { get; init; }

    /// <summary>The chain of those that follow it.</summary>
    public IEnumerable<ChainLink> After => Successors.Select(next => new ChainLink(next.City, next.Name, next.Part, next.On, next.Decision, Through(next.Of)));

    /// <summary>The chain of those it follows.</summary>
    public IEnumerable<ChainLink> Before => Predecessors.Select(one => new ChainLink(one.City, one.Name, one.Part, one.On, one.Decision, Through(one.By)));

    private string? Through(string city) =>
        city == City.Id ? null
            : Predecessors.FirstOrDefault(one => one.City == city)?.Name ?? Successors.FirstOrDefault(next => next.City == city)?.Name ?? city;

    /// <summary>Its indicators, each with its values by the days they hold for.</summary>
    public IEnumerable<IReadOnlyList<IndicatorPoint>> Series => Points.GroupBy(point => (point.Name, point.Unit))
        .Select(series => (IReadOnlyList<IndicatorPoint>)[.. series.OrderBy(point => point.AsOf.Earliest ?? DateOnly.MinValue)]);
}
