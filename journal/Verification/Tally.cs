using System.Globalization;
using System.Runtime.InteropServices;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Writing;

namespace CityGrains.Journal.Verification;

/// <summary>What counters and indexes must say, summed up while the streams are folded. An index is summed, not listed, so that memory stays small.</summary>
internal sealed class Tally
{
    private readonly Dictionary<Counter, long> _counters = [];
    private readonly Dictionary<StreamKind, ulong> _lives = [];
    private readonly Dictionary<StreamKind, ulong> _tokens = [];
    private readonly Dictionary<StreamKind, ulong> _periods = [];
    private readonly Dictionary<string, ulong> _belongings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofRow = new(StringComparer.Ordinal);

    /// <summary>One more row, with the tokens it has in the index.</summary>
    public void Add(IRow row, IEnumerable<string> tokens, long number)
    {
        var kind = row.Stream.Kind;
        Count(Counter.Total(kind), 1);
        foreach (var facet in row.Keys.Facets.Where(facet => Counter.IsKept(facet.Name))) Count(new Counter(kind, facet.Name, facet.Value), 1);

        if (row.Keys.Life is { } life) AddLife(row.Stream.Id, life);
        _ofRow.Clear();
        foreach (var token in tokens) _ofRow.Add(token);
        foreach (var token in _ofRow) AddToken(kind, token, number);
        foreach (var period in row.Keys.Periods) AddPeriod(kind, number, period);
        var stream = row.Stream.ToString();
        foreach (var clock in row.Keys.Clocks) AddClock(number, stream, clock.Runs, clock);
        foreach (var table in BelongingTable.Every)
        {
            foreach (var belonging in table.Of(row.Keys)) AddBelonging(table, number, stream, belonging.Values);
        }
    }

    /// <summary>Tells of every stored counter that is not what was recounted, and of every one that is missing.</summary>
    public void Compare(IReadOnlyList<Counted> stored, Findings findings)
    {
        var seen = stored.Select(counter => (counter.Kind, counter.Name, counter.Value)).ToHashSet();
        var recounted = _counters.ToDictionary(counter => (Kind: counter.Key.KindName, counter.Key.Name, counter.Key.Value), counter => counter.Value);
        foreach (var counter in stored) Compare(counter, recounted.GetValueOrDefault((counter.Kind, counter.Name, counter.Value)), findings);
        foreach (var (missing, n) in recounted.Where(counter => !seen.Contains(counter.Key))) Compare(new Counted(missing.Kind, missing.Name, missing.Value, 0), n, findings);
    }

    /// <summary>One more token of a row in the index.</summary>
    public void AddToken(StreamKind kind, string token, long number) =>
        Add(_tokens, kind, Mixed(((ulong)(uint)string.GetHashCode(token, StringComparison.Ordinal) << 32) ^ (ulong)number));

    /// <summary>What has become of one more agreement.</summary>
    public void AddLife(string id, string life) => Add(_lives, StreamKind.Agreement, Mixed(
        ((ulong)(uint)string.GetHashCode(life, StringComparison.Ordinal) << 32) ^ (uint)string.GetHashCode(id, StringComparison.Ordinal)));

    /// <summary>The sum over the lives of agreements; equal sums mean equal lives, but for one chance in 2^32.</summary>
    public ulong Lives => _lives.GetValueOrDefault(StreamKind.Agreement);

    /// <summary>One more period of a row.</summary>
    public void AddPeriod(StreamKind kind, long number, PeriodRow period) =>
        Add(_periods, kind, Mixed(((ulong)(uint)period.GetHashCode() << 32) ^ (ulong)number));

    /// <summary>One more clock of a row.</summary>
    public void AddClock(long number, string stream, bool runs, ClockRow clock) =>
        Clocks += Mixed(((ulong)(uint)HashCode.Combine(clock, stream, runs) << 32) ^ (ulong)number);

    /// <summary>The sum over all clocks, likewise.</summary>
    public ulong Clocks { get; private set; }

    /// <summary>One more row of a table of rows that belong to records.</summary>
    public void AddBelonging(BelongingTable table, long number, string stream, IReadOnlyList<object> values)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{stream}{PeriodRow.Separator}{string.Join(PeriodRow.Separator, values)}");
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_belongings, table.Name, out _);
        sum += Mixed(((ulong)(uint)string.GetHashCode(text, StringComparison.Ordinal) << 32) ^ (ulong)number);
    }

    /// <summary>The sum over the rows of such a table, likewise.</summary>
    public ulong Belongings(BelongingTable table) => _belongings.GetValueOrDefault(table.Name);

    /// <summary>The sum over the tokens of a kind; equal sums mean equal indexes, but for one chance in 2^64.</summary>
    public ulong Tokens(StreamKind kind) => _tokens.GetValueOrDefault(kind);

    /// <summary>The sum over the periods of a kind, likewise.</summary>
    public ulong Periods(StreamKind kind) => _periods.GetValueOrDefault(kind);

    /// <summary>Adds what another thread has counted.</summary>
    public void Add(Tally other)
    {
        foreach (var (counter, n) in other._counters) Count(counter, n);
        foreach (var (kind, sum) in other._lives) Add(_lives, kind, sum);
        foreach (var (kind, sum) in other._tokens) Add(_tokens, kind, sum);
        foreach (var (kind, sum) in other._periods) Add(_periods, kind, sum);
        Clocks += other.Clocks;
        foreach (var (table, more) in other._belongings)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_belongings, table, out _);
            sum += more;
        }
    }

    private static void Add(Dictionary<StreamKind, ulong> sums, StreamKind kind, ulong by)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, kind, out _);
        sum += by;
    }

    private static void Compare(Counted stored, long n, Findings findings)
    {
        if (stored.N == n) return;
        var reason = Reasons.CounterDiffers($"{stored.Kind} {stored.Name} {stored.Value}".TrimEnd(), stored.N, n);
        findings.Add(new Finding(VerifiedPart.Counters, Stream: null, Version: null, Position: null, reason));
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
