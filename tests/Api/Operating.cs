using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Silo;

namespace CityGrains.Api.Tests;

/// <summary>What whoever runs the program sees of it.</summary>
public sealed partial class Operating(ApiServer server) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Metrics_are_prometheus_text_and_count_what_was_done()
    {
        var before = Parse((await server.Admin.Get("/metrics")).Text);
        (await server.Admin.Post("/api/v1/cities", """{"id": "vn-vinh", "name": "Vinh \"\\", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        (await server.Admin.Post("/api/v1/cities/vn-none/rename", """{"name": "X"}""")).Expect(HttpStatusCode.NotFound);
        var page = await server.Admin.Get("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", page.Headers["Content-Type"]);

        var after = Parse(page.Text);
        Assert.True(Sum(after, "citygrains_commands_total") >= Sum(before, "citygrains_commands_total") + 2);
        Assert.Contains(
            after, sample => sample.Name == "citygrains_refusals_total" && sample.Labels.Contains("code=\"city/not-found\"", StringComparison.Ordinal));
        Assert.True(Sum(after, "citygrains_journal_append_duration_seconds_count") >= 1);
        Assert.True(Sum(after, "citygrains_store_size_bytes") > 0);
        Assert.Contains(
            after, sample => sample.Name == "http_server_request_duration_seconds_bucket" && sample.Labels.EndsWith("le=\"+Inf\"", StringComparison.Ordinal));
        Assert.Contains(after, sample => sample.Name.StartsWith("dotnet_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_histogram_counts_up_to_all_of_it()
    {
        (await server.Admin.Post("/api/v1/cities", """{"id": "vn-hue", "name": "Huế", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        var samples = Parse((await server.Admin.Get("/metrics")).Text);
        var buckets = samples.Where(sample => sample.Name == "citygrains_journal_append_duration_seconds_bucket").Select(sample => sample.Value).ToList();
        Assert.NotEmpty(buckets);
        Assert.Equal(buckets.Order(), buckets);
        Assert.Equal(buckets[^1], Sum(samples, "citygrains_journal_append_duration_seconds_count"));
    }

    [Fact]
    public async Task Telemetry_tells_people_what_was_done_of_late()
    {
        (await server.Admin.Post("/api/v1/cities", """{"id": "vn-da-lat", "name": "Đà Lạt", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        (await server.Admin.Post("/api/v1/cities/vn-nowhere/rename", """{"name": "X"}""")).Expect(HttpStatusCode.NotFound);
        var seen = (await server.Admin.Get("/api/v1/telemetry?minutes=5")).Json;
        Assert.Equal(5, seen.GetProperty("commandsPerMinute").GetArrayLength());
        Assert.True(seen.GetProperty("commands").GetInt64() >= 2);
        Assert.Contains(seen.GetProperty("refusals").EnumerateArray(), refusal => refusal.GetProperty("code").GetString() == "city/not-found");
        Assert.True(
            seen.GetProperty("append").GetProperty("p99Milliseconds").GetDouble() >= seen.GetProperty("append").GetProperty("p50Milliseconds").GetDouble());
        Assert.True(seen.GetProperty("storeBytes").GetInt64() > 0);
        Assert.True(seen.GetProperty("feedPosition").GetInt64() > 0);
        Assert.True(seen.GetProperty("freeBytes").GetInt64() > 0);
        Assert.InRange(seen.GetProperty("unsealed").GetInt32(), 0, 4096);
    }

    [Fact]
    public async Task Ready_tells_how_each_part_is_and_a_key_that_cannot_seal_leaves_the_node_serving()
    {
        await using var own = new ApiServer();
        await own.InitializeAsync();
        await Webhooks.WebhookServer.Eventually(
            async () => Checks((await own.Admin.Get("/health/ready")).Expect(HttpStatusCode.OK)).All(check => check.Value == "well"));
        Assert.Equal(
            ["store", "schema", "seals", "chain", "disk", "portfolio", "queue", "process", "requests"], Checks(await own.Admin.Get("/health/ready")).Keys);

        (await own.Admin.Post("/api/v1/cities", """{"id": "vn-hoi-an", "name": "Hội An", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        await own.Service<SealRounds>().StopAsync(CancellationToken.None); // a last round
        File.Delete(Path.Combine(own.Folder, "seal.key"));
        await own.Restart();
        (await own.Admin.Post("/api/v1/cities", """{"id": "vn-tam-ky", "name": "Tam Kỳ", "country": "VN"}""")).Expect(HttpStatusCode.Created);
        await own.Service<SealRounds>().StopAsync(CancellationToken.None);
        Assert.Equal("ailing", Checks((await own.Admin.Get("/health/ready")).Expect(HttpStatusCode.OK))["seals"]);
        Assert.Equal("ailing", Checks((await own.Admin.Get("/api/v1/telemetry")).Expect(HttpStatusCode.OK))["seals"]);
    }

    private static Dictionary<string, string> Checks(Answer answer) => answer.Json.GetProperty("checks").EnumerateArray()
        .ToDictionary(check => check.GetProperty("name").GetString()!, check => check.GetProperty("status").GetString()!, StringComparer.Ordinal);

    [Theory]
    [InlineData("minutes=0")]
    [InlineData("minutes=61")]
    [InlineData("minutes=x")]
    [InlineData("hours=1")]
    public async Task A_wrong_question_is_answered_with_the_field(string query) =>
        (await server.Admin.Get($"/api/v1/telemetry?{query}")).Expect(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Nobody_reads_them_without_a_key()
    {
        (await server.With("").Get("/metrics")).Expect(HttpStatusCode.Unauthorized);
        (await server.With("").Get("/api/v1/telemetry")).Expect(HttpStatusCode.Unauthorized);
    }

    private static double Sum(IEnumerable<Sample> samples, string name) => samples.Where(sample => sample.Name == name).Sum(sample => sample.Value);

    /// <summary>Every line is a comment of the format or a sample of it, and every sample's metric has a type.</summary>
    private static List<Sample> Parse(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var (samples, types) = (new List<Sample>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (TypeLine().Match(line) is { Success: true } type) Assert.True(types.Add(type.Groups["name"].Value), line);
            else if (!HelpLine().IsMatch(line))
            {
                var sample = SampleLine().Match(line);
                Assert.True(sample.Success, line);
                Assert.True(types.Contains(sample.Groups["name"].Value) || types.Contains(Part().Replace(sample.Groups["name"].Value, "")), line);
                var value = sample.Groups["value"].Value;
                samples.Add(new Sample(sample.Groups["name"].Value, sample.Groups["labels"].Value, value switch
                {
                    "+Inf" => double.PositiveInfinity, "-Inf" => double.NegativeInfinity, _ => double.Parse(value, CultureInfo.InvariantCulture),
                }));
            }
        }

        return samples;
    }

    private sealed record Sample(string Name, string Labels, double Value);

    [GeneratedRegex("""^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?:counter|gauge|histogram)$""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeLine();

    [GeneratedRegex("""^# HELP [a-zA-Z_:][a-zA-Z0-9_:]* .*$""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HelpLine();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(?<labels>(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\]|\\\\|\\"|\\n)*"(?:,|(?=\})))*)\})? (?<value>NaN|[+-]Inf|-?[0-9.]+(?:E[+-][0-9]+)?)$""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SampleLine();

    [GeneratedRegex("_(?:bucket|sum|count)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
