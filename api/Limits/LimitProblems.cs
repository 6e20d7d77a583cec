using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Limits;

/// <summary>Why a request is not worked on now.</summary>
internal static class LimitProblems
{
    private static readonly Problem Often = new(429, "request/too-many",
        new Sentence("Gửi quá nhiều yêu cầu trong thời gian ngắn.", "Too many requests in a short time."),
        new Sentence("Chờ số giây trong Retry-After rồi gửi lại; nhập nhiều hồ sơ bằng POST /api/v1/imports.", "Wait for the seconds of Retry-After, then send it again; bring many records in by POST /api/v1/imports."));

    /// <summary>The server works on as much as it can.</summary>
    public static Problem Busy { get; } = new(503, "server/busy",
        new Sentence("Máy chủ đang xử lý quá nhiều yêu cầu.", "The server is working on too many requests."),
        new Sentence("Gửi lại sau với cùng Idempotency-Key.", "Send it again later with the same Idempotency-Key."))
    {
        RetryAfter = 1,
    };

    /// <summary>The caller comes too often.</summary>
    public static Problem TooMany(int seconds) => Often with { RetryAfter = seconds };
}
