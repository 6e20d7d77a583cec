using System.Collections.Concurrent;

namespace CityGrains.Api.Json;

/// <summary>
/// Answers written lately, by id and version. The store is asked for the version each time, so that none is ever stale; what is saved is reading
/// a state and writing it again. Two generations bound the memory: when the young one is full it becomes the old one, and the old one is dropped.
/// </summary>
public sealed class RecentAnswers
{
    private const int MostBytes = 8 << 20;

    private ConcurrentDictionary<string, Answer> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Answer> _old = new(StringComparer.Ordinal);
    private int _bytes;

    /// <summary>The answer of a version of a record, written anew when it is not at hand.</summary>
    public byte[] Get<TRow>(string id, long version, TRow row, Func<TRow, byte[]> write)
    {
        if (_young.TryGetValue(id, out var young) && young.Version == version) return young.Json;
        var answer = _old.TryGetValue(id, out var old) && old.Version == version ? old : new Answer(version, write(row));
        Keep(id, answer);
        return answer.Json;
    }

    private void Keep(string id, Answer answer)
    {
        if (Interlocked.Add(ref _bytes, answer.Json.Length) > MostBytes)
        {
            Interlocked.Exchange(ref _bytes, answer.Json.Length);
            _old = Interlocked.Exchange(ref _young, new ConcurrentDictionary<string, Answer>(StringComparer.Ordinal));
        }

        _young[id] = answer;
    }

    private sealed record Answer(long Version, byte[] Json);
}
