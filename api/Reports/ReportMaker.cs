using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using CityGrains.Domain.Reports;
using CityGrains.Journal;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Reports;

/// <summary>Turns a report into what readers see: names added, groups made, every number linked to what it was counted from.</summary>
public sealed class ReportMaker(CountryDirectory countries)
{
    private const string Home = "VN";

    /// <summary>The whole report.</summary>
    internal ReportView Whole(ReportQuestion question, FeedCursor position, AnnualReport report) => new(
        question.Year, question.On, question.Filters, position.ToString(),
        [.. AnnualMeasures.Parts.Select(part => new ReportPartView(part.Heading.Vi, part.Heading.En,
            [.. part.Measures.Select(measure => Of(question, measure, report.Counted[measure]))]))]);

    /// <summary>What one number was counted from.</summary>
    internal static CountedView Counted(ReportQuestion question, FeedCursor position, AnnualMeasure measure, AnnualReport report) => new(
        question.Year, question.On, question.Filters, position.ToString(), measure, AnnualMeasures.Name(measure).Vi, AnnualMeasures.Name(measure).En,
        report.Counted[measure].Count,
        [.. report.Counted[measure].Select(one => Of(one, question.Vietnamese))]);

    /// <summary>An event that was counted.</summary>
    internal static CountedEventView Of(CountedEvent one, bool vietnamese) => new(
        one.Reference, one.Life.Id, one.Version, vietnamese ? one.Life.Title.Vi : one.Life.Title.Foreign ?? one.Life.Title.Vi, one.Date.ToString(),
        FormattableString.Invariant($"/api/v1/agreements/{one.Life.Id}/history?after={one.Version - 1}&limit=1"));

    private MeasureView Of(ReportQuestion question, AnnualMeasure measure, IReadOnlyList<CountedEvent> counted)
    {
        var name = AnnualMeasures.Name(measure);
        return new MeasureView(
            measure, name.Vi, name.En, new NumberView(counted.Count, References(counted), question.Link(measure)),
            Groups(FacetNames.Kind, one => [AgreementRow.KindName(one.Life.Profile.Kind)], (_, some) => MeasureNames.Of(some[0].Life.Profile.Kind)),
            Groups(FacetNames.Country, one => one.Life.Profile.Countries.Where(country => country != Home),
                (key, _) => new Sentence(countries.NameOf(key, vietnamese: true), countries.NameOf(key, vietnamese: false))),
            Groups(Queries.ListFilters.Field, one => one.Life.Profile.Fields, (field, _) => new Sentence(field, field)));

        IReadOnlyList<GroupView> Groups(string filter, Func<CountedEvent, IEnumerable<string>> values, Func<string, List<CountedEvent>, Sentence> called) =>
        [
            .. counted.SelectMany(values, (one, value) => (one, value)).GroupBy(pair => pair.value, pair => pair.one, StringComparer.Ordinal)
                .OrderBy(some => some.Key, StringComparer.Ordinal).Select(some => Group(filter, some.Key, [.. some], called)),
        ];

        GroupView Group(string filter, string value, List<CountedEvent> some, Func<string, List<CountedEvent>, Sentence> called)
        {
            var its = called(value, some);
            return new GroupView(value, its.Vi, its.En, some.Count, References(some), question.Link(measure, $"&{filter}={Uri.EscapeDataString(value)}"));
        }
    }

    private static IReadOnlyList<string> References(IReadOnlyList<CountedEvent> counted) => [.. counted.Select(one => one.Reference)];
}
