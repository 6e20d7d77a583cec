using CityGrains.Api.Pages.Reading;
using CityGrains.Domain.Cities;
using static CityGrains.Api.Pages.Audit.Facts.FactList;

namespace CityGrains.Api.Pages.Audit.Facts;

/// <summary>Everything a city says, in words.</summary>
internal static class CityFacts
{
    public static IReadOnlyList<Fact> Of(City it, IReadOnlyDictionary<string, string> names, Reader reader)
    {
        if (!it.Exists) return [];
        var facts = new FactList(reader).Add("name", it.Name).Add("former-names", string.Join(", ", it.FormerNames))
            .Add("country", it.Country!.Written).Add("status", it.Status)
            .Add("location", it.Location is { } at ? string.Create(reader.Culture, $"{at.Latitude}; {at.Longitude}") : null)
            .Add("ending", it.Ending is { } ending ? Join(reader.Name("city-ending", ending.Kind), reader.Date(ending.On), ending.Decision) : null);
        foreach (var successor in it.Successors)
            facts.Add("successor", successor.City, successor.City,
                Join(reader[successor.Part ? "city.in-part" : "city.in-whole"], reader.Date(successor.On), successor.Decision));
        foreach (var membership in it.Memberships.Where(membership => membership.State is not MembershipState.Unrecorded))
            Add(facts, membership, names.GetValueOrDefault(membership.Network, membership.Network), reader);
        foreach (var indicator in it.Indicators)
            facts.Add("indicator", $"{indicator.Name}/{indicator.Unit}", indicator.Name,
                Join(string.Create(reader.Culture, $"{indicator.Value:#,0.##} {indicator.Unit}"), reader.Date(indicator.AsOf)));
        RecordFacts.Add(facts, it.Claims, it.Requests, names, reader);
        return facts.Add("activities", string.Join(", ", it.Activities)).All;
    }

    private static void Add(FactList facts, Membership it, string network, Reader reader)
    {
        facts.Add("membership", it.Network, network, Join(reader.Name("membership", it.State), reader.Date(it.Since)))
            .Add("recognised", it.Network, network, it.RecognisedOn is { } recognised ? reader.Date(recognised) : null)
            .Add("criteria", it.Network, network, it.Criteria.IsEmpty ? null : reader.Number(it.CriteriaMet))
            .Add("report", it.Network, network, it.Report is { } report
                ? Join(reader.Date(report.SubmittedOn), report.Reference, report.AcceptedOn is { } accepted ? reader["fact.accepted", reader.Date(accepted)]
                : null) : null)
            .Add("transferred", it.Network, network, it.TransferredTo is { } to ? Join(to.City, reader.Date(to.On)) : null);
    }
}
