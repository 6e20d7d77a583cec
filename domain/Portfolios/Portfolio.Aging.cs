using CityGrains.Domain.Agreements;

namespace CityGrains.Domain.Portfolios;

/// <summary>How long the agreements of a live state have been in it.</summary>
/// <param name="State">The state.</param>
/// <param name="Agreements">How many are in it.</param>
/// <param name="UpTo90Days">For 0 to 90 days.</param>
/// <param name="UpTo180Days">91 to 180.</param>
/// <param name="UpTo365Days">181 to 365.</param>
/// <param name="UpTo2Years">366 to 730.</param>
/// <param name="Longer">More than 730.</param>
/// <param name="Unknown">Nobody knows how long.</param>
/// <param name="Oldest">Those longest in it, the oldest first.</param>
public sealed record Age(
    LegalState State, long Agreements, long UpTo90Days, long UpTo180Days, long UpTo365Days, long UpTo2Years, long Longer, long Unknown,
    IReadOnlyList<Standstill> Oldest);

/// <summary>An agreement that stands still.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Since">The first day it can have been in the state.</param>
/// <param name="Days">How many days that is ago.</param>
public sealed record Standstill(string Id, DateOnly Since, int Days);

public sealed partial class Portfolio
{
    private const int MostOldest = 3;

    private static readonly int[] Ages = [90, 180, 365, 730];

    /// <summary>Counts the agreements of each live state by how long they have been in it on a day.</summary>
    public IReadOnlyList<Age> Aging(PortfolioFilter filter, DateOnly on)
    {
        var day = on.DayNumber;
        var ages = Enum.GetValues<LegalState>().Select(state => Lifecycle.IsLive(state) ? new Standing(day) : null).ToArray();
        Span<int> stretches = stackalloc int[LifeSet.Places];
        foreach (var (page, chosen) in Chosen(filter))
        {
            page.On(day, stretches);
            foreach (var place in chosen.Walk())
            {
                var (state, since) = LifeLine.Unpack(stretches[place]);
                ages[(int)state]?.Add(page, place, since);
            }
        }

        return [.. Lifecycle.Live.Select(state => ages[(int)state]!.Of(state))];
    }

    private sealed class Standing(int day)
    {
        private readonly long[] _n = new long[Ages.Length + 2];
        private readonly SortedSet<(int Since, string Id)> _oldest = new(Comparer<(int Since, string Id)>.Create(
            (one, other) => one.Since != other.Since ? one.Since.CompareTo(other.Since) : string.CompareOrdinal(one.Id, other.Id)));

        public void Add(LifePage page, int place, int since)
        {
            if (since == 0)
            {
                _n[^1]++;
                return;
            }

            var age = 0;
            while (age < Ages.Length && day - since > Ages[age]) age++;
            _n[age]++;
            if (_oldest.Count == MostOldest && since > _oldest.Max.Since) return;
            _oldest.Add((since, page.Id(place)));
            if (_oldest.Count > MostOldest) _oldest.Remove(_oldest.Max);
        }

        public Age Of(LegalState state) => new(state, _n.Sum(), _n[0], _n[1], _n[2], _n[3], _n[4], _n[5],
            [.. _oldest.Select(one => new Standstill(one.Id, DateOnly.FromDayNumber(one.Since), day - one.Since))]);
    }
}
