namespace CityGrains.Domain.Portfolios;

/// <summary>What moved in a span of days: the ids of the agreements behind each number.</summary>
/// <param name="Signed">Signed.</param>
/// <param name="InEffect">Came into effect.</param>
/// <param name="Planned">Got their first plan.</param>
/// <param name="Implementing">Work began.</param>
/// <param name="Implemented">Were implemented.</param>
/// <param name="Ended">Ended.</param>
/// <param name="MilestonesMissed">Milestones found missed, each by the id of its agreement.</param>
public sealed record Movements(
    IReadOnlyList<string> Signed, IReadOnlyList<string> InEffect, IReadOnlyList<string> Planned, IReadOnlyList<string> Implementing, IReadOnlyList<string> Implemented,
    IReadOnlyList<string> Ended, IReadOnlyList<string> MilestonesMissed);

public sealed partial class Portfolio
{
    /// <summary>What moved from a day to another, both included. What nobody dated moved on no day.</summary>
    public Movements Moved(PortfolioFilter filter, DateOnly since, DateOnly on)
    {
        LifeStep[] steps = [LifeStep.Signed, LifeStep.InEffect, LifeStep.Planned, LifeStep.Implementing, LifeStep.Implemented, LifeStep.Ended];
        var (from, to) = (Math.Max(1, since.DayNumber), on.DayNumber);
        var moved = steps.Select(_ => new List<string>()).ToArray();
        var missed = new List<string>();
        foreach (ref readonly var line in Chosen(filter))
        {
            for (var i = 0; i < steps.Length; i++)
            {
                if (line[steps[i]] >= from && line[steps[i]] <= to) moved[i].Add(line.Id);
            }

            foreach (var day in line.Missed)
            {
                if (day >= from && day <= to) missed.Add(line.Id);
            }
        }

        foreach (var ids in moved.Append(missed)) ids.Sort(StringComparer.Ordinal);
        return new Movements(moved[0], moved[1], moved[2], moved[3], moved[4], moved[5], missed);
    }

    /// <summary>The agreements that reached a step by a day, in the order of ids; null: those whose milestones were missed.</summary>
    /// <param name="filter">Which agreements.</param>
    /// <param name="step">The step.</param>
    /// <param name="since">Only those that reached it on this day or later; what nobody dated then is left out.</param>
    /// <param name="on">The last day.</param>
    public IReadOnlyList<string> Reached(PortfolioFilter filter, LifeStep? step, DateOnly? since, DateOnly on)
    {
        var (from, to) = (since is { } first ? Math.Max(1, first.DayNumber) : 0, on.DayNumber);
        var ids = new List<string>();
        foreach (ref readonly var line in Chosen(filter))
        {
            if (step is { } reached ? line[reached] >= from && line[reached] <= to : Array.Exists(line.Missed, day => day >= from && day <= to)) ids.Add(line.Id);
        }

        ids.Sort(StringComparer.Ordinal);
        return ids;
    }
}
