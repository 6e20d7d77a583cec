using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

/// <summary>How far a change has come.</summary>
public enum ChangeState
{
    /// <summary>Đề xuất.</summary>
    Proposed,

    /// <summary>Đang lấy ý kiến.</summary>
    Consulting,

    /// <summary>Không phải lấy ý kiến.</summary>
    Exempt,

    /// <summary>Đã cho phép.</summary>
    Approved,

    /// <summary>Đã có hiệu lực.</summary>
    Effective,

    /// <summary>Dừng.</summary>
    Dropped,

    /// <summary>Không còn đối tượng: the agreement ended before it took effect.</summary>
    Lapsed,
}

/// <summary>A change on its way through its own small procedure: proposed, consulted on or exempt, approved, effective.</summary>
/// <param name="Id">Id within the agreement, <c>ch1</c>.</param>
/// <param name="Change">What it does.</param>
/// <param name="ProposedBy">Who proposed it; somebody else approves it.</param>
/// <param name="ProposedOn">When.</param>
public sealed record ChangeProcess(string Id, Change Change, string ProposedBy, DateOfRecord ProposedOn)
{
    /// <summary>How far it has come.</summary>
    public ChangeState State { get; init; } = ChangeState.Proposed;

    /// <summary>Its consultation, once opened.</summary>
    public Consultation? Consultation { get; init; }

    /// <summary>Why no agency was asked; null when some were.</summary>
    public Exemption? Exemption { get; init; }

    /// <summary>The decision that permits it.</summary>
    public ChangeApproval? Approval { get; init; }

    /// <summary>Since when it is in effect; null until then. What starts the 15 days to tell the ministry.</summary>
    public DateOfRecord? EffectiveOn { get; init; }

    /// <summary>True until it takes effect, is dropped or lapses.</summary>
    public bool IsOpen => State is ChangeState.Proposed or ChangeState.Consulting or ChangeState.Exempt or ChangeState.Approved;

    /// <summary>What people call a state, in Vietnamese.</summary>
    public static string Vietnamese(ChangeState state) => state switch
    {
        ChangeState.Proposed => "Đề xuất",
        ChangeState.Consulting => "Đang lấy ý kiến",
        ChangeState.Exempt => "Không phải lấy ý kiến",
        ChangeState.Approved => "Đã cho phép",
        ChangeState.Effective => "Đã có hiệu lực",
        ChangeState.Dropped => "Dừng",
        _ => "Không còn đối tượng",
    };
}

/// <summary>The decision that permits a change.</summary>
/// <param name="DecisionNumber">Number of the decision.</param>
/// <param name="DecidedOn">Its date.</param>
/// <param name="Authority">Who decided.</param>
public sealed record ChangeApproval(string DecisionNumber, DateOfRecord DecidedOn, string Authority);

/// <summary>A suspension in force.</summary>
/// <param name="Change">The change that brought it, <c>ch1</c>.</param>
/// <param name="Part">What is suspended; null: the whole.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">Its last day; null: until it is resumed.</param>
/// <param name="Before">Of the whole: the state to come back to.</param>
public sealed record Suspension(string Change, string? Part, DateOfRecord From, DateOfRecord? Until, LegalState? Before);
