using System.Text.Json;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>
/// What is known of the server's records: the ids in each list, and short texts its answers have used, which are the ones that lead furthest when sent back.
/// </summary>
internal sealed class Vocabulary(Dice dice)
{
    private const int MostWords = 500, LongestWord = 60, MostIds = 400;

    private readonly Dictionary<string, List<string>> _ids = new(StringComparer.Ordinal) { ["networks"] = ["gnlc", "uccn"] };
    private readonly Dictionary<string, string> _latest = new(StringComparer.Ordinal);
    private readonly List<string> _words = ["Sơn La", "2026", "VN", "gnlc"];

    /// <summary>The ids known of a list.</summary>
    public IReadOnlyList<string> Ids(string list) => _ids.TryGetValue(list, out var ids) ? ids : [];

    /// <summary>
    /// An id of a list, often the same for a while, so that one record goes a long way; sometimes, or where none is known, one that nobody has.
    /// </summary>
    public string Id(string list)
    {
        if (Ids(list) is not { Count: > 0 } ids || dice.OneIn(15)) return FormattableString.Invariant($"fuzz-{dice.Below(1000)}");
        if (dice.OneIn(30) || !_latest.ContainsKey(list)) _latest[list] = dice.Of(ids);
        return dice.OneIn(2) ? _latest[list] : dice.Of(ids);
    }

    public string Word() => dice.Of(_words);

    /// <summary>One more record.</summary>
    public void Add(string list, string id)
    {
        var ids = _ids.TryGetValue(list, out var known) ? known : _ids[list] = [];
        if (ids.Count < MostIds && !ids.Contains(id, StringComparer.Ordinal)) ids.Add(id);
    }

    /// <summary>Learns from an answer.</summary>
    public void Hear(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Object) foreach (var property in value.EnumerateObject()) Hear(property.Value);
        else if (value.ValueKind is JsonValueKind.Array) foreach (var item in value.EnumerateArray()) Hear(item);
        else if (value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 and <= LongestWord } word) Learn(word);
        else if (value.ValueKind is JsonValueKind.Number) Learn(value.GetRawText());
    }

    /// <summary>Where there is no room any more, something else is forgotten.</summary>
    private void Learn(string word)
    {
        if (_words.Count < MostWords) _words.Add(word);
        else if (dice.OneIn(20)) _words[dice.Below(MostWords)] = word;
    }
}
