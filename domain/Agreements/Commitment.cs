using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

/// <summary>Something the parties promised, with who answers for it and by when.</summary>
/// <param name="Id">Id within the agreement, <c>c1</c>.</param>
/// <param name="Description">What was promised.</param>
/// <param name="Owner">The body or person that owes it.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="Milestones">Its steps, at least one.</param>
public sealed record Commitment(string Id, string Description, string Owner, DateOfRecord DueOn, IReadOnlyList<Milestone> Milestones)
{
    /// <summary>True when no step of it is still owed.</summary>
    public bool IsSettled => Milestones.All(milestone => milestone.IsSettled);
}

/// <summary>A step of a commitment.</summary>
/// <param name="Id">Id within the agreement, <c>c1-m1</c>.</param>
/// <param name="Description">What is to be done.</param>
/// <param name="DueOn">When it is due.</param>
public sealed record Milestone(string Id, string Description, DateOfRecord DueOn)
{
    /// <summary>How it stands.</summary>
    public MilestoneStatus Status { get; init; } = MilestoneStatus.Open;

    /// <summary>When its status last changed in the world; null while open.</summary>
    public DateOfRecord? SettledOn { get; init; }

    /// <summary>True when it is met or waived.</summary>
    public bool IsSettled => Status is MilestoneStatus.Met or MilestoneStatus.Waived;
}

/// <summary>How a milestone stands.</summary>
public enum MilestoneStatus
{
    /// <summary>Chưa đến hạn hoặc chưa làm.</summary>
    Open,

    /// <summary>Đã đạt.</summary>
    Met,

    /// <summary>Đạt một phần.</summary>
    PartiallyMet,

    /// <summary>Không đạt.</summary>
    Missed,

    /// <summary>Được miễn.</summary>
    Waived,
}
