namespace CityGrains.Architecture.Tests;

internal static class Offenders
{
    /// <summary>Fails with every offender on a line of its own.</summary>
    public static void None(IEnumerable<string> found)
    {
        var list = found.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, string.Join('\n', list));
    }
}
