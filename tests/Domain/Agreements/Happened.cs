using CityGrains.Domain.Agreements;
using CityGrains.Domain.Geography;
using static CityGrains.Domain.Tests.Asking;

namespace CityGrains.Domain.Tests.Agreements;

/// <summary>What may have happened to an agreement, with facts that matter to no test in particular.</summary>
internal static class Happened
{
    public static readonly Country Vietnam = new("VN", "Việt Nam");
    public static readonly Party SonLa = new("Sơn La", PartyType.City, Vietnam, "vn-son-la");
    public static readonly Party LuangPrabang = new("Luang Prabang", PartyType.City, new Country("LA", "Lào"));
    public static readonly DocumentHash Hash = new(new string('a', 64));
    public static readonly Evidence Photo = new("Ảnh lễ khai giảng", On("2026-02-20"));

    public static AgreementProposed Proposed() =>
        new(AgreementKind.Mou, new AgreementTitle("Bản ghi nhớ về giáo dục"), [SonLa, LuangPrabang], ["giáo dục"], "Sở Ngoại vụ Sơn La", "UBND tỉnh Sơn La");

    public static ConsultationOpened ConsultationOpened(params string[] agencies) =>
        new(["Tờ trình 12/TTr"], agencies.Length > 0 ? agencies : ["Bộ Ngoại giao"], ConsultationProcedure.Normal, null);

    public static OpinionReceived Answered(Opinion opinion = Opinion.Agree, string agency = "Bộ Ngoại giao") =>
        new(agency, opinion, On("2026-01-20"), null);

    public static EscalatedToPrimeMinister Escalated() => new("56/TTr-UBND");

    public static SigningApproved Approved(string on = "2026-02-01") => new("12/QĐ-UBND", On(on), "Chủ tịch UBND tỉnh", "Phó Chủ tịch UBND tỉnh", null, null);

    public static SigningRejected Rejected() => new("Trùng với thỏa thuận đã có");

    public static ProposalAbandoned Abandoned() => new("Đối tác rút");

    public static AgreementSigned Signed(string on = "2026-02-05") =>
        new(On(on), new Place("Luang Prabang"), ["vi", "lo"], [new Signatory("Lò Văn Pó", "Phó Chủ tịch UBND tỉnh", "Sơn La")], Hash);

    public static EnteredIntoEffect InEffect(string until = "unknown", bool renews = false) => new(On("2026-02-06"), new Term(On(until), renews));

    public static ImplementationPlanAdopted Planned(int commitments = 1) =>
        new([.. Enumerable.Range(1, commitments).Select(i => Promised($"c{i}"))], "45/KH-UBND");

    public static Commitment Promised(string id, params string[] due) => new(
        id, "Trao đổi giáo viên", "Sở Giáo dục và Đào tạo", On("2026-12"),
        [.. (due.Length > 0 ? due : ["2026-06"]).Select((on, i) => new Milestone($"{id}-m{i + 1}", "Đoàn giáo viên", On(on)))]);

    public static ImplementationStarted Started(string? @for = "c1") => new(Photo, @for);

    public static MilestoneMet Met(string milestone = "c1-m1") => new(milestone, On("2026-02-25"));

    public static ImplementationCompleted Completed() => new("Đã xong");

    public static AgreementArchived Archived() => new("Kho lưu trữ tỉnh, hộp 12");

    public static LegacyAgreementRegistered Legacy(LegalState state) =>
        new(AgreementKind.Mou, new AgreementTitle("Bản ghi nhớ về giáo dục"), [SonLa, LuangPrabang], [], "Sở Ngoại vụ Sơn La", state, default, default, null);

    public static AgreementEvent[] UntilConsulting(params string[] agencies) => [Proposed(), ConsultationOpened(agencies)];

    public static AgreementEvent[] UntilDisputed() => [.. UntilConsulting(), Answered(Opinion.Disagree)];

    public static AgreementEvent[] UntilEscalated() => [.. UntilDisputed(), Escalated()];

    public static AgreementEvent[] UntilApproved(string on = "2026-02-01") => [.. UntilConsulting(), Answered(), Approved(on)];

    public static AgreementEvent[] UntilSigned(string on = "2026-02-05") => [.. UntilApproved(), Signed(on)];

    public static AgreementEvent[] UntilInEffect() => [.. UntilSigned(), InEffect()];

    public static AgreementEvent[] UntilPlanned(int commitments = 1) => [.. UntilInEffect(), Planned(commitments)];

    public static AgreementEvent[] UntilImplementing(int commitments = 1) => [.. UntilPlanned(commitments), Started()];

    public static AgreementEvent[] UntilImplemented() => [.. UntilImplementing(), Met(), Completed()];

    public static readonly Party ToHieu = new("Tô Hiệu", PartyType.City, Vietnam);

    public static ChangeProposed ChangeProposed(ChangeKind kind = ChangeKind.Suspension, string id = "ch1") => new(id, Changes.Of(kind));

    public static ChangeProposed ChangeProposed(Change change, string id = "ch1") => new(id, change);

    public static ChangeConsultationOpened ChangeConsulted(params string[] agencies) =>
        new("ch1", ["Tờ trình 30/TTr"], agencies.Length > 0 ? agencies : ["Bộ Ngoại giao"], ConsultationProcedure.Normal, null);

    public static ChangeOpinionReceived ChangeAnswered(Opinion opinion = Opinion.Agree) => new("ch1", "Bộ Ngoại giao", opinion, On("2026-02-20"), null);

    public static ChangeApproved ChangeApproved(string id = "ch1", string on = "2026-02-25") => new(id, "77/QĐ-UBND", On(on), "Chủ tịch UBND tỉnh", null, null);

    public static AgreementEvent[] UntilChangeApproved(Change change) => [ChangeProposed(change), ChangeConsulted(), ChangeAnswered(), ChangeApproved()];

    public static ImplementationSuspended Suspended(string? part = null, string id = "ch1", string from = "2026-02-26") =>
        new(id, On(from), null, part, "Thiên tai", "77/QĐ-UBND");

    public static AgreementEvent[] UntilSuspended() => [.. UntilImplementing(), .. UntilChangeApproved(Changes.Of(ChangeKind.Suspension)), Suspended()];

    private static AgreementEvent[] Ended(ChangeKind kind, AgreementEvent end) => [.. UntilInEffect(), .. UntilChangeApproved(Changes.Of(kind)), end];

    /// <summary>The shortest history that ends in a state.</summary>
    public static AgreementEvent[] Until(LegalState state) => state switch
    {
        LegalState.Unrecorded => [],
        LegalState.Proposed => [Proposed()],
        LegalState.Consulting => UntilConsulting(),
        LegalState.Escalated => UntilEscalated(),
        LegalState.Approved => UntilApproved(),
        LegalState.Signed => UntilSigned(),
        LegalState.InEffect => UntilInEffect(),
        LegalState.Planned => UntilPlanned(),
        LegalState.Implementing => UntilImplementing(),
        LegalState.Implemented => UntilImplemented(),
        LegalState.Suspended => UntilSuspended(),
        LegalState.Expired => [.. UntilInEffect(), new AgreementExpired(On("2026-02-26"), Term.Open)],
        LegalState.Terminated => Ended(ChangeKind.Termination, new AgreementTerminated("ch1", On("2026-02-26"), "Hết nhu cầu", "77/QĐ-UBND")),
        LegalState.Withdrawn => Ended(ChangeKind.Withdrawal, new WithdrawnFromAgreement("ch1", On("2026-02-26"), "Hết nhu cầu", "77/QĐ-UBND")),
        LegalState.Superseded =>
            Ended(ChangeKind.Supersession, new AgreementSuperseded("ch1", On("2026-02-26"), "agr-2026-000002", "Thỏa thuận mới", "77/QĐ-UBND")),
        LegalState.Rejected => [.. UntilConsulting(), Rejected()],
        LegalState.Abandoned => [Proposed(), Abandoned()],
        LegalState.Archived => [.. UntilImplemented(), Archived()],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No history leads there."),
    };
}
