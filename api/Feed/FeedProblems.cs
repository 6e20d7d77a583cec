using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Feed;

/// <summary>Why the feed cannot be followed.</summary>
internal static class FeedProblems
{
    public static Problem TooManyReaders { get; } = new(503, "feed/too-many-readers",
        new Sentence("Đang có quá nhiều bên theo dõi nguồn tin.", "Too many readers follow the feed at the moment."),
        new Sentence(
            "Kết nối lại sau, hoặc đọc từng trang bằng GET /api/v1/feed?after=….", "Connect again later, or read page by page with GET /api/v1/feed?after=…."))
    {
        RetryAfter = 30,
    };
}
