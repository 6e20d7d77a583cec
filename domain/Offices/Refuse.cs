using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Domain.Offices;

/// <summary>The refusals of offices: code, what is wrong, what would make it legal.</summary>
internal static class Refuse
{
    public static Refusal BadId(string id) => Office(
        "bad-id", $"Mã '{RecordId.Shown(id)}' không hợp lệ.", $"The id '{RecordId.Shown(id)}' is not valid.",
        $"Dùng chữ thường không dấu, chữ số và gạch nối, nhiều nhất {RecordId.Longest} ký tự, như so-ngoai-vu-son-la.",
        $"Use lower-case letters, digits and hyphens, at most {RecordId.Longest} characters, as in so-ngoai-vu-son-la.");

    public static Refusal NotFound(string id) => Office(
        "not-found", $"Không có cơ quan '{RecordId.Shown(id)}'.", $"There is no office '{RecordId.Shown(id)}'.",
        "Kiểm tra mã, hoặc đăng ký cơ quan trước.", "Check the id, or register the office first.");

    public static Refusal AlreadyExists(Office office) => Office(
        "already-exists", $"Đã có cơ quan '{office.Id}': {office.Name.Vi}.", $"There is an office '{office.Id}' already: {office.Name.En ?? office.Name.Vi}.",
        "Chọn mã khác, hoặc cập nhật cơ quan đã có.", "Choose another id, or update the one that exists.");

    public static Refusal OfItself(string field, string id) => Office(
        "of-itself", FieldFault.Of(field, $"cơ quan '{id}' không thể là chính nó ở vị trí này", $"the office '{id}' cannot stand in this place to itself"),
        "Nêu mã của một cơ quan khác, hoặc bỏ trống.", "Name another office, or leave it out.");

    public static Refusal UnknownOffice(string field, string id) => Office(
        "unknown-office", FieldFault.Of(field, $"chưa có cơ quan '{id}'", $"there is no office '{id}'"),
        "Đăng ký cơ quan đó trước, hoặc sửa mã.", "Register that office first, or correct the id.");

    public static Refusal NameTaken(Office bearer) => Office(
        "name-taken", $"Tên này đang chỉ cơ quan '{bearer.Id}'.", $"This name means the office '{bearer.Id}' already.",
        "Đặt tên khác để hồ sơ không lẫn giữa hai cơ quan.", "Choose another name, so that records are not mixed up between the two.");

    public static Refusal ReasonMissing() => Office(
        "reason-missing", FieldFault.Of("reason", "cần nêu lý do", "must be given"),
        "Nêu lý do thay đổi trong trường reason; lý do được lưu trong lịch sử.", "Say in reason why it changes; the history keeps it.");

    public static Refusal InThePast(string field, DateOnly date) => Office(
        "in-the-past", FieldFault.Of(field, $"ngày {date.Vi()} đã qua; hạn đã qua không thay đổi",
            $"{date.En()} has passed; what was due in the past does not change"),
        "Chọn hôm nay hoặc một ngày sau.", "Choose today or a later day.");

    public static Refusal TooManyPeople() => Office(
        "too-many-people", $"Cơ quan đã có {Offices.Office.MostPeople} chức danh.", $"The office has {Offices.Office.MostPeople} functions already.",
        "Xóa những chức danh không còn.", "Remove those that are no more.");

    public static Refusal NoSuchPerson(string id, IReadOnlyCollection<OfficePerson> people) => Office(
        "no-such-person", $"Không có chức danh '{RecordId.Shown(id)}'.", $"There is no function '{RecordId.Shown(id)}'.",
        people.Count == 0 ? "Cơ quan chưa có chức danh nào."
            : $"Các chức danh: {Words.List([.. people.Select(person => $"{person.Id} ({person.Function})")])}.",
        people.Count == 0 ? "The office has none yet." : $"They are: {Words.List([.. people.Select(person => $"{person.Id} ({person.Function})")])}.");

    public static Refusal InTheFuture(string field, DateOfRecord date) => Office(
        "in-the-future", FieldFault.Of(field, $"ngày {date.Vi()} còn ở tương lai", $"{date.En()} lies in the future"),
        "Ghi nhận khi việc đã xảy ra.", "Record it once it has happened.");

    public static Refusal ReportedAhead(int year, DateOfRecord date) => Office(
        "reported-ahead", FieldFault.Of("sentOn", $"ngày {date.Vi()} trước năm {year} của báo cáo",
            $"{date.En()} lies before {year}, the year of the report"),
        "Kiểm tra year và sentOn; kế hoạch của năm sau ghi bằng record-annual-plan.",
        "Check year and sentOn; the plan of a coming year is recorded by record-annual-plan.");

    public static Refusal Closed(string id, Closing closing) => Office(
        "closed", $"Cơ quan '{id}' đã kết thúc hoạt động từ {closing.On.Vi()}: {closing.Ground}.",
        $"The office '{id}' is closed since {closing.On.En()}: {closing.Ground}.",
        closing.Successor is { } heir ? $"Dùng cơ quan kế thừa '{heir}'." : "Dùng một cơ quan đang hoạt động.",
        closing.Successor is { } next ? $"Use its successor '{next}'." : "Use an office that is open.");

    private static Refusal Office(string code, string vi, string en, string remedyVi, string remedyEn) =>
        new($"office/{code}", new Sentence(vi, en), new Sentence(remedyVi, remedyEn));

    private static Refusal Office(string code, FieldFault fault, string remedyVi, string remedyEn) =>
        Refusal.Of($"office/{code}", fault, new Sentence(remedyVi, remedyEn));
}
