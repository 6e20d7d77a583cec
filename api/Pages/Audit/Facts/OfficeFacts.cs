using CityGrains.Api.Pages.Reading;
using CityGrains.Domain.Offices;
using static CityGrains.Api.Pages.Audit.Facts.FactList;

namespace CityGrains.Api.Pages.Audit.Facts;

/// <summary>Everything an office says, in words.</summary>
internal static class OfficeFacts
{
    public static IReadOnlyList<Fact> Of(Office it, IReadOnlyDictionary<string, string> names, Reader reader)
    {
        if (!it.Exists) return [];
        var facts = new FactList(reader).Add("name", it.Name.Vi).Add("english-name", it.Name.En)
            .Add("former-names", string.Join(", ", it.FormerNames.Select(name => name.Vi)))
            .Add("level", reader.Name("office-level", it.Level)).Add("parent", it.Parent)
            .Add("closing", it.Closing is { } closed ? Join(reader.Date(closed.On), closed.Ground, closed.Successor) : null);
        foreach (var policy in it.Policies)
        {
            var (day, days) = (reader.Day(policy.From), policy.Value);
            facts.Add("policy", $"{policy.From:yyyy-MM-dd}", day,
                reader["fact.policy-days", days.PlanWithinDays, days.SilentAfterDays, days.StalledAfterDays, days.ExpiringWithinDays]);
        }

        foreach (var year in it.Calendars.GroupBy(year => year.Value.Year).Select(same => same.Last()))
            facts.Add("calendar", $"{year.Value.Year}", $"{year.Value.Year}", Join(reader["fact.days-off", year.Value.DaysOff.Length], year.Value.Source));
        foreach (var person in it.People) facts.Add("person", person.Id, person.Function, reader[$"role.{Reader.Kebab(person.Role)}"]);
        foreach (var paper in it.Papers)
            facts.Add(paper.Kind is YearlyPaperKind.Report ? "annual-report" : "annual-plan", $"{paper.Year}", $"{paper.Year}", reader.Day(paper.On));
        return facts.Add("reminded-on", it.RemindedOn is { } reminded ? reader.Day(reminded) : null).All;
    }
}
