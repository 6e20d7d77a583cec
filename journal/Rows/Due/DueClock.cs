using CityGrains.Domain.Clocks;

namespace CityGrains.Journal.Rows.Due;

/// <summary>A clock with the rule it goes by and the day it is due.</summary>
/// <param name="Listed">The clock.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Due">The last day it can be done in time.</param>
public sealed record DueClock(ListedClock Listed, ClockRule Rule, DateOnly Due)
{
    /// <summary>Where it stands among all.</summary>
    public DuePlace Place => new(Due, Rule.Code, Listed.Place);
}

/// <summary>Where a deadline stands: by the day it is due, then by kind, then by the place of its clock.</summary>
/// <param name="Due">The day.</param>
/// <param name="Code">The kind of clock.</param>
/// <param name="Clock">The clock's place.</param>
public sealed record DuePlace(DateOnly Due, string Code, ClockPlace Clock)
{
    /// <summary>The order of deadlines.</summary>
    public static int Compare(DuePlace one, DuePlace other)
    {
        var order = one.Due.CompareTo(other.Due);
        if (order == 0) order = string.CompareOrdinal(one.Code, other.Code);
        return order != 0 ? order : ClockPlace.Compare(one.Clock, other.Clock);
    }
}

/// <summary>Which deadlines.</summary>
public sealed record DueFilter
{
    /// <summary>The day it is asked on.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Only of this office, however records name it; null: of any.</summary>
    public string? Office { get; init; }

    /// <summary>Only these kinds of clocks; empty: all that is owed, mere observations left out.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Only of this record; null: of any.</summary>
    public StreamId? Record { get; init; }

    /// <summary>Due on this day or later; null: whenever.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Due before this day; null: whenever.</summary>
    public DateOnly? DueBefore { get; init; }

    /// <summary>Ended ones as well.</summary>
    public bool Ended { get; init; }

    /// <summary>The rules of the kinds asked for.</summary>
    internal IEnumerable<ClockRule> Rules(ClockRules rules) => Codes.Count == 0 ? rules.All.Where(rule => !rule.Watch) : Codes.SelectMany(code => rules[code]);
}
