namespace CityGrains.Api.Json;

/// <summary>Answers written lately, by id and version: reading a state and writing it again is saved.</summary>
public sealed class RecentAnswers() : Recent<byte[]>(MostBytes)
{
    private const int MostBytes = 8 << 20;

    /// <summary>The answer of a version of a record, written anew when it is not at hand.</summary>
    public byte[] Get<TRow>(string id, long version, TRow row, Func<TRow, byte[]> write)
    {
        if (TryGet(id, version, out var answer)) return answer;
        answer = write(row);
        return Keep(id, version, answer, answer.Length);
    }
}
