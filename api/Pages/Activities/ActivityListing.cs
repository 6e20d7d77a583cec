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
    IQueryCollection Query, Page<ActivityItem> Page, IReadOnlyList<FieldFault> Faults, IReadOnlyList<string> Offices, IReadOnlyList<(string Name, string Link)> Of)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/activities";

    /// <summary>True when less than everything is asked for.</summary>
    public bool IsFiltered => Query.IsFiltered();

    /// <summary>What is asked of a parameter; null when nothing is.</summary>
    public string? Asked(string name) => Query.Asked(name);

    /// <summary>True when a value is asked for.</summary>
    public bool IsAsked(string name, string value) => Query[name].Contains(value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The same question from another page on.</summary>
    public string Link(string? after) => Query.Link(Path, after);
}
