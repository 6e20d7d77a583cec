using CityGrains.Domain.Agreements;
using CityGrains.Domain.Portfolios;

namespace CityGrains.Api.Portfolios;

/// <summary>How many of the agreements signed became real.</summary>
/// <param name="On">The day it is counted at, at its end.</param>
/// <param name="Steps">Each step with the agreements that have ever reached it.</param>
/// <param name="DaysToPlan">From signing to the first plan.</param>
/// <param name="DaysToFirstEvidence">From signing to the first evidence that something was done.</param>
/// <param name="DaysToImplemented">From signing to the first time it was implemented.</param>
public sealed record FunnelView(
    DateOnly On, IReadOnlyList<FunnelStepView> Steps, MedianDays DaysToPlan, MedianDays DaysToFirstEvidence, MedianDays DaysToImplemented);

/// <summary>A step of the funnel.</summary>
/// <param name="Step">Which.</param>
/// <param name="Vi">What people call it, in Vietnamese.</param>
/// <param name="En">In English.</param>
/// <param name="Agreements">How many have ever reached it.</param>
/// <param name="Link">Where they are listed.</param>
public sealed record FunnelStepView(LifeStep Step, string Vi, string En, long Agreements, string Link);

/// <summary>What happened, year by year or month by month.</summary>
/// <param name="On">The last day that is counted.</param>
/// <param name="By"><c>year</c> or <c>month</c>.</param>
/// <param name="Periods">In order; those in which nothing happened are left out.</param>
public sealed record TrendView(DateOnly On, string By, IReadOnlyList<TrendPeriod> Periods);

/// <summary>How long agreements have stood where they stand.</summary>
/// <param name="On">The day it is counted at, at its end.</param>
/// <param name="States">Each live state.</param>
public sealed record AgingView(DateOnly On, IReadOnlyList<AgeView> States);

/// <summary>How long the agreements of a state have been in it.</summary>
public sealed record AgeView(
    LegalState State, string StateVi, long Agreements, long UpTo90Days, long UpTo180Days, long UpTo365Days, long UpTo2Years, long Longer, long Unknown,
    IReadOnlyList<StandstillView> Oldest);

/// <summary>An agreement that has been in its state for long.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Office">The office that follows it up.</param>
/// <param name="Since">The first day it can have been in the state.</param>
/// <param name="Days">How many days that is ago.</param>
public sealed record StandstillView(string Id, AgreementTitle Title, string Office, DateOnly Since, int Days);

/// <summary>What moved in a span of days.</summary>
/// <param name="Since">Its first day.</param>
/// <param name="On">Its last day.</param>
/// <param name="Moved">What, and how many.</param>
public sealed record MovedView(DateOnly Since, DateOnly On, IReadOnlyList<MovementView> Moved);

/// <summary>How many agreements, or milestones, moved in one way.</summary>
/// <param name="What">The step that was taken, or <c>milestone-missed</c>.</param>
/// <param name="Vi">What people call it, in Vietnamese.</param>
/// <param name="En">In English.</param>
/// <param name="Count">How many.</param>
/// <param name="Agreements">Ids of the first of them.</param>
/// <param name="Link">Where all of them are listed.</param>
public sealed record MovementView(string What, string Vi, string En, long Count, IReadOnlyList<string> Agreements, string Link);
