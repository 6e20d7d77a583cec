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
        "in-the-future", FieldFault.Of(field, $"ngày {date.Vi()} còn ở tương lai", $"{date.En()} lies in the future"),
        "Ghi số liệu của ngày đã qua.", "Record the value of a day that has passed.");

    public static Refusal Ended(City city) => City(
        "ended",
        $"{city.Name} đã {(city.Ending!.Kind is CityEndingKind.Merged ? "sáp nhập" : "giải thể")}, ngày {city.Ending.On}.",
        $"{city.Name} was {(city.Ending.Kind is CityEndingKind.Merged ? "merged" : "dissolved")}, on {city.Ending.On}.",
        city.Successors.IsEmpty ? "Chỉ định đơn vị kế thừa (designate-successor), rồi ghi ở đó." : $"Ghi ở đơn vị kế thừa: {Successors(city)}.",
        city.Successors.IsEmpty ? "Designate its successor (designate-successor), and record it there." : $"Record it of its successor: {Successors(city)}.");

    public static Refusal NotEnded(City city) => City(
        "not-ended",
        $"{city.Name} chưa sáp nhập hay giải thể nên chưa có đơn vị kế thừa.", $"{city.Name} was neither merged nor dissolved, so nobody succeeds it.",
        "Ghi nhận việc sáp nhập (merge) hoặc giải thể (dissolve) trước.", "Record the merger (merge) or the dissolution (dissolve) first.");

    public static Refusal ItsOwnSuccessor(string field, string id) => City(
        "its-own-successor", FieldFault.Of(field, $"'{id}' không thể kế thừa chính mình", $"'{id}' cannot succeed itself"),
        "Nêu mã của thành phố khác.", "Name the id of another city.");

    public static Refusal TooManySuccessors(int most) => City(
        "too-many-successors", $"Một thành phố có nhiều nhất {most} đơn vị kế thừa.", $"A city has at most {most} successors.",
        "Chỉ định một đơn vị kế thừa toàn bộ.", "Designate one that succeeds it in whole.");

    public static Refusal TooManyActivities(int most) => City(
        "too-many-activities", $"Một thành phố gắn với nhiều nhất {most} hoạt động.", $"A city is linked to at most {most} activities.",
        "Gắn hoạt động với thỏa thuận của nó.", "Link the activity to its agreement.");

    private static string Successors(City city) => string.Join(", ", city.Successors.Select(next => next.City));

    private static Refusal City(string code, string vi, string en, string remedyVi, string remedyEn) =>
        new($"city/{code}", new Sentence(vi, en), new Sentence(remedyVi, remedyEn));

    private static Refusal City(string code, FieldFault fault, string remedyVi, string remedyEn) =>
        Refusal.Of($"city/{code}", fault, new Sentence(remedyVi, remedyEn));
}
