using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Calendars;

/// <summary>Why there is no calendar.</summary>
internal static class CalendarProblems
{
    public static Problem UnknownToken { get; } = new(403, "calendar/unknown-token",
        new Sentence("Địa chỉ lịch này không tồn tại hoặc đã bị thu hồi.", "This calendar address does not exist or was revoked."),
        new Sentence("Xin địa chỉ mới bằng POST /api/v1/offices/{mã cơ quan}/calendars.", "Get a new one by POST /api/v1/offices/{id}/calendars."));

    public static Problem NoSuchCalendar { get; } = new(404, "calendar/not-found",
        new Sentence("Cơ quan không có lịch với mã này.", "The office has no calendar of this id."),
        new Sentence("Xem các lịch bằng GET /api/v1/offices/{mã cơ quan}/calendars.", "List them by GET /api/v1/offices/{id}/calendars."));
}
