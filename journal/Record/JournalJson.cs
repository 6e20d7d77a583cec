using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityGrains.Domain.Access;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Portfolios;

namespace CityGrains.Journal.Record;

/// <summary>
/// How events and states are written: camelCase, Vietnamese unescaped, nulls and derived properties left out; the source generator makes it fast.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    Converters = [
        typeof(DateOfRecordConverter), typeof(LegalStateConverter), typeof(MembershipStateConverter), typeof(KebabEnumConverter<CityEndingKind>),
        typeof(KebabEnumConverter<ActivityKind>), typeof(KebabEnumConverter<ActivityState>),
        typeof(KebabEnumConverter<ChangeKind>), typeof(KebabEnumConverter<ChangeState>), typeof(KebabEnumConverter<Exemption>),
        typeof(KebabEnumConverter<SuccessionExtent>),
        typeof(KebabEnumConverter<AgreementKind>), typeof(KebabEnumConverter<PartyType>), typeof(KebabEnumConverter<ConsultationProcedure>),
        typeof(KebabEnumConverter<Opinion>), typeof(KebabEnumConverter<MilestoneStatus>), typeof(KebabEnumConverter<Qualifier>),
        typeof(KebabEnumConverter<LifeStep>), typeof(KebabEnumConverter<NoticeKind>), typeof(KebabEnumConverter<OfficeLevel>),
        typeof(KebabEnumConverter<OfficeRole>), typeof(KebabEnumConverter<YearlyPaperKind>),
        typeof(KebabEnumConverter<ClaimStanding>), typeof(KebabEnumConverter<AccessKind>)])]
[JsonSerializable(typeof(EventMeta))]
[JsonSerializable(typeof(Life))]
[JsonSerializable(typeof(Agreement))]
[JsonSerializable(typeof(AgreementProposed))]
[JsonSerializable(typeof(LegacyAgreementRegistered))]
[JsonSerializable(typeof(ConsultationOpened))]
[JsonSerializable(typeof(OpinionReceived))]
[JsonSerializable(typeof(EscalatedToPrimeMinister))]
[JsonSerializable(typeof(SigningApproved))]
[JsonSerializable(typeof(SigningRejected))]
[JsonSerializable(typeof(ProposalAbandoned))]
[JsonSerializable(typeof(AgreementSigned))]
[JsonSerializable(typeof(EnteredIntoEffect))]
[JsonSerializable(typeof(ImplementationPlanAdopted))]
[JsonSerializable(typeof(CommitmentAdded))]
[JsonSerializable(typeof(ImplementationStarted))]
[JsonSerializable(typeof(MilestoneMet))]
[JsonSerializable(typeof(MilestonePartiallyMet))]
[JsonSerializable(typeof(MilestoneMissed))]
[JsonSerializable(typeof(MilestoneWaived))]
[JsonSerializable(typeof(MilestoneRescheduled))]
[JsonSerializable(typeof(ProgressReported))]
[JsonSerializable(typeof(EvidenceAttached))]
[JsonSerializable(typeof(ImplementationCompleted))]
[JsonSerializable(typeof(AgreementArchived))]
[JsonSerializable(typeof(CopySentToMofa))]
[JsonSerializable(typeof(ReportedToPrimeMinister))]
[JsonSerializable(typeof(ChangeNotifiedToMofa))]
[JsonSerializable(typeof(AgreementPublished))]
[JsonSerializable(typeof(DisclosureRestricted))]
[JsonSerializable(typeof(BreachRecorded))]
[JsonSerializable(typeof(AgreementClaimAsserted))]
[JsonSerializable(typeof(AgreementClaimDisputed))]
[JsonSerializable(typeof(AgreementClaimResolved))]
[JsonSerializable(typeof(AgreementFeedbackRequested))]
[JsonSerializable(typeof(AgreementFeedbackAnswered))]
[JsonSerializable(typeof(AgreementFeedbackReminded))]
[JsonSerializable(typeof(AgreementFeedbackWithdrawn))]
[JsonSerializable(typeof(ChangeProposed))]
[JsonSerializable(typeof(ChangeConsultationOpened))]
[JsonSerializable(typeof(ChangeOpinionReceived))]
[JsonSerializable(typeof(ChangeExempted))]
[JsonSerializable(typeof(ChangeApproved))]
[JsonSerializable(typeof(ChangeDropped))]
[JsonSerializable(typeof(AgreementAmended))]
[JsonSerializable(typeof(AgreementExtended))]
[JsonSerializable(typeof(ImplementationSuspended))]
[JsonSerializable(typeof(ImplementationResumed))]
[JsonSerializable(typeof(AgreementExpired))]
[JsonSerializable(typeof(AgreementTerminated))]
[JsonSerializable(typeof(WithdrawnFromAgreement))]
[JsonSerializable(typeof(AgreementSuperseded))]
[JsonSerializable(typeof(PartyRenamed))]
[JsonSerializable(typeof(PartySucceeded))]
[JsonSerializable(typeof(PartnerNotifiedOfSuccession))]
[JsonSerializable(typeof(ResponsibleOfficeAssigned))]
[JsonSerializable(typeof(RecordCorrected))]
[JsonSerializable(typeof(City))]
[JsonSerializable(typeof(CityRegistered))]
[JsonSerializable(typeof(CityRenamed))]
[JsonSerializable(typeof(IndicatorRecorded))]
[JsonSerializable(typeof(CityStatusChanged))]
[JsonSerializable(typeof(CityMerged))]
[JsonSerializable(typeof(CityDissolved))]
[JsonSerializable(typeof(SuccessorDesignated))]
[JsonSerializable(typeof(ApplicationStarted))]
[JsonSerializable(typeof(DossierRevised))]
[JsonSerializable(typeof(MayorEndorsed))]
[JsonSerializable(typeof(SubmittedToNationalCommission))]
[JsonSerializable(typeof(NationalCommissionEndorsed))]
[JsonSerializable(typeof(NationalCommissionDeclined))]
[JsonSerializable(typeof(SubmittedToUnesco))]
[JsonSerializable(typeof(CriterionAssessed))]
[JsonSerializable(typeof(ApplicationDeclined))]
[JsonSerializable(typeof(ApplicationAbandoned))]
[JsonSerializable(typeof(ApplicationReopened))]
[JsonSerializable(typeof(MembershipRecognised))]
[JsonSerializable(typeof(ReportSubmitted))]
[JsonSerializable(typeof(ReportAccepted))]
[JsonSerializable(typeof(ReportBecameOverdue))]
[JsonSerializable(typeof(ReminderReceived))]
[JsonSerializable(typeof(MembershipInactivated))]
[JsonSerializable(typeof(MembershipReinstated))]
[JsonSerializable(typeof(MembershipRemoved))]
[JsonSerializable(typeof(MembershipWithdrawn))]
[JsonSerializable(typeof(MembershipTransferred))]
[JsonSerializable(typeof(MembershipReceived))]
[JsonSerializable(typeof(CityClaimAsserted))]
[JsonSerializable(typeof(CityClaimDisputed))]
[JsonSerializable(typeof(CityClaimResolved))]
[JsonSerializable(typeof(CityFeedbackRequested))]
[JsonSerializable(typeof(CityFeedbackAnswered))]
[JsonSerializable(typeof(CityFeedbackReminded))]
[JsonSerializable(typeof(CityFeedbackWithdrawn))]
[JsonSerializable(typeof(Office))]
[JsonSerializable(typeof(OfficeRegistered))]
[JsonSerializable(typeof(OfficeRenamed))]
[JsonSerializable(typeof(OfficePolicySet))]
[JsonSerializable(typeof(CalendarReplaced))]
[JsonSerializable(typeof(PersonAdded))]
[JsonSerializable(typeof(PersonRemoved))]
[JsonSerializable(typeof(DeadlinesAnnounced))]
[JsonSerializable(typeof(AnnualReportSent))]
[JsonSerializable(typeof(AnnualPlanSent))]
[JsonSerializable(typeof(OfficeClosed))]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivityPlanned))]
[JsonSerializable(typeof(ActivityApplied))]
[JsonSerializable(typeof(ActivityRescheduled))]
[JsonSerializable(typeof(ActivityHeld))]
[JsonSerializable(typeof(ActivityResultRecorded))]
[JsonSerializable(typeof(ActivityCancelled))]
[JsonSerializable(typeof(ActivityRelated))]
[JsonSerializable(typeof(ActivityClaimAsserted))]
[JsonSerializable(typeof(ActivityClaimResolved))]
[JsonSerializable(typeof(ActivityLinked))]
[JsonSerializable(typeof(DelegationLinked))]
[JsonSerializable(typeof(CityActivityLinked))]
[JsonSerializable(typeof(CityDelegationLinked))]
[JsonSerializable(typeof(AccessDay))]
[JsonSerializable(typeof(AccessNoted))]
public sealed partial class JournalJson : JsonSerializerContext
{
    /// <summary>The attribute cannot name an encoder; text is stored and read by people, so letters stay letters.</summary>
    static JournalJson() => Default = new JournalJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
