using System.Collections.Frozen;
using CityGrains.Domain.Record;
using Microsoft.AspNetCore.WebUtilities;

namespace CityGrains.Api.Problems;

/// <summary>The title of each status.</summary>
internal static class Titles
{
    private static readonly FrozenDictionary<int, Sentence> Known = new Dictionary<int, Sentence>
    {
        [400] = new("Yêu cầu không hợp lệ", "Bad request"),
        [401] = new("Chưa xác thực", "Not signed in"),
        [403] = new("Không có quyền", "Not permitted"),
        [404] = new("Không tìm thấy", "Not found"),
        [405] = new("Phương thức không được phép", "Method not allowed"),
        [408] = new("Quá thời gian chờ", "Request timed out"),
        [409] = new("Không thực hiện được ở trạng thái hiện tại", "Not possible in the present state"),
        [412] = new("Bản ghi đã thay đổi", "The record has changed"),
        [413] = new("Dữ liệu quá lớn", "Too large"),
        [414] = new("Đường dẫn quá dài", "URI too long"),
        [415] = new("Kiểu dữ liệu không được hỗ trợ", "Unsupported media type"),
        [422] = new("Dữ liệu chưa hợp lệ", "Not valid"),
        [429] = new("Quá nhiều yêu cầu", "Too many requests"),
        [431] = new("Phần đầu quá lớn", "Headers too large"),
        [500] = new("Lỗi máy chủ", "Server error"),
        [503] = new("Tạm thời không phục vụ được", "Not available at the moment"),
        [505] = new("Phiên bản HTTP không được hỗ trợ", "HTTP version not supported"),
    }.ToFrozenDictionary();

    /// <summary>The title of a status; one that nobody foresaw bears its standard phrase.</summary>
    public static Sentence Of(int status) => Known.TryGetValue(status, out var title) ? title : Standard(ReasonPhrases.GetReasonPhrase(status), status);

    private static Sentence Standard(string phrase, int status) =>
        phrase.Length > 0 ? new Sentence(phrase, phrase) : new Sentence($"Lỗi {status}", $"Error {status}");
}
