namespace CityGrains.Domain.Portfolios;

/// <summary>What moved in a span of days.</summary>
/// <param name="Signed">Signed.</param>
/// <param name="InEffect">Came into effect.</param>
/// <param name="Planned">Got their first plan.</param>
/// <param name="Implementing">Work began.</param>
/// <param name="Implemented">Were implemented.</param>
/// <param name="Ended">Ended.</param>
/// <param name="MilestonesMissed">Milestones found missed, and the agreements they are of.</param>
public sealed record Movements(Named Signed, Named InEffect, Named Planned, Named Implementing, Named Implemented, Named Ended, Named MilestonesMissed);

/// <summary>A number, and the first of those behind it.</summary>
/// <param name="Count">How many.</param>
/// <param name="Ids">Ids of agreements, in order, each once; not all of them where more were counted than asked for.</param>
public sealed record Named(long Count, IReadOnlyList<string> Ids);

public sealed partial class Portfolio
{
    private static readonly LifeStep[] Moving = [LifeStep.Signed, LifeStep.InEffect, LifeStep.Planned, LifeStep.Implementing, LifeStep.Implemented,
        LifeStep.Ended];

    /// <summary>What moved from a day to another, both included. What nobody dated moved on no day.</summary>
    /// <param name="filter">Which agreements.</param>
    /// <param name="since">The first day.</param>
    /// <param name="on">The last day.</param>
    /// <param name="most">At most so many agreements are named for each number.</param>
    public Movements Moved(PortfolioFilter filter, DateOnly since, DateOnly on, int most)
    {
        var (from, to) = (Math.Max(1, since.DayNumber), on.DayNumber);
        var moved = Moving.Select(_ => new FirstIds(after: null, most)).ToArray();
        var missed = new FirstIds(after: null, most);
        foreach (var (page, chosen) in Chosen(filter))
        {
            for (var i = 0; i < Moving.Length; i++) moved[i].Add(page, chosen & page.Reached(Moving[i], from, to));
            for (var i = 0; i < page.Missed.Count; i++)
            {
                if (chosen.Has(page.Missed.Places[i]) && page.Missed.Values[i] >= from && page.Missed.Values[i] <= to)
                    missed.Add(page.Id(page.Missed.Places[i]));
            }
        }

        return new Movements(moved[0].Named, moved[1].Named, moved[2].Named, moved[3].Named, moved[4].Named, moved[5].Named, missed.Named);
    }

    /// <summary>How many agreements reached a step by a day, and the first of them; of the step null: whose milestones were missed.</summary>
    /// <param name="filter">Which agreements.</param>
    /// <param name="step">The step.</param>
    /// <param name="since">Only those that reached it on this day or later; what nobody dated then is left out.</param>
    /// <param name="on">The last day.</param>
    /// <param name="after">Only those whose ids come after this one are named; null: from the first.</param>
    /// <param name="most">At most so many are named.</param>
    public Named Reached(PortfolioFilter filter, LifeStep? step, DateOnly? since, DateOnly on, string? after, int most)
    {
        var (from, to) = (since is { } first ? Math.Max(1, first.DayNumber) : 0, on.DayNumber);
        var reached = new FirstIds(after, most);
        foreach (var (page, chosen) in Chosen(filter)) reached.Add(page, chosen & (step is { } asked ? page.Reached(asked, from, to) : Missed(page, from, to)));
        return reached.Named;
    }

    private static LifeSet Missed(LifePage page, int from, int to)
    {
        var missed = default(LifeSet);
        for (var i = 0; i < page.Missed.Count; i++)
        {
            if (page.Missed.Values[i] >= from && page.Missed.Values[i] <= to) missed.Add(page.Missed.Places[i]);
        }

        return missed;
    }

    /// <summary>Counts, and keeps the first ids after one.</summary>
    private sealed class FirstIds(string? after, int most)
    {
        private readonly SortedSet<string> _ids = new(StringComparer.Ordinal);
        private long _count;

        public Named Named => new(_count, [.. _ids]);

        public void Add(LifePage page, in LifeSet places)
        {
            foreach (var place in places.Walk()) Add(page.Id(place));
        }

        public void Add(string id)
        {
            _count++;
            if (after is not null && string.CompareOrdinal(id, after) <= 0) return;
            if (_ids.Count == most && string.CompareOrdinal(id, _ids.Max) > 0) return;
            _ids.Add(id);
            if (_ids.Count > most) _ids.Remove(_ids.Max!);
        }
    }
}
