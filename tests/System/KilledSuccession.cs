using System.Globalization;
using System.Net.Http.Headers;

namespace CityGrains.EndToEnd.Tests;

/// <summary>A body's agreements pass to its heir, and the power goes out.</summary>
public class KilledSuccession
{
    private const int Agreements = 2_000;

    private const string Body = """
        {"office": "Sở Ngoại vụ Hòa Bình", "successorOffice": "Sở Ngoại vụ Phú Thọ", "succeededOn": "2025-07-01", "ground": "Nghị quyết 202/2025/QH15"}
        """;

    [Fact]
    public async Task A_succession_killed_in_the_middle_is_finished_by_the_same_request()
    {
        using var data = new DataFolder();
        await using (var first = await Server.Start(data.Path))
        {
            foreach (var some in Enumerable.Range(1, Agreements).Chunk(100)) await Task.WhenAll(some.Select(number => Enter(first.Client, number)));
            var moving = Move(first, data);
            await Waiting.Until(async () => await Json.Total(first.Client, Of("Phú Thọ")) >= Agreements / 10 || moving.IsCompleted);
            await first.Kill();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => moving);
        }

        await using (var second = await Server.Start(data.Path))
        {
            var report = await Move(second, data);
            Assert.EndsWith($$$"""{"summary":{"moved":{{{Agreements}}},"unchanged":0,"refused":0,"dryRun":false}}""" + "\n", report, StringComparison.Ordinal);
            Assert.Equal(Agreements, await Json.Total(second.Client, Of("Phú Thọ")));
            Assert.Equal(0, await Json.Total(second.Client, Of("Hòa Bình")));
            Assert.Equal(Outcomes(report), Outcomes(await Move(second, data)));
            await second.Terminate();
        }

        var (code, output) = await Programs.Cli("verify", "--data", data.Path);
        Assert.True(code == 0, output);
        Assert.Contains((2 * Agreements).ToString(CultureInfo.InvariantCulture), output.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Outcomes(string report) =>
        report.Split('\n').Where(line => line.StartsWith("{\"agreement\"", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Of(string province) => $"office={Uri.EscapeDataString($"Sở Ngoại vụ {province}")}";

    private static async Task Enter(HttpClient client, int number)
    {
        var body = $$$"""
            {"kind": "mou", "title": {"vi": "Bản ghi nhớ {{{number}}}"}, "office": "Sở Ngoại vụ Hòa Bình", "state": "InEffect", "signedOn": "2019",
             "parties": [{"name": "Tỉnh Hòa Bình", "type": "province", "country": "VN"}, {"name": "Đối tác {{{number}}}", "type": "city", "country": "JP"}],
             "source": {"title": "Danh sách"}}
            """;
        using var answer = await client.PostAsync(new Uri($"/api/v1/agreements/agr-{number}/register-legacy", UriKind.Relative), Json.Body(body));
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<string> Move(Server server, DataFolder data)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/successions", UriKind.Relative)) { Content = Json.Body(Body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(data.Path, "approver.key"))).Trim());
        request.Headers.Add("Idempotency-Key", "sap-nhap-2025");
        using var answer = await server.Client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
