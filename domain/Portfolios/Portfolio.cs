namespace CityGrains.Domain.Portfolios;

/// <summary>All agreements at one moment, ready to be counted. Each question goes over the lives once, whatever its filter: some nanoseconds each.</summary>
public sealed partial class Portfolio
{
    private readonly IReadOnlyList<LifeLine[]> _pages;
    private readonly IReadOnlyList<Profile> _profiles;
    private readonly int _count;

    internal Portfolio(IReadOnlyList<LifeLine[]> pages, int count, IReadOnlyList<Profile> profiles, long edition) =>
        (_pages, _count, _profiles, Edition) = (pages, count, profiles, edition);

    /// <summary>Another number for another content, within one process.</summary>
    public long Edition { get; }

    private LifeLines Chosen(PortfolioFilter filter) => new(_pages, _count, [.. _profiles.Select(filter.Admits)], filter.Cities);
}

/// <summary>The lives a filter admits, by reference.</summary>
internal ref struct LifeLines(IReadOnlyList<LifeLine[]> pages, int count, bool[] admitted, IReadOnlySet<string> cities)
{
    private ReadOnlySpan<LifeLine> _page = [];
    private int _left = count;
    private int _next;
    private int _place;

    /// <summary>The life the walk has come to.</summary>
    public readonly ref readonly LifeLine Current => ref _page[_place];

    /// <summary>For foreach.</summary>
    public readonly LifeLines GetEnumerator() => this;

    /// <summary>Goes to the next one.</summary>
    public bool MoveNext()
    {
        while (true)
        {
            if (++_place >= _page.Length && !TurnPage()) return false;
            ref readonly var line = ref _page[_place];
            if (admitted[line.Profile] && (cities.Count == 0 || IsOfCity(line.Cities))) return true;
        }
    }

    private bool TurnPage()
    {
        if (_left == 0) return false;
        _page = pages[_next++].AsSpan();
        if (_page.Length > _left) _page = _page[.._left];
        _left -= _page.Length;
        _place = 0;
        return true;
    }

    private readonly bool IsOfCity(string[] parties)
    {
        foreach (var party in parties)
        {
            if (cities.Contains(party)) return true;
        }

        return false;
    }
}
