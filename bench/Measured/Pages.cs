using System.Diagnostics;
using System.Globalization;

namespace CityGrains.Bench;

/// <summary>
/// Server time of each kind of page, against the calls of the API whose answers it shows, one client, both warm: row 12. Pages and calls take turns, so that
/// what the machine does besides falls on both alike; p99 of as many of each.
/// </summary>
internal static class Pages
{
    private const int Rounds = 3, Warm = 200, Times = 500;

    private const string Agreement = "agr-2024-000002", City = "vn-son-la", Activity = "act-2022-dien-dan-cau-noi", Office = "so-ngoai-vu-son-la",
    Api = "/api/v1";

    /// <summary>A page, and the calls behind it.</summary>
    private static readonly (string Name, string Path, string[] Calls)[] Kinds =
    [
        ("work", "/work?view=overdue", ["/deadlines?overdue=true&count=true", "/deadlines?dueFrom=2030-01-01&count=true", "/agreements?flag=no-plan&count=true",
            "/agreements?flag=silent&count=true"]),
        ("agreements", "/agreements", ["/agreements?count=true"]),
        ("agreement", $"/agreements/{Agreement}", [$"/agreements/{Agreement}", $"/agreements/{Agreement}/history"]),
        ("form", $"/agreements/{Agreement}/report-progress", [$"/agreements/{Agreement}"]),
        ("new agreement", "/agreements/new", ["/offices"]),
        ("cities", "/cities", ["/cities?count=true"]),
        ("city", $"/cities/{City}", [$"/cities/{City}", $"/agreements?city={City}&count=true", $"/activities?city={City}&count=true",
            $"/cities/{City}/indicators", $"/cities/{City}/successors", $"/cities/{City}/predecessors"]),
        ("activities", "/activities", ["/activities?count=true"]),
        ("activity", $"/activities/{Activity}", [$"/activities/{Activity}"]),
        ("office", $"/offices/{Office}", [$"/offices/{Office}"]),
        ("overview", "/overview", ["/portfolio/summary", "/portfolio/funnel", "/portfolio/trend", "/portfolio/owed"]),
        ("overdue", "/overview/overdue", ["/deadlines?overdue=true&count=true"]),
        ("reached", "/overview/planned", ["/portfolio/funnel", "/agreements?count=true"]),
        ("audit", "/audit", ["/audit/checkpoints", "/agreements?limit=20"]),
        ("audit of an agreement", $"/audit/agreement/{Agreement}", [$"/agreements/{Agreement}/history"]),
        ("audit, compared", $"/audit/agreement/{Agreement}?on=2024-06-30",
            [$"/agreements/{Agreement}/history", $"/agreements/{Agreement}?on=2024-06-30", $"/agreements/{Agreement}"]),
        ("audit of an activity", $"/audit/activity/{Activity}", [$"/activities/{Activity}/history"]),
        ("access log", "/audit/access", ["/access-log"]),
        ("keys", "/admin/keys", ["/keys"]),
    ];

    /// <summary>All of them, on the sample.</summary>
    public static async Task<List<Measurement>> Measure(string number)
    {
        using var folder = new Folder();
        await using var server = await ApiProcess.Start(folder.Path, database: null, "--sample");
        using var client = server.Connect(1)[0];
        var results = new List<Measurement>();
        foreach (var (place, (name, path, calls)) in Kinds.Index())
        {
            var rounds = new List<Measurement>();
            for (var round = 0; round <= Rounds; round++)
                rounds.Add(await Measure(string.Create(CultureInfo.InvariantCulture, $"{number}{(char)('a' + place)}"), name, client, path, calls, round == 0
                    ? Warm : Times));
            results.Add(Measurement.Median(rounds.Skip(1)));
            Console.WriteLine(results[^1]);
        }

        return results;
    }

    private static async Task<Measurement> Measure(string number, string name, Connection client, string path, string[] calls, int times)
    {
        var (page, behind) = (new List<double>(), new List<double>());
        for (var n = 0; n < times; n++)
        {
            page.Add(await Time(client, [path]));
            behind.Add(await Time(client, calls.Select(call => Api + call)));
        }

        var (ours, theirs) = (Percentile(page, 99), Percentile(behind, 99));
        return new Measurement(
            number, $"page: {name}, p99 (p50)", ours / theirs, 3,
            string.Create(CultureInfo.InvariantCulture, $"{ours:0.00} ms ({Percentile(page, 50):0.00} ms)"),
            string.Create(CultureInfo.InvariantCulture, $"{theirs:0.00} ms ({Percentile(behind, 50):0.00} ms), {calls.Length} API call{(calls.Length > 1 ? "s" : "")}")) { AtMost = true };
    }

    /// <summary>Milliseconds until the last answer is there whole.</summary>
    private static async ValueTask<double> Time(Connection client, IEnumerable<string> paths)
    {
        var clock = Stopwatch.StartNew();
        foreach (var path in paths)
        {
            var (status, _) = await client.Ask("GET", path);
            if (status != 200) throw new InvalidOperationException($"{path} was answered {status}.");
        }

        return clock.Elapsed.TotalMilliseconds;
    }

    private static double Percentile(List<double> times, int percent)
    {
        times.Sort();
        return times[times.Count * percent / 100];
    }
}
