using CityGrains.Domain.Record;

namespace CityGrains.Api.Problems;

/// <summary>Problems with HTTP itself, before anything of this program is asked.</summary>
internal static class HttpProblems
{
    /// <summary>It cannot be read as HTTP, or broke off.</summary>
    public static Problem Malformed { get; } = new(400, "request/bad-request",
        new Sentence("Yêu cầu không đúng giao thức HTTP, hoặc bị ngắt giữa chừng.", "The request breaks the rules of HTTP, or broke off."),
        new Sentence("Dùng một thư viện HTTP; trong đường dẫn viết ký tự ngoài ASCII theo UTF-8 dạng %XX.", "Use a library for HTTP; in a path, write what is not ASCII as the %XX of its UTF-8."));

    /// <summary>It came too slowly.</summary>
    public static Problem TooSlow { get; } = new(408, "request/request-timeout",
        new Sentence("Yêu cầu đến quá chậm.", "The request came too slowly."),
        new Sentence("Gửi lại trên một kết nối mới.", "Send it again on a new connection."));

    /// <summary>Its first line is too long.</summary>
    public static Problem TooLongALine { get; } = new(414, "request/uri-too-long",
        new Sentence("Đường dẫn cùng tham số quá dài.", "The path with its parameters is too long."),
        new Sentence("Dòng đầu của yêu cầu có tối đa 8 KiB; bớt giá trị lọc, hoặc hỏi làm nhiều lần.", "The first line of a request takes 8 KiB; filter by fewer values, or ask in several requests."));

    /// <summary>Its headers are too many or too large.</summary>
    public static Problem TooManyHeaders { get; } = new(431, "request/request-header-fields-too-large",
        new Sentence("Các phần đầu của yêu cầu quá nhiều hoặc quá lớn.", "The headers of the request are too many or too large."),
        new Sentence("Gửi tối đa 100 phần đầu; bớt cookie và phần đầu do proxy thêm.", "Send at most 100 headers; drop cookies and what a proxy has added."));

    /// <summary>Its version of HTTP is none this server speaks.</summary>
    public static Problem OtherVersion { get; } = new(505, "request/http-version-not-supported",
        new Sentence("Máy chủ không dùng phiên bản HTTP này.", "The server does not speak this version of HTTP."),
        new Sentence("Dùng HTTP/1.1.", "Use HTTP/1.1."));
}
