using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;

namespace CityGrains.Journal.Tests;

/// <summary>Things that happen in the tests.</summary>
internal static class Happened
{
    public static readonly Country Vietnam = new("VN", "Việt Nam");
    public static readonly Country Laos = new("LA", "Lào");
    public static readonly Country Japan = new("JP", "Nhật Bản");

    public static LegacyAgreementRegistered Legacy(
        string title = "Kết nghĩa Sơn La – Luang Prabang", AgreementKind kind = AgreementKind.SisterCity, LegalState state = LegalState.InEffect,
        string office = "so-ngoai-vu", Party[]? parties = null) =>
        new(kind, new AgreementTitle(title), parties ?? [SonLa, LuangPrabang], [], office, state, DateOfRecord.Year(2014), DateOfRecord.Unknown, null);

    public static Party SonLa { get; } = new("Sơn La", PartyType.City, Vietnam, "vn-son-la");

    public static Party LuangPrabang { get; } = new("Luang Prabang", PartyType.City, Laos, "la-luang-prabang");

    public static Party Fukuoka { get; } = new("Fukuoka", PartyType.City, Japan, "jp-fukuoka");

    public static ProgressReported Progress(int percent) => new(percent, "Đã mở lớp tiếng Lào.");

    public static AgreementArchived Archived { get; } = new("Kho lưu trữ tỉnh");

    public static CityRegistered City(string name, Country? country = null) => new(name, country ?? Vietnam, null);

    public static OfficeRegistered Office(string name, OfficeLevel level = OfficeLevel.Department, string? parent = null) =>
        new(new OfficeName(name), level, parent);

    public static OfficeRenamed Renamed(string from, string to) => new(new OfficeName(from), new OfficeName(to));

    public static OfficeClosed Closed() => new(DateOfRecord.Day(new DateOnly(2025, 6, 30)), "Sáp nhập tỉnh", "so-ngoai-vu-phu-tho");
}
