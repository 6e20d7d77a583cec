using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

public sealed partial record Agreement
{
    /// <summary>The agreement after one more event.</summary>
    /// <param name="agreement">The agreement before.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="on">When it happened, from the event's envelope; for the events that state no date of their own.</param>
    public static Agreement Evolve(Agreement agreement, AgreementEvent happened, DateOfRecord on)
    {
        var after = happened switch
        {
            AgreementProposed e => agreement.Apply(e, on),
            LegacyAgreementRegistered e => agreement.Apply(e, on),
            ConsultationOpened e => agreement.Apply(e, on),
            OpinionReceived e => agreement.Apply(e),
            EscalatedToPrimeMinister => agreement.Enter(LegalState.Escalated, on),
            SigningApproved e => agreement.Apply(e),
            SigningRejected => agreement.Enter(LegalState.Rejected, on),
            ProposalAbandoned => agreement.Enter(LegalState.Abandoned, on),
            AgreementSigned e => agreement.Apply(e),
            EnteredIntoEffect e => agreement.Apply(e),
            ImplementationPlanAdopted e => agreement.Apply(e, on),
            CommitmentAdded e => agreement.Apply(e),
            ImplementationStarted e => agreement.Apply(e),
            MilestoneMet e => agreement.Settle(e.Milestone, MilestoneStatus.Met, e.MetOn),
            MilestonePartiallyMet e => agreement.Settle(e.Milestone, MilestoneStatus.PartiallyMet, e.AssessedOn),
            MilestoneMissed e => agreement.Settle(e.Milestone, MilestoneStatus.Missed, e.AssessedOn),
            MilestoneWaived e => agreement.Settle(e.Milestone, MilestoneStatus.Waived, e.WaivedOn),
            MilestoneRescheduled e => agreement.Apply(e),
            ProgressReported e => agreement.Apply(e, on),
            EvidenceAttached e => agreement.Apply(e),
            ImplementationCompleted => agreement.Enter(LegalState.Implemented, on),
            AgreementArchived e => agreement.Apply(e, on),
            _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "An agreement has no such event."),
        };
        return after with { Version = agreement.Version + 1 };
    }
}
