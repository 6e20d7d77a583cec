using System.Text.Json;
using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Json;

/// <summary>What can be wrong with a body before its fields are looked at.</summary>
internal static class BodyProblems
{
    private static readonly Sentence Send = new(
        "Gửi một đối tượng JSON (RFC 8259) mã hóa UTF-8; ví dụ cho mỗi lệnh ở /docs.",
        "Send one JSON object (RFC 8259) in UTF-8; /docs has an example for each command.");

    public static Problem NotDeclaredAsJson { get; } = new(415, "body/not-declared-as-json",
        new Sentence("Kiểu dữ liệu phải là application/json, UTF-8, không nén.", "The content type must be application/json, in UTF-8, not compressed."),
        new Sentence("Thêm phần đầu Content-Type: application/json.", "Add the header Content-Type: application/json."));

    public static Problem NotUtf8 { get; } = Bad("not-utf8", "Dữ liệu không phải UTF-8.", "The body is not UTF-8.");

    public static Problem NotAnObject { get; } = Bad("not-an-object", "Dữ liệu không phải một đối tượng JSON.", "The body is not a JSON object.");

    public static Problem HalfACharacter(long at) => Bad("half-a-character",
        $"Chuỗi ở byte {at} có nửa ký tự Unicode.", $"The string at byte {at} has half of a Unicode character.");

    public static Problem Nul(long at) => Bad("nul", $"Chuỗi ở byte {at} có ký tự NUL.", $"The string at byte {at} has a NUL character.");

    public static Problem NotJson(JsonException cause) => cause is { LineNumber: { } line, BytePositionInLine: { } column }
        ? Bad("not-json", $"Không đọc được JSON ở dòng {line + 1}, byte {column + 1}.", $"The JSON cannot be read at line {line + 1}, byte {column + 1}.")
        : Bad("repeated-property", "Một trường xuất hiện hai lần trong cùng một đối tượng.", "A property stands twice in one object.");

    private static Problem Bad(string reason, string vi, string en) => new(400, "body/" + reason, new Sentence(vi, en), Send);
}
