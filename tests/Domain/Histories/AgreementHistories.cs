using CityGrains.Domain.Agreements;
using CityGrains.Domain.Tests.Agreements;
using FsCheck;
using FsCheck.Fluent;

namespace CityGrains.Domain.Tests.Histories;

/// <summary>Random commands for an agreement: mostly such as lead on, some out of place, some rubbish.</summary>
internal static class AgreementHistories
{
    private static readonly string[] Milestones = ["c1-m1", "c1-m2", "c2-m1", "c3-m1"];

    public static Gen<AgreementCommand> Commands { get; } = Gen.Frequency(
        (6, Gen.Elements<AgreementCommand>(Ask.Propose(), Ask.Propose(), Ask.OpenConsultation(), Ask.OpenConsultation("Bộ Ngoại giao", "Bộ Công an"))),
        (6, from agency in Gen.Elements("Bộ Ngoại giao", "Bộ Công an", "bộ ngoại giao")
            from opinion in Gen.Elements(Enum.GetValues<Opinion>())
            select (AgreementCommand)Ask.RecordOpinion(agency, opinion)),
        (5, Gen.Elements<AgreementCommand>(Ask.Escalate(), Ask.Approve(), Ask.Approve(consent: "9/TTg"), Ask.Approve(overriding: "Gấp"),
            Ask.Reject(), Ask.Abandon())),
        (4, from date in Gen.Elements("2026-01-31", "2026-02-01", "2026-02", "2026", "2025", "2026-03-03")
            from command in Gen.Elements<AgreementCommand>(Ask.Sign(date), Ask.EnterIntoEffect(date), Ask.EnterIntoEffect(date, "2030"))
            select command),
        (4, Gen.Elements<AgreementCommand>(Ask.AdoptPlan(), Ask.AdoptPlan(2), Ask.AddCommitment(), Ask.Start(),
            Ask.Attach("c2"), Ask.Attach(null), Ask.Report())),
        (8, from milestone in Gen.Elements(Milestones)
            from command in Gen.Elements<AgreementCommand>(
                Ask.Meet(milestone), Ask.Meet(milestone, evidence: Happened.Photo), Ask.MeetInPart(milestone), Ask.Miss(milestone), Ask.Waive(milestone),
                Ask.Reschedule(milestone), Ask.Attach(milestone))
            select command),
        (3, Gen.Elements<AgreementCommand>(Ask.Complete(), Ask.Archive())),
        (4, Gen.Elements<AgreementCommand>(Ask.Claim(), Ask.Claim(date: "2026-02-07"), Ask.Claim("effectiveOn", "2026-02-01"), Ask.Dispute(), Ask.Dispute("k2"),
            Ask.Resolve(), Ask.Resolve(holds: "k2"), Ask.Resolve("effectiveOn", null))),
        (4, Gen.Elements<AgreementCommand>(Ask.RequestFeedback(), Ask.RequestFeedback("2026-01"), Ask.AnswerFeedback(), Ask.AnswerFeedback("r2"),
            Ask.RemindFeedback(), Ask.WithdrawFeedback(), Ask.WithdrawFeedback("r2"))),
        (3, from date in Gen.Elements("2026-01-31", "2026-02-27", "2026-02", "2026", "2026-03-03")
            from command in Gen.Elements<AgreementCommand>(
                Ask.SendCopy(date), Ask.ReportToPrimeMinister(date), Ask.NotifyChange("Gia hạn", date), Ask.Publish(date),
                Ask.Restrict(date, "2026-02-28"), Ask.RecordBreach(date))
            select command),
        (8, from change in Gen.Elements("ch1", "ch2", "ch3")
            from kind in Gen.Elements(Enum.GetValues<ChangeKind>())
            from date in Gen.Elements("2026-02-25", "2026-02-26", "2026", "2026-03-03")
            from command in Gen.Elements<AgreementCommand>(
                Ask.Propose(kind), Ask.OpenChangeConsultation(change), Ask.RecordChangeOpinion(change), Ask.Exempt(change),
                Ask.Exempt(change, Exemption.RenameOnly),
                Ask.ApproveChange(change, date), Ask.ApproveChange(change, date, overriding: "Gấp"), Ask.Drop(change), Ask.PutIntoEffect(change, date),
                Ask.Resume(null, null, date), Ask.Resume(change, null, date), Ask.Resume(returnsTo: LegalState.Planned), Ask.Expire(), Ask.Expire(date))
            select command),
        (2, Gen.Elements<AgreementCommand>(Ask.RenameParty(), Ask.RenameParty("Thành phố Sơn La", "Sơn La"), Ask.Succeed(), Ask.Succeed(extent: SuccessionExtent.Part),
            Ask.Succeed("Tô Hiệu"), Ask.NotifyPartner(), Ask.AssignOffice(), Ask.AssignOffice("Sở Ngoại vụ Sơn La"))),
        (3, from signed in Gen.Elements(null, "2026-02-02", "2026-02-27", "2026-01")
            from effective in Gen.Elements(null, null, "2026-02-27", "2026")
            from title in Gen.Elements(null, "Bản ghi nhớ")
            select (AgreementCommand)Ask.Correct(signed, effective, title, new CorrectedName("Sơn La", "Tỉnh Sơn La"))),
        (1, from state in Gen.Elements(Enum.GetValues<LegalState>()) select (AgreementCommand)Ask.RegisterLegacy(state)),
        (2, Anything.OneOf<AgreementCommand>(Anything.CommandsOf<AgreementCommand>())));

    /// <summary>Steps that mostly lead on, so that histories reach the end.</summary>
    public static Gen<Step> Steps { get; } = Gen.Frequency(
        (1, Gen.Elements<AgreementCommand>(Ask.Claim(), Ask.Claim(date: "2026-02-07"), Ask.Resolve(), Ask.RequestFeedback(), Ask.AnswerFeedback(), Ask.SendCopy()).Select(command => new Step(0, command))),
        (10, Gen.Choose(0, 2519).Select(choice => new Step(choice, null))),
        (1, Gen.Elements("2026-02-01", "2026-02-28", "2026-03-01").Select(date => new Step(0, Ask.Correct(signedOn: date)))),
        (1, Gen.Elements("2026-02-02", "2026-03-02", "2026").Select(date => new Step(0, Ask.Correct(effectiveOn: date)))),
        (2, Commands.Select(command => new Step(0, command))));

    /// <summary>A command, or one of those that lead on from wherever the agreement is.</summary>
    public sealed record Step(int Choice, AgreementCommand? Command)
    {
        public AgreementCommand From(Agreement agreement)
        {
            if (Command is not null) return Command;
            AgreementCommand[] leadingOn = [.. LeadingOn(agreement.State), .. Changing(agreement)];
            return leadingOn[Choice % leadingOn.Length];
        }
    }

    private static AgreementCommand[] Changing(Agreement agreement) => agreement.Changes.LastOrDefault(change => change.IsOpen) switch
    {
        { State: ChangeState.Proposed, Id: var id } => [Ask.OpenChangeConsultation(id), Ask.Exempt(id), Ask.Drop(id)],
        { State: ChangeState.Consulting, Id: var id } =>
            [Ask.RecordChangeOpinion(id), Ask.RecordChangeOpinion(id, Opinion.Disagree), Ask.ApproveChange(id), Ask.ApproveChange(id, consent: "9/TTg")],
        { State: ChangeState.Approved, Id: var id } => [Ask.PutIntoEffect(id), Ask.PutIntoEffect(id, "2026-03-01")],
        { Id: var id } => [Ask.ApproveChange(id)],
        _ when Lifecycle.IsLive(agreement.State) =>
            [.. Enum.GetValues<ChangeKind>().Select(Ask.Propose), Ask.Propose(Agreements.Changes.PartOf("Giáo dục")), Ask.Resume(on: "2026-03-02")],
        _ => [],
    };

    private static AgreementCommand[] LeadingOn(LegalState state) => state switch
    {
        LegalState.Unrecorded => [Ask.Propose()],
        LegalState.Proposed => [Ask.OpenConsultation()],
        LegalState.Consulting => [Ask.RecordOpinion(), Ask.RecordOpinion(opinion: Opinion.Disagree), Ask.Approve(), Ask.Escalate()],
        LegalState.Escalated => [Ask.Approve(consent: "9/TTg")],
        LegalState.Approved => [Ask.Sign()],
        LegalState.Signed => [Ask.EnterIntoEffect("2026-03-02")],
        LegalState.InEffect => [Ask.AdoptPlan(), Ask.AdoptPlan(2), Ask.Expire("2026-03-02")],
        LegalState.Planned => [Ask.Start(), Ask.Meet(evidence: Happened.Photo)],
        LegalState.Implementing => [Ask.Meet(), Ask.Meet("c2-m1", evidence: Happened.Photo), Ask.Waive("c3-m1"), Ask.Complete()],
        LegalState.Implemented => [Ask.AdoptPlan(), Ask.Archive()],
        LegalState.Suspended => [Ask.Resume(on: "2026-03-02"), Ask.Report()],
        _ => [Ask.Archive()],
    };
}
