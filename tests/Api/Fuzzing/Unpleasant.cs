using static CityGrains.Api.Tests.Fuzzing.Spelling;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>What nobody would send in their right mind, and somebody sends.</summary>
internal static class Unpleasant
{
    /// <summary>
    /// Texts: empty, blank, very long, right to left, piled up, decomposed, half a character, control characters, formulas, commands of other languages, dates
    /// there are not.
    /// </summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "", "\0", "a\0b", " ", "\t", "\u00a0", "\u200b", "\ufeff", "\ufffe", "\uffff", "\ufffd", "\u202eabc", "\u2066\u2067", "\u0007", "\u001b[31m",
        "\u007f", "\u0085", "\u2028", "a\nb", "a\r\nb",
        "=cmd()", "+1", "-1", "@SUM(A1)", "\t=1", "'; DROP TABLE events; --", "%", "_", "*", "\"", "'", "\\", "\\\\", "<script>alert(1)</script>",
        "</script>", "&amp;", "{{7*7}}", "${jndi:x}", "%s%n",
        "../../etc/passwd", "a/b", "a\\b", "CON", "null", "undefined", "NaN", "true", "unknown", "none", "😀", "👨‍👩‍👧‍👦", "🇻🇳", "\U0001D54F", "\U000E0001",
        "\U0010FFFF", "e" + Many(1000, "\u0301"),
        "Tie\u0302\u0301ng Vie\u0323\u0302t", "TIẾNG VIỆT", "ßİıſ", "ﷺ", "شكرا", "日本語", "ก็็็็็", "ａｂｃ", "①", "½", "٣", "agr-2026-000001", "vn-son-la",
        "AGR-2026-000001", "-", "--", "a---b", "a-", "0", "00", "1.",
        "0000", "0000-01-01", "0001-01-01", "9999", "9999-12", "9999-12-31", "10000-01-01", "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-00",
        "2024-2-3", "24-02-03", "2024-02-03T00:00:00Z", "２０２４-０２-０３",
        "+2024-01-01", "-2024-01-01", " 2024-01-01", "2024-01-01 ", "1582-10-10", "1752-09-05", "2024-02-29", "2100-02-29", "2024-W01-1", "2024-060",
        "31/12/2024", "20240101",
        "2026-03-15T12:00:00+25:00", "2026-03-15T24:00:00Z", "2026-03-15T12:00:60Z", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00",
        "2026-03-15T12:00:00.123456789Z",
        Many(199, "a"), Many(200, "a"), Many(201, "a"), Many(255, "a"), Many(256, "a"), Many(500, "ệ"), Many(501, "ệ"), Many(500, "e\u0323\u0302"),
        Many(250, "😀"), Many(251, "😀"), Many(2000, "a"), Many(10000, "x"), Many(10001, "x"),
        Many(300_000, "a"), Many(60_000, "\u0301"), Many(600, "a b "), Many(5000, "\n"), Many(5000, "a-"), Many(64, "f"), Many(64, "F"), Many(64, "g"),
        Many(63, "0"), Many(300, "9"),
    ];

    /// <summary>Values of JSON, as they are written: the wrong type, too many, too deep, at the bounds of every number type.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "null", "true", "false", "0", "-0", "1", "-1", "2", "31", "32", "99", "100", "101", "366", "1000", "3650", "3651", "10000", "2147483647",
        "2147483648", "-2147483648", "-2147483649", "9223372036854775807", "9223372036854775808",
        "18446744073709551616", "1e308", "1e309", "-1e309", "1e999", "1e-400", "1e9999999999", "0.1", "1.0", "1E2", "1e0", "0.30000000000000004",
        "79228162514264337593543950335", "79228162514264337593543950336",
        "0.0000000000000000000000000001", "0.00000000000000000000000000001", "12345678901234567890123456789.123", Many(400, "9"), "0." + Many(400, "3"), "[]",
        "{}", "[[]]", "[null]", "[{}]", "[\"\"]", "[0]", "[[[[[[]]]]]]", "{\"\": \"\"}",
        "{\"a\": {\"b\": {\"c\": 1}}}", "[" + Many(30, "0,") + "0]", "[" + Many(20_000, "0,") + "0]", "[" + Many(1001, "\"a\",") + "\"a\"]",
        "[" + Many(300, "{},") + "{}]", Many(29, "[") + Many(29, "]"), Many(31, "[") + Many(31, "]"), Many(64, "{\"a\":") + "1" + Many(64, "}"),
        "{\"written\": \"\\ufffe\"}", "{\"written\": \"\"}", "{\"written\": \"West Bank\"}", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"",
        "\"a\\u0000b\"", "\"\\u202e\"", "\"\\ud83d\\ude00\"", "{\"\\ud800\": 1}", "{\"a\\u0000\": 1}",
        // What is no JSON at all.
        "01", "+1", ".5", "1.", "NaN", "Infinity", "0x10", "'a'", "undefined", "\"a\nb\"", "\"\u0001\"", "\"\\x41\"", "\"\\u12\"", "\"", "[1,]", "{\"a\":1,}",
        "/* no */ 1", "1 // no", "", ",", "]", "}", Raw(0xFF), "\"" + Raw(0xED, 0xA0, 0x80) + "\"", "\"" + Raw(0xC0, 0x80) + "\"",
        "\"" + Raw(0xFF, 0xFE) + "\"", "\"" + Raw(0x00) + "\"", "\"" + Raw(0xF5, 0x80, 0x80, 0x80) + "\"", "\"" + Raw(0xE1, 0xBA) + "\"",
    ];

    /// <summary>Lines of a head.</summary>
    public static IReadOnlyList<string> Headers { get; } =
    [
        "If-Match: 1", "If-Match: \"1", "If-Match: \"1\", \"2\"", "If-Match: W/\"1\"", "If-Match: \"one\"", "If-Match: \"99999999999999999999\"",
        "If-Match: \"-1\"", "If-Match: *", "If-Match:", "If-Match: \"\"", "If-Match: \"0\"", "If-Match: \"1\"\"",
        "If-Match: " + Many(3000, "\"1\", ") + "\"2\"", "If-None-Match: \"1\"", "If-None-Match: *", "If-None-Match: W/\"" + Raw(0xFF) + "\"",
        "If-None-Match: " + Many(500, "\"1\","), "If-Modified-Since: never", "If-Unmodified-Since: 0", "If-Range: \"1\"",
        "Idempotency-Key:", "Idempotency-Key: a b", "Idempotency-Key: đề-xuất", "Idempotency-Key: " + Raw(0xFF), "Idempotency-Key: " + Many(255, "k"),
        "Idempotency-Key: " + Many(256, "k"), "Idempotency-Key: " + Raw(0x01), "Idempotency-Key: \"quoted\"",
        "Idempotency-Key: 00000000-0000-0000-0000-000000000000", "Idempotency-Key: ffffffff-ffff-ffff-ffff-ffffffffffff",
        "Idempotency-Key: {0192f0c1-2345-7abc-8def-0123456789ab}", "Idempotency-Key: ';--",
        "Content-Type:", "Content-Type: ;", "Content-Type: application", "Content-Type: application/json; charset=utf-16",
        "Content-Type: application/json; charset=", "Content-Type: application/json; charset=\"utf-8", "Content-Type: application/json;;;",
        "Content-Type: text/plain",
        "Content-Type: application/json; charset=UTF8", "Content-Type: application/problem+json", "Content-Type: text/csv; charset=latin1",
        "Content-Type: multipart/form-data", "Content-Type: multipart/form-data; boundary=",
        "Content-Type: multipart/form-data; boundary=\"" + Many(300, "b") + "\"",
        "Content-Type: multipart/form-data; boundary=x", "Content-Type: application/x-www-form-urlencoded; charset=utf-7",
        "Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Content-Type: " + Many(5000, "a") + "/b",
        "Content-Type: " + Raw(0xFF) + "/json", "Content-Type: application/xml", "Content-Type: application/json, text/csv",
        "Content-Encoding: gzip", "Content-Encoding: br, gzip", "Content-Encoding: identity", "Content-Encoding: deflate", "Content-Encoding: compress",
        "Content-Encoding:", "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: chunked", "Transfer-Encoding: identity",
        "Transfer-Encoding: \u000bchunked",
        "Content-Length: 0", "Content-Length: -1", "Content-Length: 1e3", "Content-Length: 10", "Content-Length: 1048576", "Content-Length: 1048577",
        "Content-Length: 99999999999999999999", "Content-Length: 5, 5", "Expect: 100-continue", "Expect: the worst", "Expect: 200-ok",
        "Accept: */*", "Accept:", "Accept: text/html", "Accept: text/csv", "Accept: application/xml", "Accept: ;q=,,,", "Accept: text/csv;q=2, */*;q=-1",
        "Accept: application/json;q=0", "Accept: " + Many(2000, "a/b,"), "Accept: " + Raw(0xFF), "Accept: text/event-stream",
        "Accept: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Accept-Language: vi", "Accept-Language: vi;q=1.5", "Accept-Language: " + Many(1000, "vi,"), "Accept-Language: *;q=0",
        "Accept-Language: " + Raw(0x80), "Accept-Encoding: gzip", "Accept-Encoding: gzip;q=x", "Accept-Charset: utf-16", "Accept-Language: đ",
        "Authorization:", "Authorization: Bearer", "Authorization: Bearer  ", "Authorization: bearer cg_", "Authorization: Bearer cg_" + Many(43, "A"),
        "Authorization: Basic YTpi", "Authorization: Basic " + Raw(0xFF), "Authorization: Bearer a.b.c", "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
        "Authorization: Negotiate", "Authorization: Bearer " + Many(9000, "x"),
        "Authorization: Bearer cg_đ", "Cookie: a=b", "Cookie: citygrains=" + Many(43, "A"), "Cookie: __Host-citygrains=x; citygrains-session=x",
        "Cookie: =;;=;", "Cookie: " + Many(500, "a=b; "), "Cookie: .AspNetCore.Antiforgery=x", "Cookie: language=fr", "Cookie: lang=" + Raw(0xFF),
        "RequestVerificationToken: x", "Origin: null", "Origin: https://evil.example", "Origin: :", "Referer: %", "Host:", "Host: evil.example", "Host: a b",
        "Host: [::1", "Host: 127.0.0.1:99999", "Host: " + Many(300, "a"), "Host: ünï.example",
        "Range: bytes=0-1", "Range: bytes=-", "Range: bytes=5-2,9999999999999999999-", "Range: lines=1-2", "Connection: close", "Connection: upgrade",
        "Connection: keep-alive, X-A", "Upgrade: h2c", "Upgrade: websocket", "HTTP2-Settings: AAMAAABkAAQAAP__", "TE: trailers", "Trailer: X-A",
        "X-HTTP-Method-Override: DELETE", "X-Forwarded-For: 1.2.3.4, ::1", "X-Forwarded-Proto: javascript", "X-Forwarded-Host: evil.example",
        "X-Original-URL: /api/v1/keys", "Forwarded: for=\"_x\"", "traceparent: 00-zzz",
        "traceparent: 00-00000000000000000000000000000000-0000000000000000-00", "traceparent: ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "tracestate: " + Many(600, "a=b,"), "baggage: " + Many(9000, "a"), "baggage: a=%00", "Last-Event-ID: x", "Last-Event-ID: 1-1",
        "Last-Event-ID: 99999999999999999999-1", "Last-Event-ID: end", "Last-Event-ID: " + Raw(0xFF), "X-A: " + Many(8000, "a"), "X-A: " + Many(33_000, "a"),
        "X-A: " + Raw(0x00), "X-A: a" + Raw(0x0D) + "b",
        "No colon", ": no name", " folded: x", "X Y: z", "X-" + Raw(0xFF) + ": z", Many(100, "X-A: 1\r\n") + "X-A: 2", Many(2000, "X-A: 1\r\n") + "X-A: 2",
    ];
}
