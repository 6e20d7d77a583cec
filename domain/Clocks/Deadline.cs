using CityGrains.Domain.Record;

namespace CityGrains.Domain.Clocks;

/// <summary>A clock with the day it is due by, and the rule that says so.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Rule">The rule, with its basis.</param>
/// <param name="Due">The last day it can be done in time.</param>
public sealed record Deadline(Clock Clock, ClockRule Rule, DateOnly Due)
{
    /// <summary>Who owes it.</summary>
    public Sentence Who => Rule.Who ?? new Sentence(Clock.Owes, Clock.Owes);

    /// <summary>Days left on a day; negative once it is late.</summary>
    public int DaysLeft(DateOnly today) => Due.DayNumber - today.DayNumber;

    /// <summary>True when it runs and its last day has passed.</summary>
    public bool IsLate(DateOnly today) => Clock.Runs && Due < today;
}
