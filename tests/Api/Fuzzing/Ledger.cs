using System.Text.Json;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>
/// What the server acknowledged: which command was told which event. No two commands are told the same one, and none is told of what is not recorded.
/// </summary>
internal sealed class Ledger
{
    private readonly Dictionary<(string Record, long Version), (string Command, string Type)> _told = [];

    /// <summary>How many events were acknowledged.</summary>
    public int Events => _told.Count;

    /// <summary>The records somebody was told of, <c>agreements/agr-2026-000001</c>.</summary>
    public IReadOnlyCollection<string> Records => [.. _told.Keys.Select(key => key.Record).Distinct(StringComparer.Ordinal)];

    /// <summary>Notes an answer to a command; says what is wrong with it, null when nothing is.</summary>
    /// <param name="list">The list its record is in.</param>
    /// <param name="command">Names the command: the same again is told the same.</param>
    /// <param name="answer">What was answered.</param>
    public string? Note(string list, string command, JsonElement answer) =>
        One(list, command, answer) ?? Second("activity", "activities", command, answer) ?? Second("successor", "cities", command, answer);

    /// <summary>Compares a record's history with what was told of it.</summary>
    public string? Compare(string record, IReadOnlyList<(long Version, string Type)> history)
    {
        if (!history.Select(item => item.Version).Order().SequenceEqual(Enumerable.Range(1, history.Count).Select(version => (long)version)))
            return $"versions of {record} are not dense";
        var types = history.ToDictionary(item => item.Version, item => item.Type);
        foreach (var ((_, version), (_, type)) in _told.Where(told => told.Key.Record == record))
        {
            if (!types.TryGetValue(version, out var recorded) || recorded != type)
                return FormattableString.Invariant($"{record} was told of {type} at {version}, and its history has {recorded ?? "nothing"}");
        }

        return null;
    }

    private string? Second(string name, string list, string command, JsonElement answer) =>
        answer.TryGetProperty(name, out var second) ? One(list, command, second) : null;

    private string? One(string list, string command, JsonElement answer)
    {
        if (!answer.TryGetProperty("events", out var events) || !answer.TryGetProperty("id", out var id)) return null;
        foreach (var happened in events.EnumerateArray())
        {
            var (key, told) = (($"{list}/{id.GetString()}", happened.GetProperty("version").GetInt64()), (command, happened.GetProperty("type").GetString()!));
            if (_told.TryAdd(key, told) || _told[key] == told) continue;
            return FormattableString.Invariant($"{key.Item1} at {key.Item2}: {told} and {_told[key]} were told the same");
        }

        return null;
    }
}
