using CityGrains.Domain.Activities;
using CityGrains.Domain.Cities;
using CityGrains.Journal;

namespace CityGrains.Api.Commands;

/// <summary>What can be done with a city; see <see cref="AgreementVerbs"/>.</summary>
public static class CityVerbs
{
    /// <summary>Begins a city; its route has no id.</summary>
    public static Verb Register { get; } = Verb.Of<RegisterCity, CityRegistered>("register", "Đăng ký thành phố", "Register a city",
        """{"name": "Sơn La", "country": "Việt Nam", "location": {"latitude": 21.327, "longitude": 103.914}, "source": {"title": "Danh mục đơn vị hành chính"}}""")
        with { Begins = true };

    /// <summary>Everything that is done with a city of a given id.</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [
        Verb.Of<RenameCity, CityRenamed>("rename", "Đổi tên thành phố", "Give a city another name",
            """{"name": "Tam Kỳ", "reason": "Nghị quyết sắp xếp đơn vị hành chính"}"""),
        Verb.Of<RecordIndicator, IndicatorRecorded>("record-indicator", "Ghi số liệu của thành phố", "Record a measured value", """
            {"name": "Tỷ lệ cán bộ nữ lãnh đạo", "value": 43.66, "unit": "%", "qualifier": "exact", "asOf": "2024",
             "source": {"title": "Thế giới & Việt Nam", "datedOn": "2025-01-29"}}
            """),
        Verb.Of<AssertCityClaim, CityClaimAsserted>("assert-claim", "Ghi một thông tin cùng nguồn của nó", "Note what a source says of a fact", """
            {"claim": {"fact": "membership/gnlc/recognisedOn", "value": "14/2/2024", "date": "2024-02-14"},
             "source": {"title": "Thế giới & Việt Nam", "reference": "đoạn 1", "datedOn": "2025-01-29"}}
            """),
        Verb.Of<DisputeCityClaim, CityClaimDisputed>("dispute-claim", "Nêu nghi vấn về một thông tin", "Doubt a claim",
            """{"claim": "k1", "ground": "Bài báo ghi hai ngày khác nhau"}"""),
        Verb.Of<ResolveCityClaim, CityClaimResolved>("resolve-claim", "Kết luận thông tin nào đúng", "Decide which claim of a fact holds",
            """{"fact": "membership/gnlc/recognisedOn", "holds": "k1", "ground": "Đối chiếu bản gốc"}"""),
        Verb.Of<RequestCityFeedback, CityFeedbackRequested>("request-feedback", "Hỏi ý kiến một cơ quan", "Ask a body for feedback", """
            {"question": {"askedOf": "Ủy ban Quốc gia UNESCO Việt Nam", "text": "Đề nghị xác nhận ngày công nhận thành viên", "askedOn": "2025-06-02", "dueBy": "2025-06-15",
             "channel": "công văn", "document": "90/SNgV-HTQT"}}
            """),
        Verb.Of<AnswerCityFeedback, CityFeedbackAnswered>("answer-feedback", "Ghi trả lời cho một yêu cầu", "Record what a request was answered",
            """{"request": "r1", "answer": {"text": "Đối tác đồng ý tiếp đoàn trong tháng 9", "answeredOn": "2025-06-20", "document": "44/ĐSQ"}}"""),
        Verb.Of<RemindCityFeedback, CityFeedbackReminded>("remind-feedback", "Ghi nhận đã nhắc một yêu cầu", "Record a reminder of a request",
            """{"request": "r1", "remindedOn": "2025-06-16", "document": "95/SNgV-HTQT"}"""),
        Verb.Of<WithdrawCityFeedback, CityFeedbackWithdrawn>("withdraw-feedback", "Rút một yêu cầu", "Take a request back",
            """{"request": "r1", "withdrawnOn": "2025-06-25", "ground": "Đã có thông tin từ nguồn khác"}"""),
        Verb.Of<LinkCityActivity, CityActivityLinked>("link-activity", "Gắn một hoạt động hoặc đoàn; hoạt động cũng ghi lại", "Link an activity or a delegation, whose record hears of it",
            """{"activity": "act-2022-dien-dan-cau-noi", "delegation": false}""") with
        {
            References = command => [("activity", new StreamId(StreamKind.Activity, ((LinkCityActivity)command).Activity))],
            Follows = (id, command) => new Following("activity", Subject.Activity, ((LinkCityActivity)command).Activity, new RelateActivity { City = id }),
            Result = typeof(LinkResult),
        },
        Verb.Of<ChangeCityStatus, CityStatusChanged>("change-status", "Ghi nhận vị thế hành chính mới", "Record another administrative standing",
            """{"status": "thành phố thuộc tỉnh", "changedOn": "2013-10-14", "decision": "113/NQ-CP"}"""),
        Verb.Of<MergeCity, CityMerged>("merge", "Ghi nhận việc sáp nhập vào thành phố khác", "Record that it became part of another city",
            """{"into": "vn-ho-chi-minh-city", "mergedOn": "2025-07-01", "decision": "1685/NQ-UBTVQH15"}""")
            with { References = command => [("into", new StreamId(StreamKind.City, ((MergeCity)command).Into))] },
        Verb.Of<DissolveCity, CityDissolved>("dissolve", "Ghi nhận việc giải thể; hồ sơ vẫn đọc được mãi mãi", "Record that it ceased to be; its record stays readable for ever",
            """{"dissolvedOn": "2025-07-01", "ground": "Kết thúc hoạt động của cấp huyện", "decision": "203/2025/QH15"}"""),
        Verb.Of<DesignateSuccessor, SuccessorDesignated>("designate-successor", "Chỉ định đơn vị kế thừa", "Name who follows it",
            """{"successor": "vn-phuong-sa-dec", "designatedOn": "2025-07-01", "part": true, "decision": "1663/NQ-UBTVQH15"}""")
            with { References = command => [("successor", new StreamId(StreamKind.City, ((DesignateSuccessor)command).Successor))] },
    ];
}
