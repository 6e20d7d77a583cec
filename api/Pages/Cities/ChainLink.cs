using CityGrains.Domain.Record;

namespace CityGrains.Api.Pages.Cities;

/// <summary>A city in the chain of those that follow one another.</summary>
/// <param name="City">Its id.</param>
/// <param name="Name">Its name; null when nobody registered it.</param>
/// <param name="Part">In part only.</param>
/// <param name="On">Since when.</param>
/// <param name="Decision">Number of the decision.</param>
/// <param name="Through">The city between, by name; null next to the one that is shown.</param>
public sealed record ChainLink(string City, string? Name, bool Part, DateOfRecord On, string? Decision, string? Through);
