using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CityGrains.Domain.Portfolios;

/// <summary>
/// Five hundred lives, laid out in columns: a question goes over a few of these, eight lives at a time, and never over the lives themselves.
/// A page does not change; another takes its place.
/// </summary>
internal sealed class LifePage
{
    private readonly int _count;
    private readonly string[] _ids;
    private readonly int[] _profiles;
    private readonly int[][] _days;
    private readonly int[][] _months;
    private readonly int[][] _taken;
    private readonly LifeEntries _cities;
    private readonly LifeEntries _missed;
    private readonly LifeEntries _stretches;
    private readonly int[] _stretchEnds;

    /// <summary>The page before, if there was one, with lives that began or changed, by their places.</summary>
    public LifePage(LifePage? before, IReadOnlyDictionary<int, LifeLine> changed)
    {
        _count = Math.Max(before?._count ?? 0, changed.Keys.Max() + 1);
        _ids = before is null ? new string[LifeSet.Places] : [.. before._ids];
        _profiles = before is null ? new int[LifeSet.Places] : [.. before._profiles];
        _days = before is null ? Columns(LifeLine.Never) : Copied(before._days);
        _months = before is null ? Columns(0) : Copied(before._months);
        _taken = before is null ? Columns(LifeLine.Unsaid) : Copied(before._taken);
        foreach (var (place, line) in changed)
        {
            (_ids[place], _profiles[place]) = (line.Id, line.Profile);
            for (var step = 0; step < LifeLine.Steps; step++)
                (_days[step][place], _months[step][place], _taken[step][place]) = (line.Days[step], line.Months[step], line.Taken[step]);
        }

        _cities = LifeEntries.Merge(before?._cities, _count, changed, line => line.Cities);
        _missed = LifeEntries.Merge(before?._missed, _count, changed, line => line.Missed);
        _stretches = LifeEntries.Merge(before?._stretches, _count, changed, line => line.Stretches);
        _stretchEnds = _stretches.Nexts();
        var dated = _months.SelectMany(months => months).Where(month => month > 0).ToList();
        Months = dated.Count == 0 ? (0, 0) : (dated.Min(), dated.Max());
    }

    /// <summary>The first and the last month any step was reached in, as <see cref="LifeLine.Months"/> says; 0 and 0 where none is dated.</summary>
    public (int First, int Last) Months { get; }

    /// <summary>The id of the life at a place.</summary>
    public string Id(int place) => _ids[place];

    /// <summary>For each place, the number of the life's profile.</summary>
    public ReadOnlySpan<int> Profiles => _profiles;

    /// <summary>For each place, the month a step was reached in, as <see cref="LifeLine.Months"/> says.</summary>
    public ReadOnlySpan<int> Month(LifeStep step) => _months[(int)step];

    /// <summary>For each place, the days from the signing to a step, or <see cref="LifeLine.Unsaid"/>.</summary>
    public ReadOnlySpan<int> Taken(LifeStep step) => _taken[(int)step];

    /// <summary>Cities that are parties: places, and the numbers of cities.</summary>
    public LifeEntries Cities => _cities;

    /// <summary>Milestones found missed: places and days.</summary>
    public LifeEntries Missed => _missed;

    /// <summary>The lives that reached a step in a span of days, both included.</summary>
    public LifeSet Reached(LifeStep step, int from, int to) => Where(_days[(int)step], from, to);

    /// <summary>The lives that are counted.</summary>
    /// <param name="profiles">True at the number of each profile that is; null: all are.</param>
    /// <param name="cities">True at the number of each city of which one must be a party; null: none must.</param>
    public LifeSet Chosen(bool[]? profiles, bool[]? cities)
    {
        var chosen = LifeSet.First(_count);
        if (profiles is not null)
        {
            var admitted = default(LifeSet);
            for (var place = 0; place < _count; place++)
            {
                if (profiles[_profiles[place]]) admitted.Add(place);
            }

            chosen &= admitted;
        }

        if (cities is not null)
        {
            var parties = default(LifeSet);
            for (var i = 0; i < _cities.Count; i++)
            {
                if (cities[_cities.Values[i]]) parties.Add(_cities.Places[i]);
            }

            chosen &= parties;
        }

        return chosen;
    }

    /// <summary>For each life the stretch it is in on a day, 0 before the first.</summary>
    /// <param name="day">The day.</param>
    /// <param name="stretches">Takes them, by place.</param>
    public void On(int day, Span<int> stretches)
    {
        stretches.Clear();
        var last = LifeLine.LastOf(day);
        ref var begins = ref MemoryMarshal.GetArrayDataReference(_stretches.Values);
        ref var ends = ref MemoryMarshal.GetArrayDataReference(_stretchEnds);
        for (var i = 0; i < _stretches.Values.Length; i += Vector256<int>.Count)
        {
            var (begun, next) = (Vector256.LoadUnsafe(ref begins, (nuint)i), Vector256.LoadUnsafe(ref ends, (nuint)i));
            var bits = Vector256.AndNot(Vector256.GreaterThan(next, Vector256.Create(last)), Vector256.GreaterThan(begun, Vector256.Create(last)))
                .ExtractMostSignificantBits();
            for (; bits != 0; bits &= bits - 1)
            {
                var entry = i + BitOperations.TrailingZeroCount(bits);
                stretches[_stretches.Places[entry]] = _stretches.Values[entry];
            }
        }
    }

    private static LifeSet Where(int[] column, int from, int to)
    {
        var set = default(LifeSet);
        var (low, high) = (Vector256.Create(from - 1), Vector256.Create(to + 1));
        ref var first = ref MemoryMarshal.GetArrayDataReference(column);
        for (var place = 0; place < LifeSet.Places; place += Vector256<int>.Count)
        {
            var days = Vector256.LoadUnsafe(ref first, (nuint)place);
            var bits = (Vector256.GreaterThan(days, low) & Vector256.LessThan(days, high)).ExtractMostSignificantBits();
            set[place / 64] |= (ulong)bits << (place % 64);
        }

        return set;
    }

    private static int[][] Columns(int value) => [.. Enumerable.Range(0, LifeLine.Steps).Select(_ => Enumerable.Repeat(value, LifeSet.Places).ToArray())];

    private static int[][] Copied(int[][] columns) => [.. columns.Select(column => column.ToArray())];
}
