using CityGrains.Domain.Agreements;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Requests;
using static CityGrains.Domain.Tests.Agreements.Happened;
using static CityGrains.Domain.Tests.Asking;

namespace CityGrains.Domain.Tests.Agreements;

/// <summary>What may be asked of an agreement; each is acceptable in the right state.</summary>
internal static class Ask
{
    public static ProposeAgreement Propose(string title = "Bản ghi nhớ về giáo dục", bool treatyLevel = false) =>
        new(AgreementKind.Mou, new AgreementTitle(title, TreatyLevel: treatyLevel), [SonLa, LuangPrabang], "Sở Ngoại vụ Sơn La", "UBND tỉnh Sơn La");

    public static RegisterLegacyAgreement RegisterLegacy(LegalState state = LegalState.InEffect, string signedOn = "unknown", string effectiveOn = "unknown") =>
        new(AgreementKind.Mou, new AgreementTitle("Bản ghi nhớ về giáo dục"), [SonLa, LuangPrabang], "Sở Ngoại vụ Sơn La", state, On(signedOn))
        {
            EffectiveOn = On(effectiveOn),
        };

    public static OpenConsultation OpenConsultation(params string[] agencies) =>
        new(["Tờ trình 12/TTr"], agencies.Length > 0 ? agencies : ["Bộ Ngoại giao"], ConsultationProcedure.Normal);

    public static RecordOpinion RecordOpinion(string agency = "Bộ Ngoại giao", Opinion opinion = Opinion.Agree, string on = "2026-01-20") =>
        new(agency, opinion, On(on));

    public static EscalateToPrimeMinister Escalate() => new("56/TTr-UBND");

    public static ApproveSigning Approve(string? overriding = null, string? consent = null, string on = "2026-02-01") =>
        new("12/QĐ-UBND", On(on), "Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh") { OverrideReason = overriding, PrimeMinisterConsent = consent };

    public static RejectSigning Reject() => new("Trùng với thỏa thuận đã có");

    public static AbandonProposal Abandon() => new("Đối tác rút");

    public static SignAgreement Sign(string on = "2026-03-02") =>
        new(On(on), new Place("Luang Prabang"), ["vi", "lo"], [new Signatory("Lò Văn Pó", "Phó Chủ tịch UBND tỉnh", "Sơn La")], Hash);

    public static EnterIntoEffect EnterIntoEffect(string on = "2026-02-06", string until = "unknown") => new(On(on), new Term(On(until)));

    public static AdoptPlan AdoptPlan(int commitments = 1) => new([.. Enumerable.Repeat(ToPromise(), commitments)]) { Reference = "45/KH-UBND" };

    public static PlannedCommitment ToPromise(params string[] steps) => new("Trao đổi giáo viên", "Sở Giáo dục và Đào tạo", On("2026-12"))
    {
        Milestones = [.. steps.Select(due => new PlannedMilestone("Đoàn giáo viên", On(due)))],
    };

    public static AddCommitment AddCommitment() => new(ToPromise());

    public static StartImplementation Start(string? @for = "c1", string on = "2026-02-20") => new(Photo with { DatedOn = On(on) }) { For = @for };

    public static AttachEvidence Attach(string? @for = "c1", string on = "2026-02-20") => new(Photo with { DatedOn = On(on) }) { For = @for };

    public static MeetMilestone Meet(string milestone = "c1-m1", string on = "2026-02-25", Evidence? evidence = null) =>
        new(milestone, On(on)) { Evidence = evidence };

    public static PartiallyMeetMilestone MeetInPart(string milestone = "c1-m1", string on = "2026-02-25") => new(milestone, On(on), "Còn 8 giáo viên");

    public static MissMilestone Miss(string milestone = "c1-m1", string on = "2026-02-25") => new(milestone, On(on), "Đối tác hoãn");

    public static WaiveMilestone Waive(string milestone = "c1-m1", string on = "2026-02-25") => new(milestone, On(on), "Hai bên thống nhất bỏ");

    public static RescheduleMilestone Reschedule(string milestone = "c1-m1", string due = "2026-09") => new(milestone, On(due), "Theo đề nghị của đối tác");

    public static ReportProgress Report(int percent = 40) => new(percent, "Đoàn thứ nhất đã sang");

    public static CompleteImplementation Complete() => new("Mọi cam kết đã xong");

    public static CorrectRecord Correct(string? signedOn = null, string? effectiveOn = null, string? title = null, params CorrectedName[] parties) => new()
    {
        SignedOn = signedOn is null ? null : On(signedOn),
        EffectiveOn = effectiveOn is null ? null : On(effectiveOn),
        Title = title is null ? null : new AgreementTitle(title),
        Parties = parties,
    };

    public static SendCopyToMofa SendCopy(string on = "2026-02-20") => new(On(on), "88/SNgV");

    public static ReportToPrimeMinister ReportToPrimeMinister(string on = "2026-02-20") => new(On(on), "35/BC-UBND");

    public static NotifyChange NotifyChange(string change = "Gia hạn", string on = "2026-02-20") => new(change, On(on), "12/SNgV");

    public static PublishAgreement Publish(string on = "2026-02-20") => new(On(on), "Công báo số 14", "https://congbao.example/14");

    public static RestrictDisclosure Restrict(string on = "2026-02-10", string until = "unknown") =>
        new(On(on), "21/QĐ-UBND", "Theo yêu cầu của đối tác") { Until = On(until) };

    public static RecordBreach RecordBreach(string on = "2026-02") => new(On(on), "Luang Prabang", "Không tiếp đoàn giáo viên", "7/BB-SNgV");

    public static AssertAgreementClaim Claim(string fact = "signedOn", string date = "2026-02-05") => new(new Assertion(fact, date) { Date = On(date) });

    public static DisputeAgreementClaim Dispute(string claim = "k1") => new(claim, "Ảnh chụp ghi ngày khác");

    public static ResolveAgreementClaim Resolve(string fact = "signedOn", string? holds = "k1") => new(fact, "Đối chiếu bản gốc") { Holds = holds };

    public static RequestAgreementFeedback RequestFeedback(string on = "2026-02-10", string? due = null) =>
        new(new Question("Đại sứ quán Việt Nam tại Lào", "Đối tác tiếp đoàn khi nào?", On(on)) { DueBy = due is null ? null : On(due) });

    public static AnswerAgreementFeedback AnswerFeedback(string request = "r1", string on = "2026-02-20") => new(request, new Answer("Tháng 9", On(on)));

    public static RemindAgreementFeedback RemindFeedback(string request = "r1", string on = "2026-02-15") => new(request, On(on));

    public static WithdrawAgreementFeedback WithdrawFeedback(string request = "r1", string on = "2026-02-25") => new(request, On(on), "Đã rõ");

    private static LegalState[] AnyState => [.. Enum.GetValues<LegalState>().Skip(1)];
    public static ProposeChange Propose(Change change) => new(change);

    public static ProposeChange Propose(ChangeKind kind) => new(Changes.Of(kind));

    public static OpenChangeConsultation OpenChangeConsultation(string change = "ch1", params string[] agencies) =>
        new(change, ["Tờ trình 30/TTr"], agencies.Length > 0 ? agencies : ["Bộ Ngoại giao"], ConsultationProcedure.Normal);

    public static RecordChangeOpinion RecordChangeOpinion(string change = "ch1", Opinion opinion = Opinion.Agree, string agency = "Bộ Ngoại giao") =>
        new(change, agency, opinion, On("2026-02-20"));

    public static ExemptChange Exempt(string change = "ch1", Exemption exemption = Exemption.Technical) => new(change, exemption, "Chỉ sửa lỗi chính tả");

    public static ApproveChange ApproveChange(string change = "ch1", string on = "2026-02-25", string? overriding = null, string? consent = null) =>
        new(change, "77/QĐ-UBND", On(on), "Chủ tịch UBND tỉnh") { OverrideReason = overriding, PrimeMinisterConsent = consent };

    public static DropChange Drop(string change = "ch1") => new(change, "Đối tác không đồng ý");

    public static PutChangeIntoEffect PutIntoEffect(string change = "ch1", string on = "2026-02-26") => new(change, On(on));

    public static ResumeImplementation Resume(string? change = null, LegalState? returnsTo = null, string on = "2026-02-28") =>
        new(On(on), "81/QĐ-UBND", "Chủ tịch UBND tỉnh") { Change = change, ReturnsTo = returnsTo };

    public static ExpireAgreement Expire(string? on = null) => new() { ExpiredOn = on is null ? null : On(on) };

    public static RenameParty RenameParty(string party = "Sơn La", string to = "Thành phố Sơn La") => new(party, to, On("2026-02"), "Nghị quyết 30/NQ");

    public static SucceedParty Succeed(string party = "Sơn La", SuccessionExtent extent = SuccessionExtent.Full) =>
        new(party, Happened.ToHieu, extent, On("2025-07-01"), "Nghị quyết 202/2025/QH15") { Part = extent is SuccessionExtent.Part ? "Giáo dục" : null };

    public static NotifyPartner NotifyPartner(string succession = "s1", string on = "2026-02-20") => new(succession, "Luang Prabang", On(on), "15/SNgV");

    public static AssignOffice AssignOffice(string office = "Sở Ngoại vụ Điện Biên") => new(office);

    public static ArchiveAgreement Archive() => new("Kho lưu trữ tỉnh, hộp 12");

    /// <summary>One of each that needs an agreement to be there, with the states it may be asked in.</summary>
    public static IReadOnlyList<(AgreementCommand Command, LegalState[] In)> Everything { get; } =
    [
        (OpenConsultation(), [LegalState.Proposed]),
        (RecordOpinion(), [LegalState.Consulting, LegalState.Escalated]),
        (Escalate(), [LegalState.Consulting]),
        (Approve(consent: "9/TTg"), [LegalState.Consulting, LegalState.Escalated]),
        (Reject(), [LegalState.Consulting, LegalState.Escalated]),
        (Abandon(), [LegalState.Proposed, LegalState.Consulting, LegalState.Approved]),
        (Sign(), [LegalState.Approved]),
        (EnterIntoEffect(), [LegalState.Signed]),
        (AdoptPlan(), [LegalState.InEffect, LegalState.Implemented]),
        (AddCommitment(), [LegalState.Planned, LegalState.Implementing]),
        (Start(), [LegalState.Planned]),
        (Attach(@for: null), [.. Lifecycle.Live]),
        (Meet(), [LegalState.Planned, LegalState.Implementing]),
        (MeetInPart(), [LegalState.Planned, LegalState.Implementing]),
        (Miss(), [LegalState.Planned, LegalState.Implementing]),
        (Waive(), [LegalState.Planned, LegalState.Implementing]),
        (Reschedule(), [LegalState.Planned, LegalState.Implementing]),
        (Report(), [.. Lifecycle.Live]),
        (Complete(), [LegalState.Implementing]),
        (Archive(),
            [LegalState.Implemented, LegalState.Expired, LegalState.Terminated, LegalState.Withdrawn, LegalState.Superseded,
            LegalState.Rejected, LegalState.Abandoned]),
        (SendCopy(), [.. Lifecycle.Concluded]),
        (ReportToPrimeMinister(), [.. Lifecycle.Concluded]),
        (NotifyChange(), [.. Lifecycle.Concluded]),
        (Publish(), [.. Lifecycle.Concluded]),
        (Restrict(), AnyState),
        (RecordBreach(), [.. Lifecycle.Concluded]),
        (Claim(), AnyState),
        (new LinkActivity("act-1"), AnyState),
        (Dispute(), AnyState),
        (Resolve(), AnyState),
        (RequestFeedback(), AnyState),
        (AnswerFeedback(), AnyState),
        (RemindFeedback(), AnyState),
        (WithdrawFeedback(), AnyState),
        (Correct(title: "Bản ghi nhớ về giáo dục và y tế"), AnyState),
        (Propose(ChangeKind.Amendment), [.. Lifecycle.Live]),
        (Propose(ChangeKind.Extension), [.. Lifecycle.Live.Skip(1)]),
        (Propose(ChangeKind.Suspension), [LegalState.InEffect, LegalState.Planned, LegalState.Implementing, LegalState.Implemented]),
        (Propose(ChangeKind.Termination), [.. Lifecycle.Live]),
        (Propose(ChangeKind.Withdrawal), [.. Lifecycle.Live.Skip(1)]),
        (Propose(ChangeKind.Supersession), [.. Lifecycle.Live.Skip(1)]),
        (OpenChangeConsultation(), AnyState),
        (RecordChangeOpinion(), AnyState),
        (Exempt(), AnyState),
        (ApproveChange(), AnyState),
        (Drop(), AnyState),
        (PutIntoEffect(), AnyState),
        (Resume(), [LegalState.Suspended]),
        (Expire(), [.. Lifecycle.Live.Skip(1)]),
        (RenameParty(), [.. Lifecycle.Unended]),
        (Succeed(), [.. Lifecycle.Unended]),
        (NotifyPartner(), AnyState),
        (AssignOffice(), AnyState),
    ];
}
