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
        : Milestones.Any(milestone => milestone.Status is MilestoneStatus.Met or MilestoneStatus.PartiallyMet) ? Progress.Partial
        : !Evidence.IsEmpty ? Progress.InProgress
        : Progress.Planned;

    /// <summary>Share of milestones reached, 0 to 100, one reached in part counting half; waived ones are left out. Null without a plan.</summary>
    public int? DerivedPercent
    {
        get
        {
            var owed = Milestones.Where(milestone => milestone.Status is not MilestoneStatus.Waived).ToList();
            if (owed.Count == 0) return Commitments.IsEmpty ? null : 100;
            return (int)Math.Round(100m * owed.Sum(Share) / owed.Count, MidpointRounding.AwayFromZero);
        }
    }

    private IEnumerable<Milestone> Milestones => Commitments.SelectMany(commitment => commitment.Milestones);

    private static decimal Share(Milestone milestone) => milestone.Status switch { MilestoneStatus.Met => 1, MilestoneStatus.PartiallyMet => 0.5m, _ => 0 };
}
