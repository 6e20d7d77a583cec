using CityGrains.Api.Queries.Past;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;

namespace CityGrains.Api.Queries.Views;

/// <summary>A city as a list shows it.</summary>
public sealed record CityItem(string Id, long Version, string Name, CountryView Country, LocationView? Location)
{
    /// <summary>Administrative standing, as the last decision names it.</summary>
    public string? Status { get; init; }
}

/// <summary>A city with everything that is known of it now.</summary>
public sealed record CityView(
    string Id, long Version, string Name, CountryView Country, LocationView? Location, IReadOnlyList<string> FormerNames,
    IReadOnlyList<IndicatorView> Indicators)
{
    public required IReadOnlyList<ClaimedFact> Claims { get; init; }

    public required IReadOnlyList<FeedbackRequest> Requests { get; init; }

    /// <summary>Administrative standing, as the last decision names it.</summary>
    public string? Status { get; init; }

    /// <summary>How it ceased to be; absent while it is.</summary>
    public CityEnding? Ending { get; init; }

    /// <summary>Who follows it; <c>/cities/{id}/successors</c> tells who follows those.</summary>
    public required IReadOnlyList<Successor> Successors { get; init; }

    /// <summary>Ids of the activities it takes part in.</summary>
    public required IReadOnlyList<string> Activities { get; init; }

    public required IReadOnlyList<MembershipView> Memberships { get; init; }

    public AsOfView? AsOf { get; init; }
}

/// <summary>A point, WGS 84, decimal degrees.</summary>
public sealed record LocationView(double Latitude, double Longitude);

/// <summary>A measured value.</summary>
public sealed record IndicatorView(string Name, decimal Value, string Unit, Qualifier Qualifier, DateOfRecord AsOf);
