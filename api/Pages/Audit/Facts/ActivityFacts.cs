using CityGrains.Api.Pages.Reading;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;
using static CityGrains.Api.Pages.Audit.Facts.FactList;

namespace CityGrains.Api.Pages.Audit.Facts;

/// <summary>Everything an activity says, in words.</summary>
internal static class ActivityFacts
{
    public static IReadOnlyList<Fact> Of(Activity it, IReadOnlyDictionary<string, string> names, Reader reader)
    {
        if (!it.Exists) return [];
        var facts = new FactList(reader).Add("title", it.Title).Add("activity-kind", reader.Name("activity-kind", it.Kind))
            .Add("state", reader.Name("activity-state", it.State))
            .Add("organiser", it.Organiser).Add("office", it.Office).Add("days", Days(it.Days, reader)).Add("place", it.Place?.Name)
                .Add("international", reader[it.International ? "form.yes" : "form.no"])
            .Add("applied-on", it.AppliedOn is { } applied ? reader.Date(applied) : null);
        foreach (var reach in it.Reach)
            facts.Add("reach", reach.What, reach.What, Join($"{reader.Name("amount", reach.Qualifier)} {reach.Value.ToString("#,0.##", reader.Culture)}"));
        for (var place = 0; place < it.Results.Length; place++)
            facts.Add("result", $"{place}", reader.Number(place + 1),
                Join(it.Results[place].Summary, reader.Date(it.Results[place].ReportedOn), it.Results[place].Reference));
        facts.Add("agreements", string.Join(", ", it.Agreements)).Add("cities", string.Join(", ", it.Cities));
        RecordFacts.Add(facts, it.Claims, RequestBook.Empty, names, reader);
        return facts.All;
    }

    private static string Days(Days days, Reader reader) =>
        days.To is { Precision: not DatePrecision.Unknown } to && to != days.From ? $"{reader.Date(days.From)} – {reader.Date(to)}" : reader.Date(days.From);
}
