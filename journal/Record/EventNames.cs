using System.Collections.Frozen;
using CityGrains.Domain.Access;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Offices;

namespace CityGrains.Journal.Record;

/// <summary>The stable name of each event, with the version of its form. Names are for ever; a changed form gets the next version and an upcaster.</summary>
public static class EventNames
{
    private static readonly FrozenDictionary<Type, string> Names = new Dictionary<Type, string>
    {
        [typeof(AgreementProposed)] = "agreement-proposed/1",
        [typeof(LegacyAgreementRegistered)] = "legacy-agreement-registered/1",
        [typeof(ConsultationOpened)] = "consultation-opened/1",
        [typeof(OpinionReceived)] = "opinion-received/1",
        [typeof(EscalatedToPrimeMinister)] = "escalated-to-prime-minister/1",
        [typeof(SigningApproved)] = "signing-approved/1",
        [typeof(SigningRejected)] = "signing-rejected/1",
        [typeof(ProposalAbandoned)] = "proposal-abandoned/1",
        [typeof(AgreementSigned)] = "agreement-signed/1",
        [typeof(EnteredIntoEffect)] = "entered-into-effect/1",
        [typeof(ImplementationPlanAdopted)] = "implementation-plan-adopted/1",
        [typeof(CommitmentAdded)] = "commitment-added/1",
        [typeof(ImplementationStarted)] = "implementation-started/1",
        [typeof(MilestoneMet)] = "milestone-met/1",
        [typeof(MilestonePartiallyMet)] = "milestone-partially-met/1",
        [typeof(MilestoneMissed)] = "milestone-missed/1",
        [typeof(MilestoneWaived)] = "milestone-waived/1",
        [typeof(MilestoneRescheduled)] = "milestone-rescheduled/1",
        [typeof(ProgressReported)] = "progress-reported/1",
        [typeof(EvidenceAttached)] = "evidence-attached/1",
        [typeof(ImplementationCompleted)] = "implementation-completed/1",
        [typeof(AgreementArchived)] = "agreement-archived/1",
        [typeof(CopySentToMofa)] = "copy-sent-to-mofa/1",
        [typeof(ReportedToPrimeMinister)] = "reported-to-prime-minister/1",
        [typeof(ChangeNotifiedToMofa)] = "change-notified-to-mofa/1",
        [typeof(AgreementPublished)] = "agreement-published/1",
        [typeof(DisclosureRestricted)] = "disclosure-restricted/1",
        [typeof(BreachRecorded)] = "breach-recorded/1",
        [typeof(AgreementClaimAsserted)] = "agreement-claim-asserted/1",
        [typeof(AgreementClaimDisputed)] = "agreement-claim-disputed/1",
        [typeof(AgreementClaimResolved)] = "agreement-claim-resolved/1",
        [typeof(AgreementFeedbackRequested)] = "agreement-feedback-requested/1",
        [typeof(AgreementFeedbackAnswered)] = "agreement-feedback-answered/1",
        [typeof(AgreementFeedbackReminded)] = "agreement-feedback-reminded/1",
        [typeof(AgreementFeedbackWithdrawn)] = "agreement-feedback-withdrawn/1",
        [typeof(ChangeProposed)] = "change-proposed/1",
        [typeof(ChangeConsultationOpened)] = "change-consultation-opened/1",
        [typeof(ChangeOpinionReceived)] = "change-opinion-received/1",
        [typeof(ChangeExempted)] = "change-exempted/1",
        [typeof(ChangeApproved)] = "change-approved/1",
        [typeof(ChangeDropped)] = "change-dropped/1",
        [typeof(AgreementAmended)] = "agreement-amended/1",
        [typeof(AgreementExtended)] = "agreement-extended/1",
        [typeof(ImplementationSuspended)] = "implementation-suspended/1",
        [typeof(ImplementationResumed)] = "implementation-resumed/1",
        [typeof(AgreementExpired)] = "agreement-expired/1",
        [typeof(AgreementTerminated)] = "agreement-terminated/1",
        [typeof(WithdrawnFromAgreement)] = "withdrawn-from-agreement/1",
        [typeof(AgreementSuperseded)] = "agreement-superseded/1",
        [typeof(PartyRenamed)] = "party-renamed/1",
        [typeof(PartySucceeded)] = "party-succeeded/1",
        [typeof(PartnerNotifiedOfSuccession)] = "partner-notified-of-succession/1",
        [typeof(ResponsibleOfficeAssigned)] = "responsible-office-assigned/1",
        [typeof(RecordCorrected)] = "record-corrected/1",
        [typeof(CityRegistered)] = "city-registered/1",
        [typeof(CityRenamed)] = "city-renamed/1",
        [typeof(IndicatorRecorded)] = "indicator-recorded/1",
        [typeof(CityStatusChanged)] = "city-status-changed/1",
        [typeof(CityMerged)] = "city-merged/1",
        [typeof(CityDissolved)] = "city-dissolved/1",
        [typeof(SuccessorDesignated)] = "successor-designated/1",
        [typeof(ApplicationStarted)] = "application-started/1",
        [typeof(DossierRevised)] = "dossier-revised/1",
        [typeof(MayorEndorsed)] = "mayor-endorsed/1",
        [typeof(SubmittedToNationalCommission)] = "submitted-to-national-commission/1",
        [typeof(NationalCommissionEndorsed)] = "national-commission-endorsed/1",
        [typeof(NationalCommissionDeclined)] = "national-commission-declined/1",
        [typeof(SubmittedToUnesco)] = "submitted-to-unesco/1",
        [typeof(CriterionAssessed)] = "criterion-assessed/1",
        [typeof(ApplicationDeclined)] = "application-declined/1",
        [typeof(ApplicationAbandoned)] = "application-abandoned/1",
        [typeof(ApplicationReopened)] = "application-reopened/1",
        [typeof(MembershipRecognised)] = "membership-recognised/1",
        [typeof(ReportSubmitted)] = "report-submitted/1",
        [typeof(ReportAccepted)] = "report-accepted/1",
        [typeof(ReportBecameOverdue)] = "report-became-overdue/1",
        [typeof(ReminderReceived)] = "reminder-received/1",
        [typeof(MembershipInactivated)] = "membership-inactivated/1",
        [typeof(MembershipReinstated)] = "membership-reinstated/1",
        [typeof(MembershipRemoved)] = "membership-removed/1",
        [typeof(MembershipWithdrawn)] = "membership-withdrawn/1",
        [typeof(MembershipTransferred)] = "membership-transferred/1",
        [typeof(MembershipReceived)] = "membership-received/1",
        [typeof(CityClaimAsserted)] = "city-claim-asserted/1",
        [typeof(CityClaimDisputed)] = "city-claim-disputed/1",
        [typeof(CityClaimResolved)] = "city-claim-resolved/1",
        [typeof(CityFeedbackRequested)] = "city-feedback-requested/1",
        [typeof(CityFeedbackAnswered)] = "city-feedback-answered/1",
        [typeof(CityFeedbackReminded)] = "city-feedback-reminded/1",
        [typeof(CityFeedbackWithdrawn)] = "city-feedback-withdrawn/1",
        [typeof(OfficeRegistered)] = "office-registered/1",
        [typeof(OfficeRenamed)] = "office-renamed/1",
        [typeof(OfficePolicySet)] = "office-policy-set/1",
        [typeof(CalendarReplaced)] = "calendar-replaced/1",
        [typeof(PersonAdded)] = "person-added/1",
        [typeof(PersonRemoved)] = "person-removed/1",
        [typeof(DeadlinesAnnounced)] = "deadlines-announced/1",
        [typeof(AnnualReportSent)] = "annual-report-sent/1",
        [typeof(AnnualPlanSent)] = "annual-plan-sent/1",
        [typeof(OfficeClosed)] = "office-closed/1",
        [typeof(ActivityPlanned)] = "activity-planned/1",
        [typeof(ActivityApplied)] = "activity-applied/1",
        [typeof(ActivityRescheduled)] = "activity-rescheduled/1",
        [typeof(ActivityHeld)] = "activity-held/1",
        [typeof(ActivityResultRecorded)] = "activity-result-recorded/1",
        [typeof(ActivityCancelled)] = "activity-cancelled/1",
        [typeof(ActivityRelated)] = "activity-related/1",
        [typeof(ActivityClaimAsserted)] = "activity-claim-asserted/1",
        [typeof(ActivityClaimResolved)] = "activity-claim-resolved/1",
        [typeof(ActivityLinked)] = "activity-linked/1",
        [typeof(DelegationLinked)] = "delegation-linked/1",
        [typeof(CityActivityLinked)] = "city-activity-linked/1",
        [typeof(CityDelegationLinked)] = "city-delegation-linked/1",
        [typeof(AccessNoted)] = "access-noted/1",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Type> Types = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Every name there is.</summary>
    public static IEnumerable<string> All => Types.Keys;

    /// <summary>The name of an event.</summary>
    public static string Of(object happened) => NameOf(happened.GetType());

    /// <summary>The name of a type of event.</summary>
    public static string NameOf(Type type) => Names[type];

    /// <summary>The event of a name.</summary>
    /// <exception cref="UnknownEventException">The program knows no such event: the store is newer.</exception>
    public static Type TypeOf(string name) => Types.TryGetValue(name, out var type) ? type : throw new UnknownEventException(name);
}

/// <summary>The record has an event this program does not know; a newer program wrote it.</summary>
public sealed class UnknownEventException(string name) : Exception(
    $"The record has an event '{name}' that this program does not know. Start the newer program that wrote it.");
