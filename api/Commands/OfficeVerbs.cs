using CityGrains.Api.Access;
using CityGrains.Domain.Offices;

namespace CityGrains.Api.Commands;

/// <summary>What can be done with an office; see <see cref="AgreementVerbs"/>.</summary>
public static class OfficeVerbs
{
    /// <summary>Begins an office; its route has no id.</summary>
    public static Verb Register { get; } = Verb.Of<RegisterOffice, OfficeRegistered>("register", "Đăng ký cơ quan", "Register an office",
        """{"name": {"vi": "Sở Ngoại vụ Sơn La", "en": "Department of Foreign Affairs of Sơn La"}, "level": "department"}""")
        with { Role = Role.Admin, Begins = true };

    /// <summary>Everything that is done with an office of a given id.</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [
        Verb.Of<RenameOffice, OfficeRenamed>("rename", "Đổi tên cơ quan", "Give an office another name",
            """{"name": {"vi": "Sở Ngoại vụ tỉnh Sơn La"}, "reason": "Sắp xếp bộ máy"}""") with { Role = Role.Admin },
        Verb.Of<SetOfficePolicy, OfficePolicySet>("set-policy", "Đặt thời hạn nội bộ của cơ quan", "Set what the office expects of itself where the law sets no time", """
            {"policy": {"planWithinDays": 60, "silentAfterDays": 120, "expiringWithinDays": 180, "stalledAfterDays": 90}, "from": "2027-01-01",
             "reason": "Kết luận giao ban quý IV: kế hoạch trong 60 ngày kể từ khi ký"}
            """) with { Role = Role.Admin, OwnRole = Role.Approver },
        Verb.Of<ReplaceCalendar, CalendarReplaced>("replace-calendar", "Thay lịch nghỉ của một năm", "Put another year of the calendar in the place of the shipped one", """
            {"calendar": {"year": 2027, "daysOff": [{"day": "2027-02-05", "name": {"vi": "Nghỉ Tết Nguyên đán", "en": "Lunar New Year"}}], "workedDays": ["2027-02-13"],
             "announced": true, "source": "Thông báo về lịch nghỉ Tết năm 2027"}}
            """) with { Role = Role.Admin, OwnRole = Role.Approver },
        Verb.Of<AddPerson, PersonAdded>("add-person", "Thêm chức danh", "Add a function; whoever fills it is not named",
            """{"function": "Trưởng phòng Hợp tác quốc tế", "role": "approver"}""") with { Role = Role.Admin },
        Verb.Of<RemovePerson, PersonRemoved>("remove-person", "Bỏ chức danh", "Remove a function", """{"person": "p1"}""") with { Role = Role.Admin },
        Verb.Of<RecordAnnualReport, AnnualReportSent>("record-annual-report", "Ghi nhận đã gửi báo cáo năm", "Record that the report of a year was sent",
            """{"year": 2026, "sentOn": "2026-11-12", "document": "312/BC-UBND"}""") with { Role = Role.Admin, OwnRole = Role.Officer },
        Verb.Of<RecordAnnualPlan, AnnualPlanSent>("record-annual-plan", "Ghi nhận đã gửi kế hoạch năm", "Record that the plan of a year was sent",
            """{"year": 2027, "sentOn": "2026-11-12", "document": "313/KH-UBND"}""") with { Role = Role.Admin, OwnRole = Role.Officer },
        Verb.Of<CloseOffice, OfficeClosed>("close", "Ghi nhận cơ quan kết thúc hoạt động", "Record that an office ended",
            """{"closedOn": "2025-06-30", "ground": "Sáp nhập theo sắp xếp đơn vị hành chính"}""") with { Role = Role.Admin },
    ];
}
