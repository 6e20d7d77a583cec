using System.Collections.Immutable;

namespace CityGrains.Domain.Offices.Digests;

/// <summary>
/// What an office is reminded of on a day: each deadline once when 30 days are left, once when 7 are, once when it is due, and never again; the flag stays,
/// the nagging stops.
/// One that is met with later is told of at once, in the stage it is in. A day without reminders, or a node that slept, loses nothing.
/// </summary>
public static class DailyDigest
{
    /// <summary>The first reminder comes so many days before.</summary>
    public const int FirstStage = 30;

    /// <summary>Most deadlines of one day; the others have their turn the day after.</summary>
    public const int MostDeadlines = 200;

    /// <summary>The deadlines to remind of, the most urgent first.</summary>
    /// <param name="running">Those that run, with the days left.</param>
    /// <param name="told">The stage that was told before, by key.</param>
    public static ImmutableArray<AnnouncedDeadline> Of(IEnumerable<AnnouncedDeadline> running, IReadOnlyDictionary<string, int> told) =>
    [
        .. running.Where(deadline => deadline.Stage is { } stage && stage < told.GetValueOrDefault(deadline.Key, int.MaxValue))
            .DistinctBy(deadline => deadline.Key, StringComparer.Ordinal)
            .OrderBy(deadline => deadline.Due).ThenBy(deadline => deadline.Key, StringComparer.Ordinal).Take(MostDeadlines),
    ];

    /// <summary>What has been told after a reminder; a deadline that runs no longer is forgotten.</summary>
    public static IReadOnlyDictionary<string, int> Told(
        IReadOnlyDictionary<string, int> before, IEnumerable<AnnouncedDeadline> running, IEnumerable<AnnouncedDeadline> reminded)
    {
        var keys = running.Select(deadline => deadline.Key).ToHashSet(StringComparer.Ordinal);
        var told = before.Where(known => keys.Contains(known.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var deadline in reminded) told[deadline.Key] = deadline.Stage ?? int.MaxValue;
        return told;
    }
}
