using CityGrains.Domain.Access;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Offices.Digests;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;
using static CityGrains.Domain.Record.DateOfRecord;

namespace CityGrains.Journal.Tests.Golden;

/// <summary>One full example of each event there is: every optional field given, each precision of a date and each letter case somewhere.</summary>
internal static class Examples
{
    private static readonly Country Vietnam = new("VN", "Việt Nam");
    private static readonly Country Laos = new("LA", "Lào");

    private static readonly Party[] Parties =
    [
        new("Ủy ban nhân dân tỉnh Sơn La", PartyType.Province, Vietnam, "vn-son-la"),
        new("Luang Prabang", PartyType.City, Laos, "la-luang-prabang"),
        new("Kyrenia \"Girne\"", PartyType.Organisation, new Country(null, "Northern Cyprus")),
    ];

    private static readonly Evidence Proof = new("Biên bản khai giảng lớp tiếng Lào", On(2024, 9, 5), "12/BB-SNgV", new DocumentHash(new string('b', 64)));

    private static readonly Commitment Classes = new("c1", "Mở 2 lớp tiếng Lào", "Sở Giáo dục và Đào tạo", On(2025, 6, 30),
    [
        new Milestone("c1-m1", "Tuyển giáo viên", Month(2024, 8)) { Status = MilestoneStatus.Met, SettledOn = On(2024, 8, 15) },
        new Milestone("c1-m2", "Khai giảng", Year(2025)) { Status = MilestoneStatus.PartiallyMet, SettledOn = Unknown },
        new Milestone("c1-m3", "Tổng kết", On(2025, 6, 30)),
    ]);

    private static readonly SourceDocument Article = new("Thế giới & Việt Nam", "đoạn 1", On(2025, 1, 29));

    private static readonly Question Asked = new("Đại sứ quán Việt Nam tại Lào", "Đối tác tiếp đoàn khi nào?", On(2024, 6, 2))
    {
        AskedBy = "Sở Ngoại vụ Sơn La", DueBy = On(2024, 6, 15), Channel = "công văn", Document = "90/SNgV",
    };

    private static readonly Answer Answered = new("Tháng 9", On(2024, 6, 20)) { By = "Đại sứ quán Việt Nam tại Lào", Document = "44/ĐSQ" };

    private static readonly Change Suspension = new(ChangeKind.Suspension, "Thiên tai")
    {
        Part = "Hợp phần y tế",
        Until = On(2025, 12, 31),
        Term = new Term(Year(2030)),
        Provisions = [new AmendedProvision("Điều 1", "…")],
        Title = new AgreementTitle("Thỏa thuận", "Agreement"),
        Renames = [new NewName("A", "B")],
        Successor = "agr-2026-000002",
    };

    public static IReadOnlyList<DomainEvent> All { get; } =
    [
        new AgreementProposed(
            AgreementKind.CooperationAgreement, new AgreementTitle("Thỏa thuận hợp tác Sơn La – Luang Prabang",
                "Cooperation agreement <Sơn La & Luang Prabang>", TreatyLevel: true),
            Parties, ["giáo dục", "y tế"], "so-ngoai-vu-son-la", "Phòng Hợp tác quốc tế"),
        new LegacyAgreementRegistered(
            AgreementKind.SisterCity, new AgreementTitle("Kết nghĩa Sơn La – Luang Prabang", "Twinning"), Parties, ["văn hóa"], "so-ngoai-vu-son-la",
            LegalState.InEffect, Year(1967), Unknown, new Term(On(2030, 12, 31), RenewsAutomatically: true)),
        new ConsultationOpened(["1/TTr-SNgV", "Dự thảo lần 3"], ["Bộ Ngoại giao", "Bộ Công an"], ConsultationProcedure.Reduced, "Đoàn cấp cao sang thăm"),
        new OpinionReceived("Bộ Công an", Opinion.AgreeWithComments, On(2024, 1, 20), "77/BCA"),
        new EscalatedToPrimeMinister("15/TTr-UBND"),
        new SigningApproved("99/QĐ-UBND", On(2024, 2, 1), "UBND tỉnh", "Phó Chủ tịch", "Bộ Công an trả lời qua điện thoại", "45/TTg-QHQT"),
        new SigningRejected("Chưa đủ nguồn lực"),
        new ProposalAbandoned("Đối tác rút"),
        new AgreementSigned(
            On(2024, 2, 14), new Place("Luang Prabang", Laos), ["vi", "lo"],
            [new Signatory("Nguyễn Văn A", "Phó Chủ tịch UBND tỉnh", "Ủy ban nhân dân tỉnh Sơn La")], new DocumentHash(new string('a', 64))),
        new EnteredIntoEffect(Month(2024, 3), new Term(Year(2029), RenewsAutomatically: true)),
        new ImplementationPlanAdopted([Classes], "KH-05/2024"),
        new CommitmentAdded(Classes with { Id = "c2" }),
        new ImplementationStarted(Proof, "c1-m1"),
        new MilestoneMet("c1-m1", On(2024, 8, 15)),
        new MilestonePartiallyMet("c1-m2", Month(2025, 1), "Còn một lớp"),
        new MilestoneMissed("c1-m3", Year(2025), "Bão số 3"),
        new MilestoneWaived("c1-m3", On(2025, 7, 1), "Hai bên thống nhất"),
        new MilestoneRescheduled("c1-m3", On(2025, 6, 30), On(2026, 6, 30), "Lùi một năm"),
        new ProgressReported(62, "Đã có 1 lớp, 30 học viên"),
        new EvidenceAttached(Proof, "c1"),
        new ImplementationCompleted("Hoàn thành cả 2 lớp"),
        new AgreementArchived("Kho lưu trữ lịch sử tỉnh, hộp 12"),
        new CopySentToMofa(On(2024, 2, 20), "88/SNgV-HTQT", "Sở Ngoại vụ Sơn La"),
        new ReportedToPrimeMinister(On(2024, 2, 28), "35/BC-UBND"),
        new ChangeNotifiedToMofa("Gia hạn đến 2035", Month(2025, 3), "12/SNgV", "Sở Ngoại vụ Sơn La"),
        new AgreementPublished(On(2024, 3, 5), "Công báo số 14", "https://congbao.example/14"),
        new DisclosureRestricted(On(2024, 6, 1), "21/QĐ-UBND", "Theo yêu cầu của đối tác", Year(2027)),
        new BreachRecorded(Month(2024, 12), "Luang Prabang", "Không tiếp nhận đoàn giáo viên", "7/BB-SNgV"),
        new AgreementClaimAsserted("k1", "signedOn", new ClaimedValue("14/2/2024", On(2024, 2, 14)), Article),
        new AgreementClaimDisputed("k1", "Sở Ngoại vụ Sơn La", "Ảnh chụp ghi ngày khác"),
        new AgreementClaimResolved("signedOn", "k1", "Giám đốc Sở", "Đối chiếu bản gốc"),
        new AgreementFeedbackRequested("r1", Asked),
        new AgreementFeedbackAnswered("r1", Answered),
        new AgreementFeedbackReminded("r1", On(2024, 6, 16), "95/SNgV"),
        new AgreementFeedbackWithdrawn("r1", Month(2024, 7), "Đã có thông tin"),
        new ChangeProposed("ch1", Suspension),
        new ChangeConsultationOpened("ch1", ["30/TTr-SNgV"], ["Bộ Ngoại giao"], ConsultationProcedure.Reduced, "Thiên tai"),
        new ChangeOpinionReceived("ch1", "Bộ Ngoại giao", Opinion.Disagree, On(2025, 1, 20), "78/BNG"),
        new ChangeExempted("ch2", Exemption.RenameOnly, "Sáp nhập tỉnh", "Nghị định 177/2025/NĐ-CP, khoản 4 Điều 5, Điều 10"),
        new ChangeApproved("ch1", "12/QĐ-UBND", On(2025, 2, 1), "UBND tỉnh", "Đã nhắc hai lần", "46/TTg-QHQT"),
        new ChangeDropped("ch3", "Đối tác rút đề nghị"),
        new AgreementAmended(
            "ch2", On(2025, 7, 1), [new AmendedProvision("Điều 4", "Mỗi năm 30 giáo viên.")], new AgreementTitle("Thỏa thuận hợp tác mới", "New agreement"),
            [new NewName("Luang Prabang", "Luông Pha Băng")], "Mở rộng", "13/QĐ-UBND"),
        new AgreementExtended("ch4", Month(2025, 8), new Term(Year(2026)), new Term(On(2035, 12, 31), RenewsAutomatically: true), "Tiếp tục", "14/QĐ-UBND"),
        new ImplementationSuspended("ch1", On(2025, 2, 10), On(2025, 12, 31), "Hợp phần y tế", "Thiên tai", "12/QĐ-UBND"),
        new ImplementationResumed("ch1", On(2025, 9, 1), "15/QĐ-UBND", "UBND tỉnh", LegalState.Implementing),
        new AgreementExpired(On(2027, 1, 1), new Term(On(2026, 12, 31))),
        new AgreementTerminated("ch5", On(2026, 1, 5), "Hết nhu cầu", "16/QĐ-UBND"),
        new WithdrawnFromAgreement("ch6", On(2026, 1, 6), "Không còn phù hợp", "17/QĐ-UBND"),
        new AgreementSuperseded("ch7", On(2026, 1, 7), "agr-2026-000002", "Ký thỏa thuận mới", "18/QĐ-UBND"),
        new PartyRenamed("Luang Prabang", Laos, "Luông Pha Băng", Year(2025), "Thống nhất tên gọi"),
        new PartySucceeded("s1", Parties[0], Parties[1], SuccessionExtent.Part, "Giáo dục", On(2025, 7, 1), "Nghị quyết 202/2025/QH15"),
        new PartnerNotifiedOfSuccession("s1", "Luang Prabang", On(2025, 7, 20), "88/SNgV"),
        new ResponsibleOfficeAssigned("so-ngoai-vu-hoa-binh", "so-ngoai-vu-phu-tho"),
        new RecordCorrected(
            new Correction<DateOfRecord>(On(2024, 2, 14), Month(2024, 2)), new Correction<DateOfRecord>(Unknown, Year(2024)),
            new Correction<AgreementTitle>(
                new AgreementTitle("Thỏa thuận"), new AgreementTitle("Thỏa thuận hợp tác", "Cooperation agreement", TreatyLevel: true)),
            [new CorrectedName("Luang Prabang", "Tỉnh Luông Pha Băng")]),
        new CityRegistered("Sơn La", Vietnam, new Coordinates(21.3269, 103.9143)),
        new CityRenamed("Thủ Dầu Một", "Bình Dương"),
        new OfficeRegistered(new OfficeName("Sở Ngoại vụ Sơn La", "Sơn La Department of Foreign Affairs"), OfficeLevel.MissionAbroad, "bo-ngoai-giao"),
        new OfficeRenamed(new OfficeName("Phòng Ngoại vụ"), new OfficeName("Sở Ngoại vụ Sơn La", "Sơn La Department of Foreign Affairs")),
        new OfficePolicySet(new OfficePolicy(60, 120, 180, 90), new DateOnly(2026, 4, 1)),
        new CalendarReplaced(
            new CalendarYear(2026, [new DayOff(new DateOnly(2026, 2, 16), new Sentence("Tết Nguyên đán", "Lunar New Year"))], [new DateOnly(2026, 8, 22)],
                Announced: true, "Thông báo 9441/TB-BNV"),
            new DateOnly(2026, 1, 5)),
        new PersonAdded(new OfficePerson("p1", "Trưởng phòng Hợp tác quốc tế", OfficeRole.Approver)),
        new PersonRemoved(new OfficePerson("p2", "Chuyên viên", OfficeRole.Officer)),
        new DeadlinesAnnounced(new DateOnly(2026, 3, 2), [new AnnouncedDeadline(
            "agreement/agr-2026-000001", "Bản ghi nhớ Sơn La – Luang Prabang", "opinion", "Bộ Công an",
            new Sentence("Trả lời ý kiến", "Answer the consultation"),
            new Sentence("Bộ Công an", "Ministry of Public Security"), new Sentence("Luật 70/2020/QH14, Điều 19(2)", "Law 70/2020/QH14, art. 19(2)"), new DateOnly(2026, 3, 9), 7)]),
        new AnnualReportSent(2026, DateOfRecord.Parse("2026-11-12"), "312/BC-UBND"),
        new AnnualPlanSent(2027, DateOfRecord.Parse("2026-11-12"), "313/KH-UBND"),
        new OfficeClosed(On(2025, 6, 30), "Sáp nhập tỉnh", "so-ngoai-vu-phu-tho"),
        new IndicatorRecorded(new Indicator("tỷ lệ cán bộ nữ lãnh đạo", 43.66m, "%", Qualifier.MoreThan, On(2024, 12, 31))),
        .. Cities.All,
        .. Activities.All,
        new AccessNoted([new AccessEntry(AccessKind.KeyChange, new DateTimeOffset(2026, 3, 15, 5, 0, 0, TimeSpan.Zero), "POST /api/v1/keys/{id}/revoke")
        {
            Path = "/api/v1/keys/lan/revoke", Actor = "admin", Office = "admin", Address = "127.0.0.1", Status = 200,
            CorrelationId = "0af7651916cd43dd8448eb211c80319c",
        }]),
        new CityClaimAsserted("k2", "sách", new ClaimedValue("gần 2 triệu cuốn", null, 2000000m, Qualifier.Nearly), Article),
        new CityClaimDisputed("k2", "Thư viện tỉnh", "Chưa kiểm kê"),
        new CityClaimResolved("sách", "k2", "Sở Văn hóa", "Theo kiểm kê"),
        new CityFeedbackRequested("r2", Asked),
        new CityFeedbackAnswered("r2", Answered),
        new CityFeedbackReminded("r2", On(2024, 6, 16), "95/SNgV"),
        new CityFeedbackWithdrawn("r2", Year(2024), "Đã có thông tin"),
    ];

    private static DateOfRecord On(int year, int month, int day) => Day(new DateOnly(year, month, day));
}
