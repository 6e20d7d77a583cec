namespace CityGrains.Api.Queries;

/// <summary>Says of a route that it lists.</summary>
/// <param name="Filters">Its filters.</param>
public sealed record ListRoute(Func<ListFilters, IReadOnlyList<ListFilter>> Filters);

/// <summary>Says of a route that it is read page by page.</summary>
public sealed record PagedRoute;
