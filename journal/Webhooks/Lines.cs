namespace CityGrains.Journal.Webhooks;

/// <summary>A list of texts as one, a line each; none of them has a line break.</summary>
internal static class Lines
{
    public static string Join(IReadOnlyList<string> texts) => string.Join('\n', texts);

    public static IReadOnlyList<string> Split(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
