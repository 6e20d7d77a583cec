using CityGrains.Api.Problems;
using CityGrains.Domain.Record;
using CityGrains.Domain.Reports;

namespace CityGrains.Api.Reports;

/// <summary>A report as a spreadsheet: the numbers on one sheet, what each was counted from on another.</summary>
internal static class ReportSheet
{
    /// <summary>The file.</summary>
    public static byte[] Of(ReportView view, AnnualReport report, bool vietnamese)
    {
        var book = new Workbook();
        book.Add(ReportText.Report.In(vietnamese), [32, 34, 24, 32, 12],
            [Headings(vietnamese, ReportText.Part, ReportText.Measure, ReportText.Group, ReportText.Group, ReportText.Number), .. Numbers(view, vietnamese),
            .. Feet(view, vietnamese)]);
        book.Add(ReportText.Events.In(vietnamese), [34, 30, 60, 12, 60],
        [
            Headings(vietnamese, ReportText.Measure, ReportText.Reference, ReportText.Agreement, ReportText.Date, ReportText.Events),
            .. from measure in report.Counted.OrderBy(measure => measure.Key)
               from one in measure.Value
               let shown = ReportMaker.Of(one, vietnamese)
               select (IReadOnlyList<object>)[AnnualMeasures.Name(measure.Key).In(vietnamese), shown.Reference, shown.Title, shown.Date, shown.Link],
        ]);
        return book.ToBytes();
    }

    private static IEnumerable<IReadOnlyList<object>> Numbers(ReportView view, bool vietnamese)
    {
        foreach (var part in view.Parts)
        {
            var heading = vietnamese ? part.Vi : part.En;
            foreach (var measure in part.Measures)
            {
                var name = vietnamese ? measure.Vi : measure.En;
                yield return [heading, name, ReportText.Total.In(vietnamese), "", measure.Total.Count];
                foreach (var (by, groups) in new[] { (ReportText.ByKind, measure.ByKind), (ReportText.ByCountry, measure.ByCountry), (ReportText.ByField,
                    measure.ByField) })
                {
                    foreach (var group in groups) yield return [heading, name, by.In(vietnamese), vietnamese ? group.Vi : group.En, group.Count];
                }
            }
        }
    }

    private static IEnumerable<IReadOnlyList<object>> Feet(ReportView view, bool vietnamese) =>
    [
        [""], [ReportText.Title(view.Year, vietnamese)], [ReportText.Basis.In(vietnamese)], [ReportText.Scope(view.Filters, vietnamese)],
        [ReportText.Stamp(view.On, view.Position, vietnamese)],
    ];

    private static IReadOnlyList<object> Headings(bool vietnamese, params Sentence[] headings) => [.. headings.Select(heading => heading.In(vietnamese))];
}
