namespace CityGrains.Domain.Agreements;

/// <summary>How far an agreement has come, derived from its commitments and evidence; never stored as a fact.</summary>
public enum Progress
{
    /// <summary>No commitment is recorded.</summary>
    None,

    /// <summary>Commitments, and nothing done yet.</summary>
    Planned,

    /// <summary>Evidence, but no milestone reached.</summary>
    InProgress,

    /// <summary>Some milestones reached, in full or in part.</summary>
    Partial,

    /// <summary>Every milestone met or waived.</summary>
    Done,
}

public sealed partial record Agreement
{
    /// <summary>How far it has come.</summary>
    public Progress Progress =>
        Commitments.IsEmpty ? Progress.None
        : Commitments.All(commitment => commitment.IsSettled) ? Progress.Done
        : Steps.Any(milestone => milestone.Status is MilestoneStatus.Met or MilestoneStatus.PartiallyMet) ? Progress.Partial
        : !Evidence.IsEmpty ? Progress.InProgress
        : Progress.Planned;

    /// <summary>Share of milestones reached, in part counting half, waived ones left out; 100 only when none is owed. Null without a plan.</summary>
    public int? DerivedPercent
    {
        get
        {
            var owed = Steps.Where(milestone => milestone.Status is not MilestoneStatus.Waived).ToList();
            if (owed.Count == 0) return Commitments.IsEmpty ? null : 100;
            var reached = owed.Sum(Share);
            return reached == owed.Count ? 100 : Math.Min(99, (int)Math.Round(100 * reached / owed.Count, MidpointRounding.AwayFromZero));
        }
    }

    /// <summary>The steps of all commitments, in order.</summary>
    internal IEnumerable<Milestone> Steps => Commitments.SelectMany(commitment => commitment.Milestones);

    private static decimal Share(Milestone milestone) => milestone.Status switch { MilestoneStatus.Met => 1, MilestoneStatus.PartiallyMet => 0.5m, _ => 0 };
}
