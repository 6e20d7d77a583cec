using CityGrains.Domain.Record;

namespace CityGrains.Domain.Offices.Digests;

/// <summary>A deadline as an office is reminded of it: complete on its own, so that whoever is told needs to ask nothing.</summary>
/// <param name="Stream">The record it is of, <c>agreement/agr-2026-000001</c>.</param>
/// <param name="Title">What that is called.</param>
/// <param name="Code">The kind of clock.</param>
/// <param name="Subject">What tells it apart from others of its kind in the record; empty where there is only one.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Who">Who owes it.</param>
/// <param name="Basis">The article, policy or promise it rests on.</param>
/// <param name="Due">The last day it can be done in time.</param>
/// <param name="DaysLeft">Days left on the day of the reminder; negative once it is late.</param>
public sealed record AnnouncedDeadline(
    string Stream, string Title, string Code, string Subject, Sentence What, Sentence Who, Sentence Basis, DateOnly Due, int DaysLeft)
{
    /// <summary>Tells it apart from every other; one that is moved to another day is another.</summary>
    public string Key => $"{Stream}|{Code}|{Subject}|{DateOfRecord.Day(Due)}";

    /// <summary>How near it is: 30, 7 or 0 days; null while it is further off.</summary>
    public int? Stage => DaysLeft switch { <= 0 => 0, <= 7 => 7, <= DailyDigest.FirstStage => DailyDigest.FirstStage, _ => null };
}
