using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>What a command leads to, given what an agreement is. Pure: the clock is <see cref="CommandContext.Now"/>.</summary>
public static partial class AgreementDecider
{
    /// <summary>Decides a command. The fields are checked first, then the state.</summary>
    public static Decision Decide(Agreement agreement, AgreementCommand command, CommandContext context)
    {
        var fields = new FieldChecks();
        command.Check(fields);
        context.Check(fields);
        if (fields.Faults.Count > 0) return Refusal.Invalid(fields.Faults);

        return command switch
        {
            ProposeAgreement c => Decide(agreement, c),
            RegisterLegacyAgreement c => Decide(agreement, c, context),
            _ when !agreement.Exists => Refuse.NotFound(agreement.Id),
            OpenConsultation c => Decide(agreement, c),
            RecordOpinion c => Decide(agreement, c, context),
            EscalateToPrimeMinister c => Decide(agreement, c),
            ApproveSigning c => Decide(agreement, c, context),
            RejectSigning c => Decide(agreement, c),
            AbandonProposal c => Decide(agreement, c),
            SignAgreement c => Decide(agreement, c, context),
            EnterIntoEffect c => Decide(agreement, c, context),
            AdoptPlan c => Decide(agreement, c),
            AddCommitment c => Decide(agreement, c),
            StartImplementation c => Decide(agreement, c, context),
            MeetMilestone c => Decide(agreement, c, context),
            PartiallyMeetMilestone c => Decide(agreement, c, context),
            MissMilestone c => Decide(agreement, c, context),
            WaiveMilestone c => Decide(agreement, c, context),
            RescheduleMilestone c => Decide(agreement, c),
            ReportProgress c => Decide(agreement, c),
            AttachEvidence c => Decide(agreement, c, context),
            CompleteImplementation c => Decide(agreement, c),
            ArchiveAgreement c => Decide(agreement, c),
            SendCopyToMofa c => Decide(agreement, c, context),
            ReportToPrimeMinister c => Decide(agreement, c, context),
            NotifyChange c => Decide(agreement, c, context),
            PublishAgreement c => Decide(agreement, c, context),
            RestrictDisclosure c => Decide(c, context),
            RecordBreach c => Decide(agreement, c, context),
            AssertAgreementClaim c => Decide(agreement, c, context),
            DisputeAgreementClaim c => Decide(agreement, c, context),
            ResolveAgreementClaim c => Decide(agreement, c, context),
            RequestAgreementFeedback c => Decide(agreement, c, context),
            AnswerAgreementFeedback c => Decide(agreement, c, context),
            RemindAgreementFeedback c => Decide(agreement, c, context),
            WithdrawAgreementFeedback c => Decide(agreement, c, context),
            ProposeChange c => Decide(agreement, c),
            OpenChangeConsultation c => Decide(agreement, c),
            RecordChangeOpinion c => Decide(agreement, c, context),
            ExemptChange c => Decide(agreement, c, context),
            ApproveChange c => Decide(agreement, c, context),
            DropChange c => Decide(agreement, c),
            PutChangeIntoEffect c => Decide(agreement, c, context),
            ResumeImplementation c => Decide(agreement, c, context),
            ExpireAgreement c => Decide(agreement, c, context),
            RenameParty c => Decide(agreement, c, context),
            SucceedParty c => Decide(agreement, c, context),
            NotifyPartner c => Decide(agreement, c, context),
            AssignOffice c => Decide(agreement, c),
            LinkActivity c => Decide(agreement, c),
            CorrectRecord c => Decide(agreement, c, context),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "An agreement has no such command."),
        };
    }

    private static Decision Accept(params IReadOnlyList<AgreementEvent> events) => Decision.Accept(events);
}
