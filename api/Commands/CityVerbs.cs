using CityGrains.Domain.Cities;

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
        Verb.Of<RenameCity, CityRenamed>("rename", "Đổi tên thành phố", "Give a city another name", """{"name": "Tam Kỳ", "reason": "Nghị quyết sắp xếp đơn vị hành chính"}"""),
        Verb.Of<RecordIndicator, IndicatorRecorded>("record-indicator", "Ghi số liệu của thành phố", "Record a measured value", """
            {"name": "Tỷ lệ cán bộ nữ lãnh đạo", "value": 43.66, "unit": "%", "qualifier": "exact", "asOf": "2024",
             "source": {"title": "Thế giới & Việt Nam", "datedOn": "2025-01-29"}}
            """),
    ];
}
