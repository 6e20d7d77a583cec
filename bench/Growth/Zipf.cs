namespace CityGrains.Bench;

/// <summary>Chooses among items so that the n-th is chosen 1/n as often as the first (Zipf's law).</summary>
internal sealed class Zipf<T>(IReadOnlyList<T> items)
{
    private readonly double[] _upTo = Sums(items.Count);

    /// <summary>The items, the most frequent first.</summary>
    public IReadOnlyList<T> Items => items;

    /// <summary>One of them.</summary>
    public T Choose(Random random)
    {
        var at = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return items[Math.Min(at < 0 ? ~at : at, items.Count - 1)];
    }

    private static double[] Sums(int count)
    {
        var sums = new double[count];
        for (var n = 0; n < count; n++) sums[n] = (n == 0 ? 0 : sums[n - 1]) + (1.0 / (n + 1));
        return sums;
    }
}
