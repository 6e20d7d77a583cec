using System.Globalization;

namespace CityGrains.Bench;

/// <summary>One line of the results: our work against a baseline of the same run.</summary>
/// <param name="Number">Its number in the table of goals.</param>
/// <param name="Work">What was measured.</param>
/// <param name="Ratio">Ours by the baseline; where <see cref="AtMost"/>, less is better.</param>
/// <param name="Goal">What it is to reach.</param>
/// <param name="Ours">What we did, with its unit.</param>
/// <param name="Baseline">What the baseline did.</param>
internal sealed record Measurement(string Number, string Work, double Ratio, double Goal, string Ours, string Baseline)
{
    /// <summary>The goal is a limit, not a floor.</summary>
    public bool AtMost { get; init; }

    /// <summary>The goal as it is written.</summary>
    public string GoalText => string.Create(CultureInfo.InvariantCulture, $"{(AtMost ? "≤" : "≥")} {Goal:0.##} ×");

    /// <summary>It is reached.</summary>
    public bool Reached => AtMost ? Ratio <= Goal : Ratio >= Goal;

    /// <summary>The median of an odd number of rounds, by their ratios.</summary>
    public static Measurement Median(IEnumerable<Measurement> rounds)
    {
        var sorted = rounds.OrderBy(round => round.Ratio).ToList();
        return sorted[sorted.Count / 2];
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Number,-3} {Work}: {Ratio:0.00} × (goal {GoalText}{(Reached ? "" : ", missed")}); {Ours} against {Baseline}");
}
