using CityGrains.Domain.Offices;

namespace CityGrains.Domain.Tests.Offices;

/// <summary>Stories of an office among two others.</summary>
internal static class OfficeStory
{
    private static readonly OfficeBook Others = OfficeBook.Of(
    [
        Known("ubnd-tinh-son-la", new OfficeRegistered(new OfficeName("Ủy ban nhân dân tỉnh Sơn La"), OfficeLevel.Province, null)),
        Known("so-ngoai-vu-phu-tho", new OfficeRegistered(new OfficeName("Sở Ngoại vụ Phú Thọ"), OfficeLevel.Department, null)),
    ]);

    public static Story<Office, OfficeCommand, OfficeEvent> Of(string id) =>
        new(Office.Unrecorded(id), (office, command, context) => OfficeDecider.Decide(office, command, context, Others), Office.Evolve);

    public static Office Known(string id, params OfficeEvent[] happened) =>
        happened.Aggregate(Office.Unrecorded(id), (office, e) => Office.Evolve(office, Asking.Today.Told(e)));
}
