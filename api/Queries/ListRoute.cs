namespace CityGrains.Api.Queries;

/// <summary>Says of a route that it lists.</summary>
/// <param name="Filters">Its filters.</param>
public sealed record ListRoute(Func<ListFilters, IReadOnlyList<ListFilter>> Filters);

/// <summary>Says of a route that it takes a parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Number">It is a whole number.</param>
public sealed record QueryParameter(string Name, string Description, bool Number = false);

/// <summary>Says of a route that it is read page by page.</summary>
public sealed record PagedRoute;
