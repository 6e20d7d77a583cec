using System.Runtime.InteropServices;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Sqlite.Verification;

/// <summary>What counters and indexes must say, summed up while the streams are folded. An index is summed, not listed, so that memory stays small.</summary>
internal sealed class Tally
{
    private readonly Dictionary<Counter, long> _counters = [];
    private readonly Dictionary<StreamKind, ulong> _tokens = [];
    private readonly HashSet<string> _ofRow = new(StringComparer.Ordinal);

    /// <summary>The counters as recounted.</summary>
    public IReadOnlyDictionary<Counter, long> Counters => _counters;

    /// <summary>One more row.</summary>
    public void Add(IRow row, string facets, long number)
    {
        var kind = row.Stream.Kind;
        Count(Counter.Total(kind), 1);
        foreach (var facet in row.Keys.Facets.Where(facet => Counter.IsKept(facet.Name))) Count(new Counter(kind, facet.Name, facet.Value), 1);

        _ofRow.Clear();
        foreach (var token in row.Keys.Search.Split(' ', StringSplitOptions.RemoveEmptyEntries)) _ofRow.Add(token);
        foreach (var token in facets.Split(' ', StringSplitOptions.RemoveEmptyEntries)) _ofRow.Add(token);
        foreach (var token in _ofRow) AddToken(kind, token, number);
    }

    /// <summary>One more token of a row in the index.</summary>
    public void AddToken(StreamKind kind, string token, long number)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_tokens, kind, out _);
        sum += Mixed(((ulong)(uint)string.GetHashCode(token, StringComparison.Ordinal) << 32) ^ (ulong)number);
    }

    /// <summary>The sum over the tokens of a kind; equal sums mean equal indexes, but for one chance in 2^64.</summary>
    public ulong Tokens(StreamKind kind) => _tokens.GetValueOrDefault(kind);

    /// <summary>Adds what another thread has counted.</summary>
    public void Add(Tally other)
    {
        foreach (var (counter, n) in other._counters) Count(counter, n);
        foreach (var (kind, sum) in other._tokens)
        {
            ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(_tokens, kind, out _);
            own += sum;
        }
    }

    private void Count(Counter counter, long by)
    {
        ref var n = ref CollectionsMarshal.GetValueRefOrAddDefault(_counters, counter, out _);
        n += by;
    }

    /// <summary>The finaliser of SplitMix64: each bit of the sum depends on each bit of what is summed.</summary>
    private static ulong Mixed(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
        bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
        return bits ^ (bits >> 31);
    }
}
