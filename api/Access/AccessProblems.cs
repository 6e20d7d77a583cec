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

    public static Problem OtherOffice { get; } = new(403, "access/other-office",
        new Sentence("Khóa này thuộc cơ quan khác.", "This key belongs to another office."),
        new Sentence("Dùng khóa của chính cơ quan đó, hoặc khóa quản trị.", "Use a key of that office, or an admin's."));

    public static Problem RoleMissing { get; } = new(403, "access/role-missing",
        new Sentence("Khóa này không có vai trò cần cho việc này.", "This key has not the role this takes."),
        new Sentence("Dùng khóa có vai trò phù hợp; vai trò của mỗi đường dẫn ghi ở /docs.", "Use a key with the right role; /docs names the role of each route."));
}
