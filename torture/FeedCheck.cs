using System.Text.Json;

namespace CityGrains.Torture;

/// <summary>Reads the whole feed and holds it against the ledger: every promise kept exactly once, nothing that nobody asked for, versions dense.</summary>
internal sealed class FeedCheck(Sending sending, Ledger ledger)
{
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, HashSet<string>> _recorded = [];

    /// <summary>How many events there are.</summary>
    public int Events { get; private set; }

    /// <summary>How many records.</summary>
    public int Streams => _versions.Count;

    /// <summary>True when nothing was ever recorded.</summary>
    public static async Task<bool> IsEmpty(Sending sending) =>
        JsonElement.Parse(await sending.Get("/api/v1/feed?limit=1")).GetProperty("items").GetArrayLength() == 0;

    /// <summary>Reads and compares.</summary>
    public async Task Run()
    {
        var after = "";
        while (true)
        {
            var page = JsonElement.Parse(await sending.Get($"/api/v1/feed?limit=500&after={after}"));
            if (page.GetProperty("items").GetArrayLength() == 0) break;
            foreach (var recorded in page.GetProperty("items").EnumerateArray()) Add(recorded);
            after = page.GetProperty("next").GetString()!;
        }

        foreach (var (key, promise) in ledger.Promises) Compare(key, promise);
        foreach (var key in _recorded.Keys.Where(key => !ledger.Promises.ContainsKey(key))) ledger.Broken($"{key} was never accepted and is in the record: {string.Join(", ", _recorded[key])}");
        await CompareCounts();
    }

    private void Add(JsonElement recorded)
    {
        var (stream, version, id) = (
            recorded.GetProperty("subject").GetString()!, recorded.GetProperty("recordedversion").GetInt64(), recorded.GetProperty("id").GetString()!);
        var last = _versions.GetValueOrDefault(stream);
        if (version != last + 1) ledger.Broken($"{stream}: version {version} follows {last} in the feed");
        _versions[stream] = version;
        Events++;

        var command = recorded.GetProperty("commandid").GetGuid();
        if (!_recorded.TryGetValue(command, out var events)) _recorded.Add(command, events = new HashSet<string>(StringComparer.Ordinal));
        if (!events.Add(id)) ledger.Broken($"{id} is in the feed twice");
    }

    private void Compare(Guid key, Promise promise)
    {
        var promised = promise.Answer.Events(promise.Command);
        if (!_recorded.TryGetValue(key, out var recorded)) ledger.Broken($"{key} was accepted in round {promise.Round} and is lost: {string.Join(", ", promised)}");
        else if (!recorded.SetEquals(promised)) ledger.Broken($"{key} recorded {string.Join(", ", recorded)}, and {string.Join(", ", promised)} was answered");
    }

    private async Task CompareCounts()
    {
        var summary = JsonElement.Parse(await sending.Get("/api/v1/portfolio/summary"));
        foreach (var (name, kind) in new[] { ("agreements", "agreement/"), ("cities", "city/") })
        {
            var (counted, streams) = (summary.GetProperty(name).GetInt64(), _versions.Keys.Count(stream => stream.StartsWith(kind, StringComparison.Ordinal)));
            if (counted != streams) ledger.Broken($"the summary counts {counted} {name}, the feed has {streams}");
        }
    }
}
