using CityGrains.Domain.Reports;

namespace CityGrains.Api.Reports;

/// <summary>The annual report: every number with the events it was counted from.</summary>
/// <param name="Year">The year.</param>
/// <param name="On">The day it shows, at its end.</param>
/// <param name="Filters">What was left out: only agreements of these are counted. Empty: all.</param>
/// <param name="Position">The place in the feed of all events it was made at; the same question there is answered by the same bytes.</param>
/// <param name="Parts">The numbers.</param>
public sealed record ReportView(int Year, DateOnly On, IReadOnlyList<ReportFilterView> Filters, string Position, IReadOnlyList<ReportPartView> Parts);

/// <summary>What a report is limited to.</summary>
/// <param name="Name">The filter, <c>office</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record ReportFilterView(string Name, string Value);

/// <summary>A part of the report.</summary>
/// <param name="Vi">Its heading in Vietnamese.</param>
/// <param name="En">In English.</param>
/// <param name="Measures">What it counts.</param>
public sealed record ReportPartView(string Vi, string En, IReadOnlyList<MeasureView> Measures);

/// <summary>Something that is counted.</summary>
/// <param name="Measure">What.</param>
/// <param name="Vi">What people call it, in Vietnamese.</param>
/// <param name="En">In English.</param>
/// <param name="Total">All of it.</param>
/// <param name="ByKind">By kind of agreement.</param>
/// <param name="ByCountry">By country of the foreign parties; an agreement counts once for each.</param>
/// <param name="ByField">By field of cooperation; an agreement counts once for each.</param>
public sealed record MeasureView(
    AnnualMeasure Measure, string Vi, string En, NumberView Total, IReadOnlyList<GroupView> ByKind, IReadOnlyList<GroupView> ByCountry,
    IReadOnlyList<GroupView> ByField);

/// <summary>A number.</summary>
/// <param name="Count">The number.</param>
/// <param name="Events">What it was counted from: agreement, version of the event, and the milestone where one was counted:
/// <c>agr-2026-000123@4#c1-m1</c>.</param>
/// <param name="Link">Where these are shown.</param>
public sealed record NumberView(int Count, IReadOnlyList<string> Events, string Link);

/// <summary>The part of a number that falls to a group.</summary>
/// <param name="Value">The group as it is filtered by, <c>mou</c>, <c>LA</c>.</param>
/// <param name="Vi">What people call it, in Vietnamese.</param>
/// <param name="En">In English.</param>
/// <param name="Count">The number.</param>
/// <param name="Events">What it was counted from.</param>
/// <param name="Link">Where these are shown.</param>
public sealed record GroupView(string Value, string Vi, string En, int Count, IReadOnlyList<string> Events, string Link);

/// <summary>What one number was counted from.</summary>
/// <param name="Year">The year of the report.</param>
/// <param name="On">The day it shows.</param>
/// <param name="Filters">What it is limited to.</param>
/// <param name="Position">The place in the feed it was made at.</param>
/// <param name="Measure">What was counted.</param>
/// <param name="Vi">What people call it, in Vietnamese.</param>
/// <param name="En">In English.</param>
/// <param name="Count">The number.</param>
/// <param name="Events">What it was counted from.</param>
public sealed record CountedView(
    int Year, DateOnly On, IReadOnlyList<ReportFilterView> Filters, string Position, AnnualMeasure Measure, string Vi, string En, int Count,
    IReadOnlyList<CountedEventView> Events);

/// <summary>An event that was counted.</summary>
/// <param name="Reference">As the report refers to it.</param>
/// <param name="Agreement">The agreement's id.</param>
/// <param name="Version">The event's version.</param>
/// <param name="Title">The agreement's title now.</param>
/// <param name="Date">When it was, or is due, as exactly as known.</param>
/// <param name="Link">Where the event is shown.</param>
public sealed record CountedEventView(string Reference, string Agreement, int Version, string Title, string Date, string Link);
