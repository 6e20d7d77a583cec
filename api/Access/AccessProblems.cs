using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Access;

/// <summary>Why a caller is not let in.</summary>
internal static class AccessProblems
{
    private static readonly Sentence SendKey = new(
        "Gửi phần đầu Authorization: Bearer cg_…; khóa đầu tiên nằm trong tệp admin.key của thư mục dữ liệu.",
        "Send the header Authorization: Bearer cg_…; the first key is in the file admin.key of the data folder.");

    public static Problem NoKey { get; } = new(401, "access/no-key", new Sentence("Cần khóa truy cập.", "A key is needed."), SendKey);

    public static Problem MalformedKey { get; } = new(401, "access/malformed-key",
        new Sentence("Phần đầu Authorization không đúng dạng Bearer cg_….", "The header Authorization is not of the form Bearer cg_…."), SendKey);

    public static Problem UnknownKey { get; } = new(401, "access/unknown-key",
        new Sentence("Khóa này không tồn tại, đã hết hạn hoặc đã bị thu hồi.", "This key does not exist, has expired or was revoked."), SendKey);

    public static Problem NoFormToken { get; } = new(403, "access/no-form-token",
        new Sentence("Biểu mẫu đã cũ hoặc được gửi từ trang khác.", "The form is too old, or was sent from another site."),
        new Sentence("Mở lại trang rồi gửi lại; lời gọi API bằng cookie cần phần đầu RequestVerificationToken.",
            "Open the page again and send it again; API calls by cookie take the header RequestVerificationToken."));

    public static Problem BadForm { get; } = new(400, "access/bad-form",
        new Sentence("Không đọc được biểu mẫu.", "The form cannot be read."),
        new Sentence("Gửi dưới dạng application/x-www-form-urlencoded hoặc multipart/form-data, đúng cú pháp.",
            "Send it as application/x-www-form-urlencoded or multipart/form-data, well formed."));

    public static Problem NoSuchKey { get; } = new(404, "access/no-such-key",
        new Sentence("Không có khóa nào mang tên này.", "There is no key of this name."),
        new Sentence("Xem các khóa bằng GET /api/v1/keys.", "List the keys by GET /api/v1/keys."));

    public static Problem NameTaken { get; } = new(409, "access/name-taken",
        new Sentence("Đã có khóa mang tên này.", "There is a key of this name already."),
        new Sentence("Chọn tên khác; lịch sử ghi tên này là người thực hiện, nên tên không dùng lại, kể cả khi khóa đã bị thu hồi. Đổi khóa bằng …/rotate.",
            "Choose another: the history names it as the actor, so a name is not used again, even after the key was revoked. A key is replaced by …/rotate."));

    public static Problem LastAdmin { get; } = new(409, "access/last-admin",
        new Sentence("Không còn khóa quản trị nào khác đang dùng được mà không có ngày cuối (validUntil): đến một ngày sẽ không ai vào quản trị được nữa.",
            "No other admin key is in force without a last day (validUntil): one day nobody could manage keys any more."),
        new Sentence("Trước hết tạo một khóa khác có vai trò admin và để trống ngày cuối (validUntil).",
            "First make another key with the role admin and no last day (validUntil)."));

    public static Problem KeyHasEnded { get; } = new(409, "access/key-has-ended",
        new Sentence("Khóa này đã hết hạn hoặc đã bị thu hồi.", "This key has expired or was revoked."),
        new Sentence("Tạo khóa mới bằng POST /api/v1/keys.", "Make a new one by POST /api/v1/keys."));

    public static Problem OtherOffice { get; } = new(403, "access/other-office",
        new Sentence("Khóa này thuộc cơ quan khác.", "This key belongs to another office."),
        new Sentence("Dùng khóa của chính cơ quan đó, hoặc khóa quản trị.", "Use a key of that office, or an admin's."));

    public static Problem RoleMissing { get; } = new(403, "access/role-missing",
        new Sentence("Khóa này không có vai trò cần cho việc này.", "This key has not the role this takes."),
        new Sentence(
            "Dùng khóa có vai trò phù hợp; vai trò của mỗi đường dẫn ghi ở /docs.", "Use a key with the right role; /docs names the role of each route."));
}
