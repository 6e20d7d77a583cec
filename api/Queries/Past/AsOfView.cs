using System.Text.Json.Serialization;
using CityGrains.Domain.Record;
using CityGrains.Journal;

namespace CityGrains.Api.Queries.Past;

/// <summary>Which look back an answer shows.</summary>
/// <param name="On">The day whose end it shows; null: now.</param>
/// <param name="Known">The instant whose knowledge it shows, UTC; null: now.</param>
public sealed record AsOfView(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? On,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Known)
{
    /// <summary>As it was asked for.</summary>
    public static AsOfView Of(AsOf when) => new(when.On, when.Known is { } known ? RecordedEvent.Format(known) : null);
}

/// <summary>Says of a route that it takes <c>on</c> and <c>known</c>.</summary>
public sealed record AsOfRoute;
