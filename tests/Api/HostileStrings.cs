using System.Text.Json.Nodes;
using CityGrains.Api.Commands;
using CityGrains.Api.Tests.Hosting;

namespace CityGrains.Api.Tests;

/// <summary>Every value of every command's example replaced by something unpleasant, one at a time: the answer is a success or a problem of the sender, never of the server.</summary>
public class HostileStrings(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly string[] Unpleasant =
    [
        "\"\"", "\" \"", "\"\\ufffe\"", "\"\\uffff\"", "\"\\u202eabc\"", "\"\\u0007\"", "\"=cmd()\"", "\"'; DROP TABLE events; --\"", "\"Tie\\u0302\\u0301ng Vie\\u0323\\u0302t\"", "\"😀\"", "\"\\u200b\"",
        "\"unknown\"", "\"0000\"", "\"9999-12-31\"", "\"2024-02-30\"", "\"0001-01-01\"", "0", "-1", "1e999", "null", "[]", "{}", "[[]]", "true", "{\"written\": \"\\ufffe\"}",
        "\"" + new string('a', 300_000) + "\"", "\"" + new string('ệ', 600) + "\"",
    ];

    public static TheoryData<string> Verbs => [.. Subject.All.SelectMany(subject => subject.Verbs.Select(verb => $"{subject.Name}/{(subject == Subject.Agreement ? "agr-hostile" : "vn-hostile")}/{verb.Name}").Append(subject.Name))];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task No_value_of_a_command_makes_the_server_fail(string path)
    {
        await server.Admin.Post("/api/v1/cities", """{"name": "Hostile", "country": "VN"}""");
        await server.Admin.Post("/api/v1/agreements/agr-hostile/register-legacy", Bodies.Legacy());
        await server.Admin.Post("/api/v1/offices", """{"id": "vn-hostile", "name": {"vi": "Hostile"}, "level": "department"}""");
        var example = Example(path);
        foreach (var place in Places(JsonNode.Parse(example)!, []).ToList())
        {
            foreach (var value in Unpleasant)
            {
                var body = JsonNode.Parse(example)!;
                Replace(body, place, JsonNode.Parse(value));
                var answer = await server.Admin.Post("/api/v1/" + path, body.ToJsonString());
                Assert.True(answer.Status < 500, $"{path} {string.Join('.', place)} = {value[..Math.Min(40, value.Length)]}: {answer.Text}");
                if (answer.Status >= 400) Assert.NotEqual("", answer.Problem);
            }
        }
    }

    [Theory]
    [InlineData("/api/v1/agreements?q=%EF%BF%BE")]
    [InlineData("/api/v1/agreements?q=%FF%FE")]
    [InlineData("/api/v1/agreements?q='%22%25_*%3A%28%29%20OR%20NEAR")]
    [InlineData("/api/v1/agreements?office=%EF%BF%BE")]
    [InlineData("/api/v1/agreements?country=%00")]
    [InlineData("/api/v1/agreements?country=%EF%BF%BF")]
    [InlineData("/api/v1/agreements?&&==&a[]=1")]
    [InlineData("/api/v1/agreements?q=a%00b")]
    [InlineData("/api/v1/agreements/%EF%BF%BE")]
    [InlineData("/api/v1/agreements/%2e%2e%2f")]
    [InlineData("/api/v1/agreements//history")]
    [InlineData("/api/v1/cities?after=%F0%9F%98%80")]
    [InlineData("/openapi/%EF%BF%BE.json")]
    [InlineData("/docs/%2e%2e/x")]
    public async Task No_query_makes_the_server_fail(string path) => Assert.InRange((await server.Admin.Get(path)).Status, 200, 499);

    private static string Example(string path)
    {
        var subject = Subject.All.Single(one => one.Name == path.Split('/')[0]);
        return (path == subject.Name ? subject.Begin : subject.Verbs.Single(verb => verb.Name == path.Split('/')[^1])).Example;
    }

    private static IEnumerable<object[]> Places(JsonNode node, object[] path) => node switch
    {
        JsonObject all => all.SelectMany(property => Places(property.Value!, [.. path, property.Key]).Prepend([.. path, property.Key])),
        JsonArray list => list.SelectMany((item, i) => Places(item!, [.. path, i]).Prepend([.. path, i])),
        _ => [],
    };

    private static void Replace(JsonNode body, object[] place, JsonNode? value)
    {
        var parent = place[..^1].Aggregate(body, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (place[^1] is int at) parent[at] = value;
        else parent[(string)place[^1]] = value;
    }
}
