using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

public class WrongRequests(ApiServer server) : IClassFixture<ApiServer>
{
    public static TheoryData<string, string> Broken => new()
    {
        { "", "body/not-json" }, { " ", "body/not-json" }, { "{", "body/not-json" }, { "{} x", "body/not-json" }, { "{\"name\": \"a\",}", "body/not-json" },
        { "// no\n{}", "body/not-json" },
        { "{'name': 1}", "body/not-json" }, { "{\"name\": NaN}", "body/not-json" }, { "{\"name\": \"\u0001\"}", "body/not-json" },
        { "{\"name\": \"a\nb\"}", "body/not-json" },
        { "null", "body/not-an-object" }, { "[]", "body/not-an-object" }, { "\"text\"", "body/not-an-object" }, { "1", "body/not-an-object" },
        { "{\"name\": \"a\", \"name\": \"b\"}", "body/repeated-property" }, { "{\"name\": \"a\", \"n\\u0061me\": \"b\"}", "body/repeated-property" },
        { "{\"name\": \"\\ud800\"}", "body/half-a-character" }, { "{\"na\\udc00me\": 1}", "body/half-a-character" },
        { "{\"name\": \"\\udc00\\ud800\"}", "body/half-a-character" },
        { "{\"name\": \"a\\u0000b\"}", "body/nul" }, { "{\"a\\u0000\": 1}", "body/nul" },
        { new string('[', 5000) + new string(']', 5000), "body/not-json" },
        { string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40), "body/not-json" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_body_that_is_no_json_object_is_refused_with_its_place(string body, string code) =>
        Assert.Equal(code, (await server.Admin.Post("/api/v1/cities", body)).Expect(HttpStatusCode.BadRequest).Problem);

    [Theory]
    [InlineData(new byte[] { 0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D })]
    [InlineData(new byte[] { 0x7B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x3A, 0x31, 0x7D })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00 })]
    public async Task A_body_that_is_not_utf8_is_refused(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        Assert.Equal("body/not-utf8", (await server.Admin.Send(HttpMethod.Post, "/api/v1/cities", content)).Expect(HttpStatusCode.BadRequest).Problem);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        using var content = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("""{"name": "Vinh", "country": "VN"}""")]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await server.Admin.Send(HttpMethod.Post, "/api/v1/cities", content)).Expect(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("application/json", 422)]
    [InlineData("application/json; charset=utf-8", 422)]
    [InlineData("application/json; charset=\"UTF-8\"", 422)]
    [InlineData("application/merge-patch+json", 422)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("", 415)]
    public async Task A_body_is_declared_as_json(string type, int status)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        if (type.Length > 0) content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var answer = await server.Admin.Send(HttpMethod.Post, "/api/v1/cities", content);
        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 415 ? "body/not-declared-as-json" : "command/invalid", answer.Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json")]
    [InlineData("text/plain; charset=utf-8")]
    public async Task A_file_to_import_is_declared_as_one_and_the_refusal_says_how(string type)
    {
        using var content = new ByteArrayContent("Id,Version\n"u8.ToArray());
        if (type.Length > 0) content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var refused = (await server.Admin.Send(HttpMethod.Post, "/api/v1/imports?map=agreement-list", content)).Expect(HttpStatusCode.UnsupportedMediaType);
        Assert.Equal("import/not-declared-as-sheet", refused.Problem);
        foreach (var language in new[] { "vi", "en" })
        {
            var said = refused.Json.GetProperty(language).GetString();
            Assert.Contains("Content-Type: text/csv", said, StringComparison.Ordinal);
            Assert.Contains("Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("TEXT/CSV; charset=utf-8; header=present")]
    [InlineData("application/octet-stream")]
    public async Task A_file_declared_as_one_is_read(string type)
    {
        using var content = new ByteArrayContent("Id,Version\n"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        (await server.Admin.Send(HttpMethod.Post, "/api/v1/imports?map=agreement-list", content)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        using var content = new ByteArrayContent([0x1F, 0x8B, 0x08]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        (await server.Admin.Send(HttpMethod.Post, "/api/v1/cities", content)).Expect(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_a_mebibyte_is_refused(bool chunked)
    {
        using var content = new StringContent("{\"name\": \"" + new string('a', 2_000_000) + "\"}", Encoding.UTF8, "application/json");
        // The client waits for the server's word: one that writes on while it is refused may find the connection closed before it reads the answer.
        var answer = await server.Admin.Send(HttpMethod.Post, "/api/v1/cities", chunked ? new Unsized(content) : content, ("Expect", "100-continue"));
        Assert.Equal("request/too-large", answer.Expect(HttpStatusCode.RequestEntityTooLarge).Problem);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404, "request/no-such-route")]
    [InlineData("GET", "/nowhere", 404, "request/no-such-route")]
    [InlineData("POST", "/api/v1/agreements/agr-1/no-such-verb", 404, "request/no-such-route")]
    [InlineData("POST", "/api/v1/agreements/agr-1/propose", 404, "request/no-such-route")]
    [InlineData("DELETE", "/api/v1/agreements/agr-1", 405, "request/method-not-allowed")]
    [InlineData("GET", "/api/v1/agreements/agr-1/sign", 405, "request/method-not-allowed")]
    [InlineData("PUT", "/api/v1/cities", 405, "request/method-not-allowed")]
    public async Task A_route_that_is_not_there_says_where_the_routes_are(string method, string path, int status, string code)
    {
        var answer = await server.Admin.Send(new HttpMethod(method), path, content: null);
        Assert.Equal(status, answer.Status);
        Assert.Equal(code, answer.Problem);
        if (status == 405) Assert.Contains("Allow", answer.Headers.Keys);
    }

    [Theory]
    [InlineData("/api/v1/agreements/agr-none", "agreement/not-found")]
    [InlineData("/api/v1/agreements/agr-none/history", "agreement/not-found")]
    [InlineData("/api/v1/agreements/S%C6%A1n%20La", "agreement/not-found")]
    [InlineData("/api/v1/agreements/%F0%9F%98%80", "agreement/not-found")]
    [InlineData("/api/v1/cities/vn-none", "city/not-found")]
    [InlineData("/api/v1/cities/'%3B--/history", "city/not-found")]
    public async Task An_unknown_id_names_the_way_out_in_both_languages(string path, string code)
    {
        var answer = (await server.Admin.Get(path)).Expect(HttpStatusCode.NotFound);
        Assert.Equal(code, answer.Problem);
        Assert.Contains("?q=tên", answer.Json.GetProperty("vi").GetString(), StringComparison.Ordinal);
        Assert.Contains("?q=name", answer.Json.GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "en")]
    [InlineData("vi", "vi")]
    [InlineData("vi-VN,vi;q=0.9,en;q=0.8", "vi")]
    [InlineData("fr, vi;q=0.5", "vi")]
    [InlineData("en;q=0.8, vi;q=0.9", "vi")]
    [InlineData("en, vi", "en")]
    [InlineData("vi;q=0", "en")]
    [InlineData("ja", "en")]
    [InlineData("*", "en")]
    [InlineData(";;;q=x", "en")]
    public async Task A_problem_is_told_in_the_language_asked_for(string? accept, string language)
    {
        var answer = await server.Admin.Get("/api/v1/agreements/agr-none", accept is null ? [] : [("Accept-Language", accept)]);
        Assert.Equal(language, answer.Headers["Content-Language"]);
        Assert.Equal(answer.Json.GetProperty(language).GetString(), answer.Json.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("agreements", "Sign Here")]
    [InlineData("agreements", "--")]
    [InlineData("cities", "VN")]
    public async Task An_id_that_is_none_begins_nothing(string list, string id)
    {
        var body = list == "agreements" ? Bodies.Proposal(more: $", \"id\": \"{id}\"") : $$"""{"name": "Vinh", "country": "VN", "id": "{{id}}"}""";
        var refused = (await server.Admin.Post("/api/v1/" + list, body)).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["id"], refused.Fields);
        (await server.Admin.Post($"/api/v1/agreements/{Uri.EscapeDataString(id)}/register-legacy", Bodies.Legacy())).Expect(HttpStatusCode.UnprocessableEntity);
        (await server.Admin.Post($"/api/v1/agreements/{Uri.EscapeDataString(id)}/archive", Bodies.Example("archive"))).Expect(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("GET", "/api/v1/agreements/agr-1?on=2024-01-01&from=1", "from")]
    [InlineData("GET", "/api/v1/cities/vn-vinh/history?since=2024", "since")]
    [InlineData("GET", "/api/v1/portfolio/summary?on=2024-01-01&x=1", "x")]
    [InlineData("POST", "/api/v1/cities?dryRun=true", "dryRun")]
    [InlineData("POST", "/api/v1/agreements/agr-1/archive?dryRun=true", "dryRun")]
    public async Task A_parameter_the_route_does_not_take_is_not_passed_over(string method, string path, string fields)
    {
        using var body = method == "POST" ? new StringContent("{}", Encoding.UTF8, "application/json") : null;
        var answer = (await server.Admin.Send(new HttpMethod(method), path, body)).Expect(HttpStatusCode.BadRequest);
        Assert.Equal("query/invalid", answer.Problem);
        Assert.Equal(fields, string.Join(' ', answer.Fields));
    }

    /// <summary>Content that does not say how long it is, so that it is sent in chunks.</summary>
    private sealed class Unsized : HttpContent
    {
        private readonly HttpContent _inner;

        public Unsized(HttpContent inner)
        {
            _inner = inner;
            Headers.ContentType = inner.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _inner.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
