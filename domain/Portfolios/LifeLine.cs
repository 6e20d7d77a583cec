using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Portfolios;

/// <summary>A life as numbers, ready to be laid into the columns of its page.</summary>
/// <param name="Id">The agreement's id.</param>
/// <param name="Profile">Number of its profile.</param>
/// <param name="Cities">Numbers of the cities that are parties.</param>
internal readonly record struct LifeLine(string Id, int Profile, int[] Cities)
{
    /// <summary>How many steps there are.</summary>
    public const int Steps = (int)LifeStep.Ended + 1;

    /// <summary>The day of a step that was not reached.</summary>
    public const int Never = int.MaxValue;

    /// <summary>The time a step took that cannot be said.</summary>
    public const int Unsaid = -1;

    /// <summary>A year has 13 places: one for what has no month, then the months.</summary>
    public const int PlacesOfYear = 13;

    /// <summary>States fit into so many bits.</summary>
    private const int StateBits = 5;

    /// <summary>For each step the day it was reached; 0 when nobody knows, so that it counts on every day.</summary>
    public required int[] Days { get; init; }

    /// <summary>For each step the place of its month among all months, by <see cref="PlacesOfYear"/>; 0 when nobody knows.</summary>
    public required int[] Months { get; init; }

    /// <summary>For each step the days from the signing; <see cref="Unsaid"/> where both are not known to the day, the signing first.</summary>
    public required int[] Taken { get; init; }

    /// <summary>The states it counts in, each packed with the day it began; they strictly rise.</summary>
    public required int[] Stretches { get; init; }

    /// <summary>The days milestones were found missed on.</summary>
    public required int[] Missed { get; init; }

    /// <summary>Lays a life out.</summary>
    public static LifeLine Of(Life life, int profile, int[] cities)
    {
        int[] days = [.. Enumerable.Repeat(Never, Steps)], taken = [.. Enumerable.Repeat(Unsaid, Steps)], months = new int[Steps];
        DateOfRecord? signed = life.Reached.FirstOrDefault(reached => reached.Step is LifeStep.Signed)?.On;
        foreach (var reached in life.Reached)
        {
            var step = (int)reached.Step;
            (days[step], months[step], taken[step]) = (Day(reached.On), Month(reached.On), Between(signed, reached.On));
        }

        return new LifeLine(life.Id, profile, cities)
        {
            Days = days,
            Months = months,
            Taken = taken,
            Stretches = [.. life.Stretches.Select(stretch => (Day(stretch.Since) << StateBits) | (int)stretch.State)],
            Missed = [.. life.Promises.Where(promise => promise.Status is MilestoneStatus.Missed)
                .Select(promise => Day(promise.SettledOn ?? DateOfRecord.Unknown))],
        };
    }

    /// <summary>No stretch that began on the day or before is greater.</summary>
    public static int LastOf(int day) => (day << StateBits) | ((1 << StateBits) - 1);

    /// <summary>What a stretch says: the state, and the day it began, 0 when nobody knows.</summary>
    public static (LegalState State, int Since) Unpack(int stretch) => ((LegalState)(stretch & ((1 << StateBits) - 1)), stretch >> StateBits);

    private static int Day(DateOfRecord date) => date.Earliest?.DayNumber ?? 0;

    private static int Month(DateOfRecord date) =>
        date.Earliest is { } first ? (first.Year * PlacesOfYear) + (date.Precision is DatePrecision.Year ? 0 : first.Month) : 0;

    private static int Between(DateOfRecord? signed, DateOfRecord reached) =>
        signed is { Precision: DatePrecision.Day } from && reached.Precision is DatePrecision.Day && Day(reached) >= Day(from) ? Day(reached) - Day(from)
            : Unsaid;
}
