using System.Text.Json;
using CityGrains.Api.Tests.Hosting;
using DocumentFormat.OpenXml.Packaging;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>Reads everything there is of a store, in every form: whatever was accepted can be shown again.</summary>
internal sealed class EveryReading(ApiServer server)
{
    private static readonly string[] Lists = ["agreements", "cities", "offices", "activities"];
    private static readonly string[] Others =
    [
        "/api/v1/milestones?limit=500", "/api/v1/deadlines?limit=500&all=true", "/api/v1/requests?limit=500", "/api/v1/requests/statistics",
        "/api/v1/networks/gnlc/members?limit=500", "/api/v1/portfolio/summary", "/api/v1/portfolio/summary?on=2020-01-01",
        "/api/v1/portfolio/funnel", "/api/v1/portfolio/trend?by=month", "/api/v1/portfolio/aging", "/api/v1/portfolio/moved?since=2020-01-01",
        "/api/v1/portfolio/owed", "/api/v1/reports/annual/2026", "/api/v1/reports/annual/2026?format=html",
        "/api/v1/reports/annual/2026?format=xlsx", "/api/v1/audit/export", "/api/v1/audit/checkpoints", "/api/v1/access-log", "/api/v1/keys",
        "/api/v1/webhooks", "/api/v1/telemetry", "/metrics", "/health/ready", "/work", "/overview", "/agreements", "/cities",
    ];

    /// <summary>What could not be read.</summary>
    public List<string> Unread { get; } = [];

    /// <summary>Reads it all; answers version and type of every event of every record.</summary>
    public async Task<Dictionary<string, IReadOnlyList<(long Version, string Type)>>> Go()
    {
        var histories = new Dictionary<string, IReadOnlyList<(long, string)>>(StringComparer.Ordinal);
        foreach (var list in Lists)
        {
            foreach (var page in await Pages($"/api/v1/{list}?limit=100"))
            {
                foreach (var id in page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)) histories[$"{list}/{id}"] = await One(list, id);
            }

            await Read($"/api/v1/{list}?format=csv");
            await Sheet($"/api/v1/{list}?format=xlsx");
        }

        foreach (var path in Others) await Read(path);
        await Pages("/api/v1/feed?limit=500");
        return histories;
    }

    private async Task<IReadOnlyList<(long, string)>> One(string list, string id)
    {
        await Read($"/api/v1/{list}/{id}");
        await Read($"/api/v1/{list}/{id}?known=2026-03-15");
        if (list is "agreements" or "cities") await Read($"/{list}/{id}");
        var history = await Pages($"/api/v1/{list}/{id}/history?limit=100");
        return [.. history.SelectMany(page => page.GetProperty("items").EnumerateArray()).Select(item => (item.GetProperty("version").GetInt64(), item.GetProperty("type").GetString()!))];
    }

    private async Task<List<JsonElement>> Pages(string path)
    {
        var pages = new List<JsonElement>();
        for (string? next = ""; next is not null && await Read(next.Length == 0 ? path : $"{path}&after={next}") is { } text;)
        {
            var page = JsonElement.Parse(text);
            pages.Add(page);
            next = page.TryGetProperty("next", out var after) && after.ValueKind is not JsonValueKind.Null && page.GetProperty("items").GetArrayLength() > 0
                ? after.ToString()
                : null;
        }

        return pages;
    }

    /// <summary>The text; null where it is not answered, which is noted.</summary>
    private async Task<string?> Read(string path)
    {
        var answer = await server.Admin.Get(path, path.StartsWith("/api", StringComparison.Ordinal) ? ("Accept", "*/*") : ("Accept", "text/html, */*"));
        if (answer.Status == 200) return answer.Text;
        Unread.Add($"GET {path}: {answer.Status} {answer.Text}");
        return null;
    }

    private async Task Sheet(string path)
    {
        using var bytes = new MemoryStream(await server.Admin.Bytes(path));
        using var workbook = SpreadsheetDocument.Open(bytes, isEditable: false);
        var faults = new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(workbook, TestContext.Current.CancellationToken).ToList();
        Unread.AddRange(faults.Select(fault => $"GET {path}: {fault.Description}"));
    }
}
