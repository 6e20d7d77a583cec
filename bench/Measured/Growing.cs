using System.Globalization;

namespace CityGrains.Bench;

/// <summary>How questions and the start hold up when the record grows a hundredfold: rows 9 and 10.</summary>
internal static class Growing
{
    private const int Requests = 400;

    private static readonly string[] States = ["Planned", "Implementing", "Implemented", "Signed"];
    private static readonly string[] Countries = ["LA", "KR", "JP", "FR", "AU"];
    private static readonly string[] Words = ["seed-000123", "seed 00045", "so 321", "ban ghi nho so 77"];

    private static readonly (string Name, Func<int, string> Path)[] Questions =
    [
        ("list", n => $"/api/v1/agreements?state={States[n % States.Length]}&limit=50"),
        ("search", n => $"/api/v1/agreements?q={Uri.EscapeDataString(Words[n % Words.Length])}&limit=50"),
        ("summary", _ => "/api/v1/portfolio/summary"),
        ("as-of", n => string.Create(CultureInfo.InvariantCulture, $"/api/v1/agreements/seed-{(n % 900) + 1:D6}?on={2021 + (n % 5)}-06-30")),
        ("summary as of a day", n => string.Create(CultureInfo.InvariantCulture, $"/api/v1/portfolio/summary?on={2010 + (n % 14)}-06-30")),
        ("funnel", n => $"/api/v1/portfolio/funnel?on={Day(n)}"),
        ("funnel of a country", n => $"/api/v1/portfolio/funnel?country={Countries[n % Countries.Length]}&on={Day(n)}"),
        ("trend", n => $"/api/v1/portfolio/trend?by=month&on={Day(n)}"),
        ("aging", n => $"/api/v1/portfolio/aging?on={Day(n)}"),
        ("moved", n => $"/api/v1/portfolio/moved?since={Day(n)[..8]}01&on={Day(n)}"),
    ];

    /// <summary>Both rows, from a small and a large seeded store.</summary>
    public static async Task<IReadOnlyList<Measurement>> Measure(string small, string large)
    {
        var (empty, emptyStart) = (new Folder(), 0.0);
        using (empty) await using (var server = await ApiProcess.Start(empty.Path)) emptyStart = server.ReadyAfter.TotalSeconds;
        var (before, _, _) = await Ask(small);
        var (after, start, resident) = await Ask(large);
        return
        [
            .. Questions.Select((question, i) => new Measurement(
                $"9 {question.Name}", $"{question.Name}, p99 at 1,000,000 events", after[i] / before[i], 3, Milliseconds(after[i]), Milliseconds(before[i])
                    + " at 10,000 events") { AtMost = true }),
            new("10 start", "start to ready at 1,000,000 events", start / emptyStart, 2, Seconds(start),
                Seconds(emptyStart) + " with nothing recorded") { AtMost = true },
            new("10 memory", "resident memory after the questions, of 250 MB", resident / 250.0, 1, $"{resident} MB", "250 MB") { AtMost = true },
        ];
    }

    private static async Task<(double[] P99, double Start, long Resident)> Ask(string folder)
    {
        await using var server = await ApiProcess.Start(folder);
        using var connection = server.Connect(1)[0];
        var atStart = server.ResidentMegabytes;
        var p99 = new List<double>();
        foreach (var (name, path) in Questions)
        {
            p99.Add(await Clients.P99(Requests, async n =>
            {
                var (status, _) = await connection.Ask("GET", path(n));
                if (status != 200) throw new InvalidOperationException($"{path(n)} ({name}) was answered {status}.");
            }));
        }

        return ([.. p99], server.ReadyAfter.TotalSeconds, Math.Max(atStart, server.ResidentMegabytes));
    }

    /// <summary>Another day for each question, so that no answer is at hand.</summary>
    private static string Day(int n) => new DateOnly(2010, 1, 1).AddDays(11 * n).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Milliseconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:F2} ms");

    private static string Seconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:F2} s");
}
