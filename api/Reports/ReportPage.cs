using System.Xml;
using System.Xml.Linq;
using CityGrains.Api.Problems;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Api.Reports;

/// <summary>A report as a page that prints on A4: no script, nothing from elsewhere, every text an XML text node and so escaped.</summary>
internal static class ReportPage
{
    private const string Style = """
        @page { size: A4; margin: 16mm 14mm }
        :root { color-scheme: light dark }
        body { font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; max-width: 72rem; margin: 24px auto; padding: 0 16px }
        h1 { font-size: 28px; line-height: 1.3 } h2 { font-size: 20px; margin-top: 32px }
        p { margin: 4px 0 } table { border-collapse: collapse; width: 100% } a { color: #0b4f8a }
        th, td { padding: 4px 8px; border-bottom: 1px solid #8a8a8a; text-align: left; vertical-align: top; font-size: 14px } thead { display: table-header-group } tr { break-inside: avoid }
        .n { text-align: right; font-variant-numeric: tabular-nums } .g th { padding-top: 12px; border-bottom-width: 2px } .t td, .t th { font-weight: 600 }
        @media (prefers-color-scheme: dark) { a { color: #8ec4f5 } }
        @media print { th, td { padding: 3px 4px; font-size: 12px } body { margin: 0; padding: 0; max-width: none } a { color: inherit; text-decoration: none } h2 { break-after: avoid } }
        """;

    /// <summary>What a browser may do with the page: show it, in its own style.</summary>
    public static string Policy { get; } = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Style.ReplaceLineEndings("\n"))))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The whole report.</summary>
    public static string Of(ReportView report, bool vietnamese) => Page(
        ReportText.Title(report.Year, vietnamese), vietnamese,
        [.. Head(report.On, report.Position, report.Filters, vietnamese), .. report.Parts.SelectMany(part => Part(part, vietnamese))]);

    /// <summary>What one number was counted from.</summary>
    public static string Of(CountedView counted, bool vietnamese) => Page(
        $"{ReportText.Title(counted.Year, vietnamese)}: {(vietnamese ? counted.Vi : counted.En)}", vietnamese,
    [
        .. Head(counted.On, counted.Position, counted.Filters, vietnamese),
        counted.Events.Count == 0 ? new XElement("p", ReportText.None.In(vietnamese)) : Table(
            [ReportText.Reference, ReportText.Agreement, ReportText.Date], numbers: false, vietnamese,
            counted.Events.Select(one => new XElement("tr", new XElement("td", Link(one.Link, one.Reference)), new XElement("td", Clean(one.Title)),
                new XElement("td", one.Date)))),
    ]);

    private static IEnumerable<XElement> Head(DateOnly on, string position, IReadOnlyList<ReportFilterView> filters, bool vietnamese) =>
    [
        new("p", ReportText.Basis.In(vietnamese)), new("p", Clean(ReportText.Scope(filters, vietnamese))), new("p", ReportText.Stamp(on, position, vietnamese)),
    ];

    private static IEnumerable<XElement> Part(ReportPartView part, bool vietnamese)
    {
        yield return new XElement("h2", vietnamese ? part.Vi : part.En);
        yield return Table(
            [new Sentence("", ""), .. part.Measures.Select(measure => new Sentence(measure.Vi, measure.En))], numbers: true, vietnamese,
            [
                new XElement("tr", new XAttribute("class", "t"), new XElement("th", ReportText.Total.In(vietnamese)),
                    part.Measures.Select(measure => Number(measure.Total.Count, measure.Total.Link, vietnamese))),
                .. Groups(part, ReportText.ByKind, measure => measure.ByKind, vietnamese),
                .. Groups(part, ReportText.ByCountry, measure => measure.ByCountry, vietnamese),
                .. Groups(part, ReportText.ByField, measure => measure.ByField, vietnamese),
            ]);
    }

    private static IEnumerable<XElement> Groups(ReportPartView part, Sentence heading, Func<MeasureView, IReadOnlyList<GroupView>> groups, bool vietnamese)
    {
        var all = part.Measures.SelectMany(groups).GroupBy(group => group.Value, StringComparer.Ordinal)
            .OrderBy(group => SearchText.Fold(vietnamese ? group.First().Vi : group.First().En), StringComparer.Ordinal).ToList(); // as a reader looks them up
        if (all.Count == 0) yield break;
        yield return new XElement(
            "tr", new XAttribute("class", "g"), new XElement("th", new XAttribute("colspan", part.Measures.Count + 1), heading.In(vietnamese)));
        foreach (var group in all)
        {
            yield return new XElement("tr", new XElement("td", Clean(vietnamese ? group.First().Vi : group.First().En)), part.Measures.Select(measure =>
                groups(measure).FirstOrDefault(one => one.Value == group.Key) is { } found ? Number(found.Count, found.Link, vietnamese)
                    : Number(0, "", vietnamese)));
        }
    }

    private static XElement Number(int count, string link, bool vietnamese) => new("td", new XAttribute("class", "n"),
        count == 0 ? "0" : Link($"{link}&format=html&lang={(vietnamese ? "vi" : "en")}", count.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static XElement Link(string to, string text) => new("a", new XAttribute("href", to), Clean(text));

    private static XElement Table(IReadOnlyList<Sentence> columns, bool numbers, bool vietnamese, IEnumerable<XElement> rows) => new("table",
        new XElement("thead", new XElement("tr", columns.Select((column, i) => new XElement("th", new XAttribute("scope", "col"), i > 0 && numbers
            ? new XAttribute("class", "n") : null, column.In(vietnamese))))),
        new XElement("tbody", rows));

    private static string Page(string title, bool vietnamese, IEnumerable<XElement> content)
    {
        var page = new XElement("html", new XAttribute("lang", vietnamese ? "vi" : "en"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width")),
                new XElement("title", title), new XElement("style", Style.ReplaceLineEndings("\n"))),
            new XElement("body", new XElement("h1", title), content));
        return $"<!DOCTYPE html>\n{page.ToString(SaveOptions.DisableFormatting)}\n";
    }

    /// <summary>Text without what XML has no place for.</summary>
    private static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text
        : string.Concat(text.EnumerateRunes().Select(rune => rune.Value < 0x10000 && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}
