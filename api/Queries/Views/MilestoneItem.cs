using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Queries.Views;

/// <summary>A milestone in a list of those of many agreements.</summary>
/// <param name="Agreement">Id of its agreement.</param>
/// <param name="Version">The agreement's version.</param>
/// <param name="Title">The agreement's title.</param>
/// <param name="Office">The office that follows the agreement up.</param>
/// <param name="Commitment">What it is a step of.</param>
/// <param name="Id">Its id within the agreement, <c>c1-m1</c>.</param>
/// <param name="Description">What is to be done.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="Status">How it stands.</param>
/// <param name="SettledOn">When that came about; absent while open.</param>
public sealed record MilestoneItem(
    string Agreement, long Version, string Title, string Office, CommitmentItem Commitment, string Id, string Description, DateOfRecord DueOn,
    MilestoneStatus Status, DateOfRecord? SettledOn)
{
    /// <summary>The milestones of an agreement, in the order of its plan.</summary>
    internal static IEnumerable<MilestoneItem> Of(Agreement agreement) =>
        from commitment in agreement.Commitments
        from step in commitment.Milestones
        select new MilestoneItem(
            agreement.Id, agreement.Version, agreement.Title.Vi, agreement.Office,
            new CommitmentItem(commitment.Id, commitment.Description, commitment.Owner, commitment.DueOn),
            step.Id, step.Description, step.DueOn, step.Status, step.SettledOn);
}

/// <summary>What a milestone is a step of.</summary>
/// <param name="Id">Its id within the agreement, <c>c1</c>.</param>
/// <param name="Description">What was promised.</param>
/// <param name="Owner">Who owes it.</param>
/// <param name="DueOn">When it is due.</param>
public sealed record CommitmentItem(string Id, string Description, string Owner, DateOfRecord DueOn);
