using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;

namespace CityGrains.Domain.Agreements;

public sealed partial record Agreement
{
    /// <summary>
    /// The agreement after one more event. Takes any event in any state: a look back may leave out what came before it, and the record is not argued with.
    /// </summary>
    public static Agreement Evolve(Agreement agreement, Happening<AgreementEvent> happening)
    {
        var on = happening.On;
        var after = happening.Event switch
        {
            AgreementProposed e => agreement.Apply(e, on, happening.Actor),
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
            CopySentToMofa e => agreement.Told(new Notice(NoticeKind.CopyToMofa, e.SentOn, e.Document, e.To)),
            ReportedToPrimeMinister e => agreement.Told(new Notice(NoticeKind.ReportToPrimeMinister, e.ReportedOn, e.Document)),
            ChangeNotifiedToMofa e => agreement.Told(new Notice(NoticeKind.ChangeToMofa, e.NotifiedOn, e.Document, e.To, e.Change)),
            AgreementPublished e => agreement.Apply(e),
            DisclosureRestricted e => agreement.Apply(e),
            BreachRecorded e => agreement.Apply(e),
            AgreementClaimAsserted e => agreement.Apply(e, on),
            AgreementClaimDisputed e => agreement.Apply(e, on),
            AgreementClaimResolved e => agreement.Apply(e, on),
            AgreementFeedbackRequested e => agreement with { Requests = agreement.Requests.Asked(e.Id, e.Question) },
            AgreementFeedbackAnswered e => agreement with { Requests = agreement.Requests.Answered(e.Id, e.Answer) },
            AgreementFeedbackReminded e => agreement with { Requests = agreement.Requests.Reminded(e.Id, new Reminder(e.RemindedOn, e.Document)) },
            AgreementFeedbackWithdrawn e => agreement with { Requests = agreement.Requests.Withdrawn(e.Id, new Withdrawal(e.WithdrawnOn, e.Ground)) },
            ChangeProposed e => agreement.Apply(e, on, happening.Actor),
            ChangeConsultationOpened e => agreement.Apply(e),
            ChangeOpinionReceived e => agreement.Apply(e),
            ChangeExempted e => agreement.Apply(e),
            ChangeApproved e => agreement.Apply(e),
            ChangeDropped e => agreement.Apply(e),
            AgreementAmended e => agreement.Apply(e),
            AgreementExtended e => agreement.Apply(e),
            ImplementationSuspended e => agreement.Apply(e),
            ImplementationResumed e => agreement.Apply(e),
            AgreementExpired e => agreement.Apply(e),
            AgreementTerminated e => agreement.Apply(e),
            WithdrawnFromAgreement e => agreement.Apply(e),
            AgreementSuperseded e => agreement.Apply(e),
            PartyRenamed e => agreement.Apply(e),
            PartySucceeded e => agreement.Apply(e),
            PartnerNotifiedOfSuccession e => agreement.Apply(e),
            ResponsibleOfficeAssigned e => agreement.Apply(e),
            RecordCorrected e => agreement.Apply(e, happening.RecordedAt),
            ActivityLinked e => agreement with { Activities = agreement.Activities.Add(e.Activity) },
            DelegationLinked e => agreement with { Activities = agreement.Activities.Add(e.Activity) },
            _ => throw new ArgumentOutOfRangeException(nameof(happening), happening.Event.GetType().Name, "An agreement has no such event."),
        };
        after = after with { Version = agreement.Version + 1, Periods = Dated(after.Periods, agreement.Periods.Length, happening) };
        return after.Marked(agreement, happening);
    }
}
