using CityGrains.Api.Queries.Past;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Queries.Views;

/// <summary>An office as a list shows it.</summary>
public sealed record OfficeItem(string Id, long Version, OfficeName Name, OfficeLevel Level, string? Parent, string State);

/// <summary>An office with everything that is known of it now. Who set what, when and why is in its history.</summary>
public sealed record OfficeView(
    string Id, long Version, OfficeName Name, OfficeLevel Level, string? Parent, string State, IReadOnlyList<OfficeName> FormerNames,
    IReadOnlyList<PolicyView> Policies, IReadOnlyList<CalendarView> Calendars, IReadOnlyList<OfficePerson> People, ClosingView? Closing)
{
    public AsOfView? AsOf { get; init; }
}

/// <summary>A policy and the first day it holds on; the one without a day is what holds for every office until it sets its own.</summary>
public sealed record PolicyView(DateOnly? From, int PlanWithinDays, int SilentAfterDays, int ExpiringWithinDays, int StalledAfterDays);

/// <summary>A year of the calendar that the office replaced, and the day it did.</summary>
public sealed record CalendarView(DateOnly From, CalendarYear Calendar);

/// <summary>How an office ended.</summary>
public sealed record ClosingView(DateOfRecord On, string Ground, string? Successor);

/// <summary>Offices as readers see them.</summary>
internal static class OfficeViews
{
    /// <summary>An office in a list.</summary>
    public static OfficeItem Item(Office office) => new(office.Id, office.Version, office.Name, office.Level, office.Parent, office.Standing.ToString());

    /// <summary>A whole office.</summary>
    public static OfficeView Whole(Office office) => new(
        office.Id, office.Version, office.Name, office.Level, office.Parent, office.Standing.ToString(), office.FormerNames,
        [Of(from: null, OfficePolicy.Usual), .. office.Policies.Select(policy => Of(policy.From, policy.Value))],
        [.. office.Calendars.Select(year => new CalendarView(year.From, year.Value))], office.People,
        office.Closing is { } closed ? new ClosingView(closed.On, closed.Ground, closed.Successor) : null);

    private static PolicyView Of(DateOnly? from, OfficePolicy policy) =>
        new(from, policy.PlanWithinDays, policy.SilentAfterDays, policy.ExpiringWithinDays, policy.StalledAfterDays);
}
