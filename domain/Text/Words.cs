namespace CityGrains.Domain.Text;

/// <summary>Names of the code as people write them.</summary>
internal static class Words
{
    /// <summary><c>SisterCity</c> as <c>sister-city</c>.</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => (char.IsAsciiLetterUpper(c) && i > 0 ? "-" : "") + char.ToLowerInvariant(c)));

    /// <summary>The first of many, joined; a sentence stays a sentence however long the list is.</summary>
    public static string List(IReadOnlyCollection<string> items, int most = 20) =>
        items.Count <= most ? string.Join(", ", items) : $"{string.Join(", ", items.Take(most))}, … ({items.Count})";
}
