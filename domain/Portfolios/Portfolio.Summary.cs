using System.Globalization;
using CityGrains.Domain.Agreements;

namespace CityGrains.Domain.Portfolios;

/// <summary>How many agreements count on a day, by what. One of several countries or fields counts once under each.</summary>
/// <param name="Agreements">In all.</param>
/// <param name="ByState">By legal state.</param>
/// <param name="ByKind">By kind.</param>
/// <param name="ByCountry">By country key.</param>
/// <param name="ByOffice">By office.</param>
/// <param name="ByField">By field of cooperation.</param>
/// <param name="ByYear">By year of signing; those not signed, or nobody knows when, are left out.</param>
public sealed record Breakdown(
    long Agreements, IReadOnlyDictionary<string, long> ByState, IReadOnlyDictionary<AgreementKind, long> ByKind, IReadOnlyDictionary<string, long> ByCountry,
    IReadOnlyDictionary<string, long> ByOffice, IReadOnlyDictionary<string, long> ByField, IReadOnlyDictionary<string, long> ByYear);

public sealed partial class Portfolio
{
    /// <summary>Counts the agreements in a state on a day.</summary>
    public Breakdown Summary(PortfolioFilter filter, DateOnly on)
    {
        var states = new long[Enum.GetValues<LegalState>().Length];
        var profiles = new int[_profiles.Count];
        Span<int> stretches = stackalloc int[LifeSet.Places];
        foreach (var (page, chosen) in Chosen(filter))
        {
            page.On(on.DayNumber, stretches);
            foreach (var place in chosen.Walk())
            {
                var (state, _) = LifeLine.Unpack(stretches[place]);
                states[(int)state]++;
                if (state is not LegalState.Unrecorded) profiles[page.Profiles[place]]++;
            }
        }

        states[(int)LegalState.Unrecorded] = 0;
        var kinds = new SortedDictionary<AgreementKind, long>();
        SortedDictionary<string, long> countries = new(StringComparer.Ordinal), offices = new(StringComparer.Ordinal), fields = new(StringComparer.Ordinal),
        years = new(StringComparer.Ordinal);
        for (var i = 0; i < profiles.Length; i++)
        {
            if (profiles[i] == 0) continue;
            var (profile, n) = (_profiles[i], profiles[i]);
            kinds[profile.Kind] = kinds.GetValueOrDefault(profile.Kind) + n;
            Add(offices, profile.Office, n);
            foreach (var country in profile.Countries) Add(countries, country, n);
            foreach (var field in profile.Fields) Add(fields, field, n);
            if (profile.Year is { } year) Add(years, year.ToString("D4", CultureInfo.InvariantCulture), n);
        }

        var byState = new SortedDictionary<string, long>(StringComparer.Ordinal);
        for (var state = 0; state < states.Length; state++)
        {
            if (states[state] > 0) byState[((LegalState)state).ToString()] = states[state];
        }

        return new Breakdown(states.Sum(), byState, kinds, countries, offices, fields, years);
    }

    private static void Add(SortedDictionary<string, long> counts, string name, long n) => counts[name] = counts.GetValueOrDefault(name) + n;
}
