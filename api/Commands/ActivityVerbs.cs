using CityGrains.Domain.Activities;

namespace CityGrains.Api.Commands;

/// <summary>What can be done with an activity; see <see cref="AgreementVerbs"/>.</summary>
public static class ActivityVerbs
{
    /// <summary>Begins an activity; its route has no id.</summary>
    public static Verb Plan { get; } = Verb.Of<PlanActivity, ActivityPlanned>("plan", "Ghi một hoạt động dự kiến", "Enter an activity that is planned, or was", """
        {"kind": "conference", "title": "Diễn đàn Cầu nối", "organiser": "Cục Ngoại vụ, Bộ Ngoại giao", "office": "Cục Ngoại vụ", "days": {"from": "2022-04-08"},
         "place": {"name": "Thành phố Hồ Chí Minh", "country": "VN"}, "international": true, "source": {"title": "Báo chí", "datedOn": "2022"}}
        """) with { Begins = true };

    /// <summary>Everything that is done with an activity of a given id.</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [
        Verb.Of<ApplyForActivity, ActivityApplied>("apply", "Ghi nhận việc xin phép tổ chức", "Record that the organiser applied for permission",
            """{"appliedOn": "2022-02-25", "reference": "12/TTr-SNgV"}"""),
        Verb.Of<RescheduleActivity, ActivityRescheduled>("reschedule", "Dời ngày hoặc đổi nơi tổ chức", "Put it off, bring it forward or move it", """
            {"days": {"from": "2022-04-15", "to": "2022-04-16"}, "ground": "Khách mời chính đổi lịch", "occurredOn": "2022-03-10"}
            """),
        Verb.Of<HoldActivity, ActivityHeld>("hold", "Ghi nhận đã tổ chức", "Record that it took place", """
            {"days": {"from": "2022-04-08"}, "reach": [{"what": "đại biểu", "value": 500, "qualifier": "nearly"}, {"what": "lượt theo dõi", "value": 35000, "qualifier": "more-than"}]}
            """),
        Verb.Of<RecordActivityResult, ActivityResultRecorded>("record-result", "Ghi kết quả đã báo cáo", "Record the result that was reported",
            """{"summary": "Ký 8 bản ghi nhớ", "reportedOn": "2022-04-20", "reference": "45/BC-UBND"}"""),
        Verb.Of<CancelActivity, ActivityCancelled>("cancel", "Hủy hoạt động", "Record that it will not take place", """{"ground": "Bão số 3"}"""),
        Verb.Of<AssertActivityClaim, ActivityClaimAsserted>("assert-claim", "Ghi một thông tin cùng nguồn của nó", "Note what a source says of a fact",
            """{"claim": {"fact": "heldOn", "value": "25/3", "date": "2022-03-25"}, "source": {"title": "Chú thích ảnh", "datedOn": "2022"}}"""),
        Verb.Of<ResolveActivityClaim, ActivityClaimResolved>("resolve-claim", "Kết luận thông tin nào đúng", "Decide which claim of a fact holds",
            """{"fact": "heldOn", "holds": "k1", "ground": "Đối chiếu chương trình"}"""),
    ];
}
