using System.Runtime.Intrinsics;

namespace CityGrains.Domain.Portfolios;

/// <summary>What the lives of a page have several of: values, each with the place of its life; by place, and within a life in their order.</summary>
/// <param name="Count">How many there are; behind them, the arrays hold nothing.</param>
/// <param name="Places">For each its place.</param>
/// <param name="Values">For each its value; behind the last, the greatest there is.</param>
internal sealed record LifeEntries(int Count, ushort[] Places, int[] Values)
{
    /// <summary>Those of the lives that changed, and the others as they were.</summary>
    public static LifeEntries Merge(LifeEntries? before, int lives, IReadOnlyDictionary<int, LifeLine> changed, Func<LifeLine, int[]> of)
    {
        List<ushort> places = [];
        List<int> values = [];
        var old = 0;
        for (var place = 0; place < lives; place++)
        {
            var from = old;
            while (before is not null && old < before.Count && before.Places[old] == place) old++;
            values.AddRange(changed.TryGetValue(place, out var line) ? of(line) : before!.Values.AsSpan(from, old - from));
            while (places.Count < values.Count) places.Add((ushort)place);
        }

        var count = values.Count;
        while (values.Count % Vector256<int>.Count != 0) values.Add(int.MaxValue);
        return new LifeEntries(count, [.. places], [.. values]);
    }

    /// <summary>For each value the next one of the same life; of the last, the greatest there is.</summary>
    public int[] Nexts()
    {
        var nexts = new int[Values.Length];
        Array.Fill(nexts, int.MaxValue);
        for (var i = 0; i + 1 < Count; i++)
        {
            if (Places[i] == Places[i + 1]) nexts[i] = Values[i + 1];
        }

        return nexts;
    }
}
