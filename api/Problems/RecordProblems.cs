using CityGrains.Domain.Record;

namespace CityGrains.Api.Problems;

/// <summary>Problems with the id of a record.</summary>
public static class RecordProblems
{
    /// <summary>No agreement has that id.</summary>
    public static Problem NoSuchAgreement { get; } = new(404, "agreement/not-found",
        new Sentence("Không có thỏa thuận với mã này.", "There is no agreement with this id."),
        new Sentence("Tìm mã bằng GET /api/v1/agreements?q=tên, hoặc đề xuất thỏa thuận bằng POST /api/v1/agreements.",
            "Find its id by GET /api/v1/agreements?q=name, or propose it by POST /api/v1/agreements."));

    /// <summary>No office has that id.</summary>
    public static Problem NoSuchOffice { get; } = new(404, "office/not-found",
        new Sentence("Không có cơ quan với mã này.", "There is no office with this id."),
        new Sentence("Tìm mã bằng GET /api/v1/offices?q=tên, hoặc đăng ký cơ quan bằng POST /api/v1/offices.",
            "Find its id by GET /api/v1/offices?q=name, or register it by POST /api/v1/offices."));

    /// <summary>No city has that id.</summary>
    public static Problem NoSuchCity { get; } = new(404, "city/not-found",
        new Sentence("Không có thành phố với mã này.", "There is no city with this id."),
        new Sentence("Tìm mã bằng GET /api/v1/cities?q=tên, hoặc đăng ký thành phố bằng POST /api/v1/cities.",
            "Find its id by GET /api/v1/cities?q=name, or register it by POST /api/v1/cities."));

    /// <summary>No activity has that id.</summary>
    public static Problem NoSuchActivity { get; } = new(404, "activity/not-found",
        new Sentence("Không có hoạt động với mã này.", "There is no activity with this id."),
        new Sentence("Tìm mã bằng GET /api/v1/activities?q=tên, hoặc ghi hoạt động bằng POST /api/v1/activities.",
            "Find its id by GET /api/v1/activities?q=title, or enter it by POST /api/v1/activities."));
}
