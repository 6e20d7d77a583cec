using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Pages.Activities;

/// <summary>A page of the list of activities, and the question it answers.</summary>
/// <param name="Query">The question, as it stands in the address bar.</param>
/// <param name="Page">The answer; empty where something is wrong with the question.</param>
/// <param name="Faults">What is wrong with it.</param>
/// <param name="Offices">Offices to choose from.</param>
/// <param name="Of">Names and pages of the agreement and the city it is asked of.</param>
public sealed record ActivityListing(
    IQueryCollection Query, Page<ActivityItem> Page, IReadOnlyList<FieldFault> Faults, IReadOnlyList<string> Offices,
    IReadOnlyList<(string Name, string Link)> Of) : Listing(Query, Path)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/activities";
}
