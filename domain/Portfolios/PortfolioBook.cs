using System.Runtime.InteropServices;

namespace CityGrains.Domain.Portfolios;

/// <summary>Keeps the lives of all agreements in memory, and gives out the portfolio they make up. One caller at a time; what was given out never changes.</summary>
public sealed partial class PortfolioBook
{
    private const int LivesPerPage = 512;

    private readonly Dictionary<string, (int Page, int Place)> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _cities = new(StringComparer.Ordinal);
    private readonly List<Profile> _profiles = [];
    private readonly List<LifeLine[]> _pages = [];
    private readonly HashSet<int> _fresh = [];
    private int _count;
    private long _edition;

    /// <summary>The portfolio of all that was written so far.</summary>
    public Portfolio Close()
    {
        _fresh.Clear();
        return new Portfolio([.. _pages], _count, [.. _profiles], ++_edition);
    }

    /// <summary>Writes down a life that began or changed.</summary>
    public void Write(Life life)
    {
        var line = new LifeLine(life, Number(life.Profile), [.. life.Cities.Select(Shared)]);
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, life.Id, out var known);
        if (!known) place = (_count / LivesPerPage, _count++ % LivesPerPage);
        Fresh(place.Page)[place.Place] = line;
    }

    /// <summary>A page that nobody else has seen: a new one, or a copy.</summary>
    private LifeLine[] Fresh(int page)
    {
        if (page == _pages.Count) _pages.Add(new LifeLine[LivesPerPage]);
        else if (!_fresh.Contains(page)) _pages[page] = [.. _pages[page]];
        _fresh.Add(page);
        return _pages[page];
    }

    private int Number(Profile profile)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, profile.Key, out var known);
        if (known) return number;
        _profiles.Add(profile);
        return number = _profiles.Count - 1;
    }

    /// <summary>A city is written down once, however many agreements it has.</summary>
    private string Shared(string city)
    {
        ref var shared = ref CollectionsMarshal.GetValueRefOrAddDefault(_cities, city, out _);
        return shared ??= city;
    }
}
