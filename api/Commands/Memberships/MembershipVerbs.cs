using CityGrains.Domain.Cities;
using CityGrains.Journal;

namespace CityGrains.Api.Commands.Memberships;

/// <summary>What can be done with a city's membership in a network; see <see cref="AgreementVerbs"/>.</summary>
public static class MembershipVerbs
{
    /// <summary>Moves a membership to a successor: the one verb that two records hear of.</summary>
    public static Verb Transfer { get; } = Verb.Of<TransferMembership, MembershipTransferred>(
        "transfer", "Chuyển tư cách thành viên cho đơn vị kế thừa", "Transfer the membership to a successor, whose record takes it over",
        """{"successor": "vn-phuong-sa-dec", "transferredOn": "2025-07-01", "nextDueOn": "2026-12-31", "reason": "Nghị quyết 1663/NQ-UBTVQH15"}""")
        with { References = command => [("successor", new StreamId(StreamKind.City, ((TransferMembership)command).Successor))],
            Result = typeof(TransferResult) };

    /// <summary>Everything that is done with a membership.</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [
        Verb.Of<StartApplication, ApplicationStarted>("start-application", "Bắt đầu chuẩn bị hồ sơ", "Begin to prepare a dossier",
            """{"occurredOn": "2023-03"}"""),
        Verb.Of<ReviseDossier, DossierRevised>("revise-dossier", "Ghi nhận việc sửa hồ sơ", "Note that the dossier was revised",
            """{"summary": "Viết lại toàn bộ khi còn mười ngày", "whole": true}"""),
        Verb.Of<EndorseAsMayor, MayorEndorsed>("endorse-as-mayor", "Lãnh đạo thành phố ký hồ sơ", "The mayor signs the application",
            """{"mayor": "Chủ tịch UBND thành phố"}"""),
        Verb.Of<AbandonApplication, ApplicationAbandoned>("abandon", "Dừng chuẩn bị hồ sơ", "Give the application up", """{"ground": "Đổi ưu tiên"}"""),
        Verb.Of<ReopenApplication, ApplicationReopened>("reopen", "Chuẩn bị lại hồ sơ", "Take the application up again",
            """{"ground": "Đợt tuyển chọn 2025"}"""),
        Verb.Of<SubmitToNationalCommission, SubmittedToNationalCommission>("submit-to-national-commission",
            "Gửi Ủy ban Quốc gia UNESCO", "Send the application to the national commission for UNESCO", """{"reference": "12/UBND-VX"}"""),
        Verb.Of<EndorseByNationalCommission, NationalCommissionEndorsed>("endorse-nationally",
            "Ủy ban Quốc gia đề cử", "The national commission puts the city forward", """{"reference": "34/UBQG"}"""),
        Verb.Of<DeclineByNationalCommission, NationalCommissionDeclined>("decline-nationally",
            "Ủy ban Quốc gia không đề cử", "The national commission does not put the city forward", """{"ground": "Đã đủ số hồ sơ của đợt này"}"""),
        Verb.Of<SubmitToUnesco, SubmittedToUnesco>("submit-to-unesco", "Gửi hồ sơ tới UNESCO", "Send the application to UNESCO",
            """{"reference": "GNLC-2023-VN"}"""),
        Verb.Of<AssessCriterion, CriterionAssessed>("assess-criterion", "Đánh giá một tiêu chí, với minh chứng", "Assess one criterion, with its evidence",
            """{"number": 7, "met": true, "assessedOn": "2023-11", "evidence": {"title": "Báo cáo tự đánh giá", "datedOn": "2023-11-20", "reference": "45/BC-UBND"}}"""),
        Verb.Of<RecogniseMembership, MembershipRecognised>("recognise", "Được công nhận là thành viên", "The city is recognised as a member",
            """{"recognisedOn": "2024-02-14", "source": {"title": "UNESCO", "reference": "unesco.org", "datedOn": "2024-02-14"}}"""),
        Verb.Of<DeclineApplication, ApplicationDeclined>("decline", "Không được chọn", "The city is not selected", """{"ground": "Thiếu số liệu"}"""),
        Verb.Of<SubmitReport, ReportSubmitted>("submit-report", "Nộp báo cáo cho mạng lưới", "Report to the network",
            """{"submittedOn": "2026-02-01", "reference": "7/BC-UBND"}"""),
        Verb.Of<AcceptReport, ReportAccepted>("accept-report", "Mạng lưới chấp nhận báo cáo", "The network accepts the report",
            """{"acceptedOn": "2026-03-01", "nextDueOn": "2028-03-31"}"""),
        Verb.Of<NoteReportOverdue, ReportBecameOverdue>("note-report-overdue", "Ghi nhận báo cáo quá hạn", "Note that the report is overdue",
            """{"dueOn": "2026-02-14"}"""),
        Verb.Of<RecordReminder, ReminderReceived>("record-reminder", "Ghi nhận thư nhắc báo cáo", "Record a reminder of the report",
            """{"receivedOn": "2026-03-01", "reference": "UIL/26/3"}"""),
        Verb.Of<InactivateMembership, MembershipInactivated>("inactivate", "Mạng lưới coi là không hoạt động", "The network counts the city as inactive",
            """{"ground": "Hai kỳ không báo cáo"}"""),
        Verb.Of<ReinstateMembership, MembershipReinstated>("reinstate", "Khôi phục tư cách thành viên", "The city is a member in good standing again",
            """{"ground": "Đã nộp bù báo cáo", "nextDueOn": "2029-01-01"}"""),
        Verb.Of<RemoveMembership, MembershipRemoved>("remove", "Mạng lưới đưa ra khỏi danh sách", "The network removes the city",
            """{"ground": "Không phản hồi"}"""),
        Verb.Of<WithdrawMembership, MembershipWithdrawn>("withdraw", "Thành phố tự rút", "The city withdraws",
            """{"ground": "Theo nguyện vọng của thành phố"}"""),
        Transfer,
    ];
}
