using System.Net;
using System.Text.Json;

namespace CityGrains.Api.Tests.Hosting;

/// <summary>What the server answered.</summary>
internal sealed record Answer(HttpStatusCode Code, string Text, string? MediaType, string? ETag, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    public int Status => (int)Code;

    public JsonElement Json => JsonElement.Parse(Text);

    public string Id => Json.GetProperty("id").GetString()!;

    public string? State => Json.GetProperty("state").GetString();

    /// <summary>Code of the problem; the test fails when this is none.</summary>
    public string Problem
    {
        get
        {
            Assert.Equal("application/problem+json", MediaType);
            var problem = Json;
            var code = problem.GetProperty("code").GetString()!;
            Assert.Equal("urn:citygrains:problem:" + code, problem.GetProperty("type").GetString());
            Assert.Equal(Status, problem.GetProperty("status").GetInt32());
            foreach (var text in new[] { "title", "detail", "vi", "en", "traceId" }) Assert.NotEqual("", problem.GetProperty(text).GetString());
            return code;
        }
    }

    /// <summary>The fields a problem names.</summary>
    public IReadOnlyList<string> Fields => [.. Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()!)];

    /// <summary>The ids a list holds.</summary>
    public IReadOnlyList<string> Ids => [.. Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    /// <summary>The same answer, or the test fails with what was answered instead.</summary>
    public Answer Expect(HttpStatusCode code)
    {
        Assert.True(Code == code, $"expected {(int)code}, got {Status}: {Text}");
        return this;
    }

    public static async Task<Answer> Read(HttpResponseMessage response) => new(
        response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, response.Headers.ETag?.ToString(),
        response.Headers.Location?.ToString(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
}
