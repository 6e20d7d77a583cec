using CityGrains.Api.Access;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Journal;

namespace CityGrains.Api.Commands;

/// <summary>What can be done with an agreement. Routes, readers and the OpenAPI document are made from this table: a new act is one line.</summary>
public static class AgreementVerbs
{
    /// <summary>Begins an agreement; its route has no id.</summary>
    public static Verb Propose { get; } = Verb.Of<ProposeAgreement, AgreementProposed>("propose", "Đề xuất thỏa thuận", "Propose an agreement", """
        {"kind": "mou", "title": {"vi": "Bản ghi nhớ hợp tác Sơn La – Luang Prabang", "foreign": "Memorandum of Understanding"}, "fields": ["giáo dục", "nông nghiệp"],
         "parties": [{"name": "Tỉnh Sơn La", "type": "province", "country": "VN"}, {"name": "Luang Prabang", "type": "province", "country": "Lào"}],
         "office": "Sở Ngoại vụ Sơn La", "proposer": "UBND tỉnh Sơn La", "occurredOn": "2025-03-02", "source": {"title": "Tờ trình 12/TTr-SNgV", "datedOn": "2025-03-01"}}
        """) with { Begins = true };

    /// <summary>Everything that is done with an agreement of a given id.</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [
        Verb.Of<RegisterLegacyAgreement, LegacyAgreementRegistered>("register-legacy", "Ghi nhận thỏa thuận có từ trước", "Enter an agreement made before this record began", """
            {"kind": "sister-city", "title": {"vi": "Quan hệ kết nghĩa Đà Nẵng – Kawasaki"}, "office": "Sở Ngoại vụ Đà Nẵng", "state": "InEffect", "signedOn": "1994",
             "parties": [{"name": "Đà Nẵng", "type": "city", "country": "Việt Nam", "city": "vn-da-nang"}, {"name": "Kawasaki", "type": "city", "country": "Nhật Bản"}],
             "source": {"title": "Danh sách quan hệ kết nghĩa", "reference": "dòng 12"}}
            """) with { Begins = true },
        Verb.Of<OpenConsultation, ConsultationOpened>("open-consultation", "Lấy ý kiến các cơ quan", "Ask the agencies for their opinion",
            """{"dossier": ["Tờ trình 12/TTr-SNgV", "Dự thảo thỏa thuận"], "agencies": ["Bộ Ngoại giao", "Bộ Giáo dục và Đào tạo"], "procedure": "normal"}"""),
        Verb.Of<RecordOpinion, OpinionReceived>("record-opinion", "Ghi ý kiến trả lời của một cơ quan", "Note what an agency answered",
            """{"agency": "Bộ Ngoại giao", "opinion": "agree-with-comments", "receivedOn": "2025-03-10", "reference": "1234/BNG-LPQT"}"""),
        Verb.Of<EscalateToPrimeMinister, EscalatedToPrimeMinister>("escalate", "Trình Thủ tướng khi có ý kiến khác nhau", "Bring a disputed agreement before the Prime Minister",
            """{"reference": "56/TTr-UBND"}"""),
        Verb.Of<ApproveSigning, SigningApproved>("approve-signing", "Cho phép ký", "Permit the signing",
            """{"decisionNumber": "789/QĐ-UBND", "decidedOn": "2025-03-20", "authority": "Chủ tịch UBND tỉnh Sơn La", "signatory": "Phó Chủ tịch UBND tỉnh"}""")
            with { Role = Role.Approver },
        Verb.Of<RejectSigning, SigningRejected>("reject-signing", "Không cho phép ký", "Refuse the signing",
            """{"ground": "Trùng nội dung với thỏa thuận đã có"}""") with { Role = Role.Approver },
        Verb.Of<AbandonProposal, ProposalAbandoned>("abandon", "Dừng đề xuất", "Give the proposal up", """{"ground": "Đối tác đề nghị dừng"}"""),
        Verb.Of<SignAgreement, AgreementSigned>("sign", "Ghi nhận việc ký", "Record the signing", """
            {"signedOn": "2025-04-02", "signedAt": {"name": "Luang Prabang", "country": "Laos"}, "languages": ["vi", "lo"],
             "signatories": [{"name": "Nguyễn Văn A", "role": "Phó Chủ tịch UBND tỉnh", "for": "Tỉnh Sơn La"}, {"name": "Khamphan S.", "role": "Phó Tỉnh trưởng", "for": "Luang Prabang"}],
             "text": {"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}}
            """),
        Verb.Of<EnterIntoEffect, EnteredIntoEffect>("enter-into-effect", "Ghi nhận thỏa thuận có hiệu lực", "Record that it entered into effect",
            """{"effectiveOn": "2025-04-15", "term": {"until": "2030-04-14", "renewsAutomatically": true}}"""),
        Verb.Of<AdoptPlan, ImplementationPlanAdopted>("adopt-plan", "Ban hành kế hoạch thực hiện", "Adopt an implementation plan", """
            {"reference": "Kế hoạch 45/KH-UBND", "commitments": [{"description": "Trao đổi 20 giáo viên mỗi năm", "owner": "Sở Giáo dục và Đào tạo", "dueOn": "2026-12",
             "milestones": [{"description": "Đoàn thứ nhất", "dueOn": "2025-09"}, {"description": "Đoàn thứ hai", "dueOn": "2026-09"}]}]}
            """),
        Verb.Of<AddCommitment, CommitmentAdded>("add-commitment", "Thêm cam kết vào kế hoạch", "Add a commitment to the plan",
            """{"commitment": {"description": "Hội chợ nông sản chung", "owner": "Sở Công Thương", "dueOn": "2026-06"}}"""),
        Verb.Of<StartImplementation, ImplementationStarted>("start-implementation", "Bắt đầu thực hiện, với minh chứng đầu tiên", "Start the implementation on its first evidence",
            """{"evidence": {"title": "Quyết định cử đoàn giáo viên", "datedOn": "2025-08-20", "reference": "321/QĐ-SGDĐT"}, "for": "c1-m1"}"""),
        Verb.Of<MeetMilestone, MilestoneMet>("meet-milestone", "Ghi nhận một mốc đã đạt", "Record that a milestone was met",
            """{"milestone": "c1-m1", "metOn": "2025-09-15", "evidence": {"title": "Báo cáo kết quả đoàn thứ nhất", "datedOn": "2025-09-20"}}"""),
        Verb.Of<PartiallyMeetMilestone, MilestonePartiallyMet>("partially-meet-milestone", "Ghi nhận một mốc đạt một phần", "Record that a milestone was met in part",
            """{"milestone": "c1-m1", "assessedOn": "2025-09-30", "remaining": "Còn 8 giáo viên chưa sang"}"""),
        Verb.Of<MissMilestone, MilestoneMissed>("miss-milestone", "Ghi nhận một mốc không đạt", "Record that a milestone was missed",
            """{"milestone": "c1-m1", "assessedOn": "2025-10-01", "ground": "Đối tác hoãn tiếp đoàn"}"""),
        Verb.Of<WaiveMilestone, MilestoneWaived>("waive-milestone", "Miễn một mốc", "Waive a milestone",
            """{"milestone": "c1-m2", "waivedOn": "2025-10-05", "ground": "Hai bên thống nhất bỏ"}"""),
        Verb.Of<RescheduleMilestone, MilestoneRescheduled>("reschedule-milestone", "Dời hạn một mốc", "Give a milestone another due date",
            """{"milestone": "c1-m2", "dueOn": "2026-11", "ground": "Theo đề nghị của đối tác"}"""),
        Verb.Of<ReportProgress, ProgressReported>("report-progress", "Báo cáo tiến độ", "Declare progress",
            """{"percent": 40, "summary": "Đoàn thứ nhất đã sang dạy"}"""),
        Verb.Of<AttachEvidence, EvidenceAttached>("attach-evidence", "Đính kèm minh chứng", "Attach evidence",
            """{"evidence": {"title": "Biên bản bàn giao", "datedOn": "2025-11-01", "hash": {"sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}}, "for": "c1"}"""),
        Verb.Of<CompleteImplementation, ImplementationCompleted>("complete", "Hoàn thành thực hiện", "Declare the implementation complete",
            """{"summary": "Mọi cam kết đã hoàn thành, có minh chứng"}"""),
        Verb.Of<SendCopyToMofa, CopySentToMofa>("send-copy-to-mofa", "Ghi nhận đã gửi bản sao cho Bộ Ngoại giao", "Record that a copy went to the ministry of foreign affairs",
            """{"sentOn": "2025-04-10", "document": "88/SNgV-HTQT"}"""),
        Verb.Of<ReportToPrimeMinister, ReportedToPrimeMinister>("report-to-prime-minister", "Ghi nhận đã báo cáo Thủ tướng về việc ký", "Record that the signing was reported to the Prime Minister",
            """{"reportedOn": "2025-04-11", "document": "35/BC-UBND"}"""),
        Verb.Of<NotifyChange, ChangeNotifiedToMofa>("notify-change", "Ghi nhận đã thông báo thay đổi cho Bộ Ngoại giao", "Record that the ministry of foreign affairs was told of a change",
            """{"change": "Gia hạn đến 2035", "notifiedOn": "2026-02-02", "document": "12/SNgV-HTQT", "to": "Sở Ngoại vụ Sơn La"}"""),
        Verb.Of<PublishAgreement, AgreementPublished>("publish", "Ghi nhận việc công bố văn bản", "Record that the text was published",
            """{"publishedOn": "2025-05-05", "document": "Công báo tỉnh số 14", "where": "https://congbao.example/14"}"""),
        Verb.Of<RestrictDisclosure, DisclosureRestricted>("restrict-disclosure", "Hạn chế công khai văn bản", "Restrict who may see the text",
            """{"restrictedOn": "2025-06-01", "document": "21/QĐ-UBND", "ground": "Theo yêu cầu của đối tác", "until": "2027-06-01"}"""),
        Verb.Of<RecordBreach, BreachRecorded>("record-breach", "Ghi nhận vi phạm thỏa thuận", "Record a breach",
            """{"breachedOn": "2025-12", "by": "Luang Prabang", "what": "Không tiếp nhận đoàn giáo viên như đã cam kết", "document": "Biên bản 7/BB-SNgV"}"""),
        Verb.Of<AssertAgreementClaim, AgreementClaimAsserted>("assert-claim", "Ghi một thông tin cùng nguồn của nó", "Note what a source says of a fact", """
            {"claim": {"fact": "signedOn", "value": "2/4/2025", "date": "2025-04-02"}, "source": {"title": "Báo Sơn La", "reference": "trang 3", "datedOn": "2025-04-03"}}
            """),
        Verb.Of<DisputeAgreementClaim, AgreementClaimDisputed>("dispute-claim", "Nêu nghi vấn về một thông tin", "Doubt a claim",
            """{"claim": "k1", "ground": "Bài báo ghi hai ngày khác nhau"}"""),
        Verb.Of<ResolveAgreementClaim, AgreementClaimResolved>("resolve-claim", "Kết luận thông tin nào đúng", "Decide which claim of a fact holds",
            """{"fact": "signedOn", "holds": "k1", "ground": "Đối chiếu bản gốc"}"""),
        Verb.Of<RequestAgreementFeedback, AgreementFeedbackRequested>("request-feedback", "Hỏi ý kiến một cơ quan", "Ask a body for feedback", """
            {"question": {"askedOf": "Đại sứ quán Việt Nam tại Lào", "text": "Đề nghị hỏi đối tác thời gian tiếp đoàn giáo viên", "askedOn": "2025-06-02", "dueBy": "2025-06-15",
             "askedBy": "Sở Ngoại vụ Sơn La", "channel": "công văn", "document": "90/SNgV-HTQT"}}
            """),
        Verb.Of<AnswerAgreementFeedback, AgreementFeedbackAnswered>("answer-feedback", "Ghi trả lời cho một yêu cầu", "Record what a request was answered",
            """{"request": "r1", "answer": {"text": "Đối tác đồng ý tiếp đoàn trong tháng 9", "answeredOn": "2025-06-20", "document": "44/ĐSQ"}}"""),
        Verb.Of<RemindAgreementFeedback, AgreementFeedbackReminded>("remind-feedback", "Ghi nhận đã nhắc một yêu cầu", "Record a reminder of a request",
            """{"request": "r1", "remindedOn": "2025-06-16", "document": "95/SNgV-HTQT"}"""),
        Verb.Of<WithdrawAgreementFeedback, AgreementFeedbackWithdrawn>("withdraw-feedback", "Rút một yêu cầu", "Take a request back",
            """{"request": "r1", "withdrawnOn": "2025-06-25", "ground": "Đã có thông tin từ nguồn khác"}"""),
        .. ChangeVerbs.All,
        Verb.Of<LinkActivity, ActivityLinked>("link-activity", "Gắn một hoạt động hoặc đoàn; hoạt động cũng ghi lại", "Link an activity or a delegation, whose record hears of it",
            """{"activity": "act-2022-dien-dan-cau-noi", "delegation": false}""") with
        {
            References = command => [("activity", new StreamId(StreamKind.Activity, ((LinkActivity)command).Activity))],
            Follows = (id, command) => new Following("activity", Subject.Activity, ((LinkActivity)command).Activity, new RelateActivity { Agreement = id }),
            Result = typeof(LinkResult),
        },
        Verb.Of<CorrectRecord, RecordCorrected>("correct", "Sửa điều đã ghi sai; điều cũ vẫn còn trong lịch sử", "Correct what was recorded wrongly; what was recorded stays in the history", """
            {"signedOn": "2025-04-01", "parties": [{"from": "Luang Prabang", "to": "Tỉnh Luang Prabang"}],
             "reason": "Nhập nhầm ngày ký", "source": {"title": "Bản gốc thỏa thuận, trang 4", "datedOn": "2025-04-01"}}
            """),
        Verb.Of<ArchiveAgreement, AgreementArchived>("archive", "Lưu trữ hồ sơ", "Archive the file", """{"location": "Kho lưu trữ Sở Ngoại vụ, hộp 12"}"""),
    ];
}
