using CityGrains.Api.Access;
using CityGrains.Domain.Agreements;

namespace CityGrains.Api.Commands;

/// <summary>What changes and ends an agreement, its parties and its office; part of <see cref="AgreementVerbs"/>.</summary>
internal static class ChangeVerbs
{
    /// <summary>In the order they follow each other.</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [
        Verb.Of<ProposeChange, ChangeProposed>("propose-change", "Đề xuất sửa đổi, gia hạn, tạm đình chỉ, chấm dứt, rút khỏi hoặc thay thế", "Propose to amend, extend, suspend, terminate, withdraw from or supersede",
            """{"change": {"kind": "suspension", "ground": "Thiên tai ở tỉnh bạn", "part": "Hợp phần trao đổi giáo viên", "until": "2026-12-31"}}"""),
        Verb.Of<OpenChangeConsultation, ChangeConsultationOpened>("open-change-consultation", "Lấy ý kiến các cơ quan về một thay đổi", "Ask the agencies for their opinion of a change",
            """{"change": "ch1", "dossier": ["Tờ trình 30/TTr-SNgV"], "agencies": ["Bộ Ngoại giao"], "procedure": "normal"}"""),
        Verb.Of<RecordChangeOpinion, ChangeOpinionReceived>("record-change-opinion", "Ghi ý kiến của một cơ quan về một thay đổi", "Note what an agency answered about a change",
            """{"change": "ch1", "agency": "Bộ Ngoại giao", "opinion": "agree", "receivedOn": "2026-01-20", "reference": "78/BNG-LPQT"}"""),
        Verb.Of<ExemptChange, ChangeExempted>("exempt-change", "Xác định một thay đổi không phải lấy ý kiến: kỹ thuật, hoặc chỉ đổi tên (đến hết 28/2/2027)",
            "Hold that a change needs no consultation: technical, or of names only (until 28 February 2027)",
            """{"change": "ch1", "exemption": "technical", "ground": "Chỉ sửa lỗi đánh số điều"}"""),
        Verb.Of<ApproveChange, ChangeApproved>("approve-change", "Cho phép một thay đổi; người đề xuất không được tự cho phép", "Permit a change; whoever proposed it may not",
            """{"change": "ch1", "decisionNumber": "77/QĐ-UBND", "decidedOn": "2026-02-01", "authority": "Chủ tịch UBND tỉnh Sơn La"}""") with { Role = Role.Approver },
        Verb.Of<PutChangeIntoEffect, ImplementationSuspended>("put-change-into-effect", "Ghi nhận một thay đổi có hiệu lực", "Record that a change took effect",
            """{"change": "ch1", "effectiveOn": "2026-02-10"}""") with
            {
                Otherwise = [typeof(AgreementAmended), typeof(AgreementExtended), typeof(AgreementTerminated), typeof(WithdrawnFromAgreement),
                    typeof(AgreementSuperseded)],
            },
        Verb.Of<DropChange, ChangeDropped>("drop-change", "Dừng một thay đổi trước khi có hiệu lực", "Drop a change before it takes effect",
            """{"change": "ch1", "ground": "Đối tác rút đề nghị"}"""),
        Verb.Of<ResumeImplementation, ImplementationResumed>("resume", "Tiếp tục thực hiện sau khi tạm đình chỉ; trở lại trạng thái trước đó", "End a suspension; back to the state before",
            """{"resumedOn": "2026-03-01", "decisionNumber": "81/QĐ-UBND", "authority": "Chủ tịch UBND tỉnh Sơn La", "change": "ch1"}"""),
        Verb.Of<ExpireAgreement, AgreementExpired>("expire", "Ghi nhận thỏa thuận hết hiệu lực theo thời hạn", "Record that it expired by its own term",
            """{"expiredOn": "2026-01-01", "reason": "Đối tác không đồng ý gia hạn", "source": {"title": "Thư của tỉnh Luang Prabang", "datedOn": "2025-11-02"}}"""),
        Verb.Of<RenameParty, PartyRenamed>("rename-party", "Ghi nhận một bên đổi tên", "Record that a party bears another name",
            """{"party": "Luang Prabang", "country": "Lào", "newName": "Tỉnh Luang Prabang", "renamedOn": "2026-01", "ground": "Thông báo của đối tác"}"""),
        Verb.Of<SucceedParty, PartySucceeded>("succeed-party", "Ghi nhận một bên được kế thừa toàn bộ hoặc một phần", "Record that an heir took a party's place, in full or in part", """
            {"party": "Tỉnh Sơn La", "successor": {"name": "Tỉnh Tây Bắc", "type": "province", "country": "Việt Nam"}, "extent": "full", "succeededOn": "2025-07-01",
             "ground": "Nghị quyết 202/2025/QH15"}
            """),
        Verb.Of<NotifyPartner, PartnerNotifiedOfSuccession>("notify-partner", "Ghi nhận đã thông báo cho đối tác về việc kế thừa", "Record that a partner was told of a succession",
            """{"succession": "s1", "partner": "Luang Prabang", "notifiedOn": "2025-07-20", "document": "88/SNgV-HTQT"}"""),
        Verb.Of<AssignOffice, ResponsibleOfficeAssigned>("assign-office", "Chuyển thỏa thuận cho cơ quan khác phụ trách", "Give the agreement to another office",
            """{"office": "Sở Ngoại vụ Điện Biên", "reason": "Sắp xếp bộ máy"}"""),
    ];
}
