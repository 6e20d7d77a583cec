namespace CityGrains.Journal.Rows;

/// <summary>
/// How the words of a search are looked for, judged by rows taken evenly from the whole list. An index merges all that begins with a word before it tells the
/// first, so it is asked for rare words; whether a row has a common one is read from the row. The judgement decides what an answer costs, never what it says.
/// </summary>
/// <param name="Indexed">Words to ask the index for.</param>
/// <param name="Read">The other words, read in the rows the index tells of.</param>
/// <param name="AreCommon">Each word is on many rows: a walk along the list soon meets a page of them.</param>
internal sealed record SearchWords(IReadOnlyList<string> Indexed, IReadOnlyList<string> Read, bool AreCommon)
{
    /// <summary>How many rows are looked at to judge.</summary>
    public const int Samples = 128;

    private const double Rare = 0.025, OnNearlyAll = 0.9;

    /// <summary>Splits a folded search text, or none.</summary>
    public static IReadOnlyList<string> Of(string? search) => (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The same words, all of them read in the rows.</summary>
    public SearchWords AllRead() => this with { Indexed = [], Read = [.. Indexed, .. Read] };

    /// <summary>How many rows a walk looks at before the index is asked after all.</summary>
    public static int Walk(int limit) => 1000 + (2 * limit);

    /// <summary>Where to take the samples, given the highest number of a row.</summary>
    public static IReadOnlyList<long> Places(long highest) => [.. Enumerable.Range(0, Samples).Select(i => highest * i / Samples).Distinct()];

    /// <summary>Judges words by the search texts of some rows.</summary>
    public static SearchWords Judge(IReadOnlyList<string> words, IReadOnlyList<string> samples)
    {
        var rows = words.Distinct(StringComparer.Ordinal).Select(word => (Word: word, Share: Share(word, samples))).OrderBy(word => word.Share).ToList();
        var rare = rows.FindAll(word => word.Share <= Rare);
        var asked = rare.Count > 0 ? rare : rows.FindAll(word => word.Share < OnNearlyAll);
        if (asked.Count == 0) asked = rows[..1];
        return new SearchWords([.. asked.Select(word => word.Word)], [.. rows.Except(asked).Select(word => word.Word)], rare.Count == 0);
    }

    /// <summary>A word as it stands in a search text with a space before it: only its beginning is asked for.</summary>
    public static string In(string word) => " " + word;

    private static double Share(string word, IReadOnlyList<string> samples) =>
        samples.Count == 0 ? 0 : (double)samples.Count(text => In(text).Contains(In(word), StringComparison.Ordinal)) / samples.Count;
}
