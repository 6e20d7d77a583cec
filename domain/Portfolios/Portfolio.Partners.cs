using System.Runtime.InteropServices;

namespace CityGrains.Domain.Portfolios;

/// <summary>Two cities with agreements between them.</summary>
/// <param name="One">Id of the one.</param>
/// <param name="Other">Id of the other.</param>
/// <param name="Signed">Agreements signed.</param>
/// <param name="Working">Of these, those under which work has begun.</param>
public sealed record CityPair(string One, string Other, int Signed, int Working);

/// <summary>Who has signed with whom by a day.</summary>
/// <param name="Pairs">Each two cities once, in no order.</param>
/// <param name="Elsewhere">Agreements signed of which fewer than two parties are registered cities.</param>
public sealed record Partners(IReadOnlyList<CityPair> Pairs, long Elsewhere);

public sealed partial class Portfolio
{
    /// <summary>The pairs of cities that had signed with each other by a day; of more than two, the first party with each of the others.</summary>
    public Partners Partners(PortfolioFilter filter, DateOnly on)
    {
        var day = on.DayNumber;
        var pairs = new Dictionary<(int, int), (int Signed, int Working)>();
        long elsewhere = 0;
        foreach (var (page, chosen) in Chosen(filter))
        {
            var signed = chosen & page.Reached(LifeStep.Signed, 0, day);
            var working = page.Reached(LifeStep.Implementing, 0, day);
            var drawn = default(LifeSet);
            var (at, first) = (-1, -1);
            for (var i = 0; i < page.Cities.Count; i++)
            {
                var (place, city) = (page.Cities.Places[i], page.Cities.Values[i]);
                if (place != at)
                {
                    (at, first) = (place, city);
                    continue;
                }

                if (!signed.Has(place)) continue;
                drawn.Add(place);
                ref var pair = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (Math.Min(first, city), Math.Max(first, city)), out _);
                pair = (pair.Signed + 1, pair.Working + (working.Has(place) ? 1 : 0));
            }

            elsewhere += signed.Count - drawn.Count;
        }

        var names = new string[_cities.Count];
        foreach (var (name, number) in _cities) names[number] = name;
        return new Partners(
            [.. pairs.Select(pair => new CityPair(names[pair.Key.Item1], names[pair.Key.Item2], pair.Value.Signed, pair.Value.Working))], elsewhere);
    }
}
