using System.Runtime.InteropServices;

namespace CityGrains.Domain.Portfolios;

/// <summary>
/// Keeps the lives of all agreements in memory, and gives out the portfolio they make up. One caller at a time; what was given out never changes.
/// </summary>
public sealed partial class PortfolioBook
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Dictionary<int, LifeLine>> _fresh = [];
    private readonly Dictionary<string, int> _cities = new(StringComparer.Ordinal);
    private readonly List<Profile> _profiles = [];
    private readonly List<LifePage> _pages = [];
    private Dictionary<string, int> _given = [];
    private long _edition;

    /// <summary>The portfolio of all that was written so far.</summary>
    public Portfolio Close()
    {
        foreach (var (page, lines) in _fresh.OrderBy(fresh => fresh.Key)) Lay(page, lines);
        _fresh.Clear();
        if (_given.Count != _cities.Count) _given = new Dictionary<string, int>(_cities, StringComparer.Ordinal); // cities are added only, and seldom
        return new Portfolio([.. _pages], [.. _profiles], _given, ++_edition);
    }

    /// <summary>Writes down a life that began or changed.</summary>
    public void Write(Life life)
    {
        var line = LifeLine.Of(life, Profile(life.Profile), [.. life.Cities.Select(city => Number(_cities, city))]);
        var (page, place) = Math.DivRem(Number(_places, life.Id), LifeSet.Places);
        if (!_fresh.TryGetValue(page, out var lines)) _fresh[page] = lines = [];
        lines[place] = line;
        if (lines.Count < LifeSet.Places) return;
        Lay(page, lines); // a full page need not wait
        _fresh.Remove(page);
    }

    private void Lay(int page, Dictionary<int, LifeLine> lines)
    {
        if (page < _pages.Count) _pages[page] = new LifePage(_pages[page], lines);
        else _pages.Add(new LifePage(before: null, lines));
    }

    private int Profile(Profile profile)
    {
        var number = Number(_numbers, profile.Key);
        if (number == _profiles.Count) _profiles.Add(profile);
        return number;
    }

    /// <summary>Numbers are given in the order things are first met, from 0.</summary>
    private static int Number(Dictionary<string, int> numbers, string name)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, name, out var known);
        return known ? number : number = numbers.Count - 1;
    }
}
