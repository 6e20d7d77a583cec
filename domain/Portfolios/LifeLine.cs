using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Portfolios;

/// <summary>A life as it lies in memory, a hundred thousand beside each other: days as numbers, one cache line and its stretches.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct LifeLine
{
    /// <summary>A step that was not reached.</summary>
    public const int Never = int.MaxValue;

    /// <summary>States fit into so many bits.</summary>
    private const int StateBits = 5;

    private readonly int[] _stretches;
    private readonly StepDays _days;
    private readonly ushort _precisions;

    /// <summary>Lays a life out.</summary>
    /// <param name="life">The life.</param>
    /// <param name="profile">Number of its profile.</param>
    /// <param name="cities">Its cities.</param>
    public LifeLine(Life life, int profile, string[] cities)
    {
        (Id, Profile, Cities) = (life.Id, profile, cities);
        _stretches = [.. life.Stretches.Select(stretch => (Day(stretch.Since) << StateBits) | (int)stretch.State)];
        var days = new StepDays();
        for (var step = 0; step < StepDays.Count; step++) days[step] = Never;
        foreach (var reached in life.Reached)
        {
            days[(int)reached.Step] = Day(reached.On);
            _precisions |= (ushort)((int)reached.On.Precision << (2 * (int)reached.Step));
        }

        _days = days;
        Missed = [.. life.Promises.Where(promise => promise.Status is MilestoneStatus.Missed).Select(promise => Day(promise.SettledOn ?? DateOfRecord.Unknown))];
    }

    /// <summary>The agreement's id.</summary>
    public string Id { get; }

    /// <summary>Number of its profile.</summary>
    public int Profile { get; }

    /// <summary>Ids of the cities that are parties.</summary>
    public string[] Cities { get; }

    /// <summary>The days milestones were found missed on.</summary>
    public int[] Missed { get; }

    /// <summary>The day a step was reached; 0 when nobody knows, so that it counts on every day; <see cref="Never"/>.</summary>
    public int this[LifeStep step] => _days[(int)step];

    /// <summary>A day's number; 0 for unknown.</summary>
    public static int Day(DateOfRecord date) => date.Earliest?.DayNumber ?? 0;

    /// <summary>How exactly that day is known.</summary>
    public DatePrecision Precision(LifeStep step) => (DatePrecision)((_precisions >> (2 * (int)step)) & 3);

    /// <summary>The state it counts in on a day, and since when; unrecorded before the first.</summary>
    public (LegalState State, int Since) On(int day)
    {
        var limit = (day << StateBits) | ((1 << StateBits) - 1);
        var last = 0;
        foreach (var stretch in _stretches)
        {
            if (stretch > limit) break;
            last = stretch;
        }

        return ((LegalState)(last & ((1 << StateBits) - 1)), last >> StateBits);
    }
}

/// <summary>A day for each step.</summary>
[InlineArray(Count)]
internal struct StepDays
{
    /// <summary>How many steps there are.</summary>
    public const int Count = (int)LifeStep.Ended + 1;

    private int _first;
}
