using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Cities;

/// <summary>The refusals of cities: code, what is wrong, what would make it legal.</summary>
internal static class Refuse
{
    public static Refusal BadId(string id) => City(
        "bad-id", $"Mã '{RecordId.Shown(id)}' không hợp lệ.", $"The id '{RecordId.Shown(id)}' is not valid.",
        $"Dùng chữ thường không dấu, chữ số và gạch nối, nhiều nhất {RecordId.Longest} ký tự, như vn-son-la.",
        $"Use lower-case letters, digits and hyphens, at most {RecordId.Longest} characters, as in vn-son-la.");

    public static Refusal NotFound(string id) => City(
        "not-found", $"Không có thành phố '{RecordId.Shown(id)}'.", $"There is no city '{RecordId.Shown(id)}'.",
        "Kiểm tra mã, hoặc đăng ký thành phố trước.", "Check the id, or register the city first.");

    public static Refusal AlreadyExists(City city) => City(
        "already-exists", $"Đã có thành phố '{city.Id}': {city.Name}.", $"There is a city '{city.Id}' already: {city.Name}.",
        "Chọn mã khác, hoặc cập nhật thành phố đã có.", "Choose another id, or update the one that exists.");

    public static Refusal InTheFuture(string field, DateOfRecord date) => City(
        "in-the-future", $"{field}: ngày {date} còn ở tương lai.", $"{field}: {date} lies in the future.",
        "Ghi số liệu của ngày đã qua.", "Record the value of a day that has passed.");

    private static Refusal City(string code, string vi, string en, string remedyVi, string remedyEn) =>
        new($"city/{code}", new Sentence(vi, en), new Sentence(remedyVi, remedyEn));
}
