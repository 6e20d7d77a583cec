using System.Globalization;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;

namespace CityGrains.Journal.Rows.Due;

/// <summary>
/// What a province owes every year: its report and its plan. Nothing starts these clocks but the year, so they are told from the offices that are registered,
/// not stored: each year from the registration on, to the year asked about.
/// </summary>
internal static class Yearly
{
    private static readonly string[] Codes = [ClockCodes.AnnualReport, ClockCodes.AnnualPlan];

    /// <summary>Those of a filter.</summary>
    public static IEnumerable<DueClock> Of(DueFilter filter, TermsBook book) =>
        from rule in filter.Rules(book.Almanac.Rules)
        where Codes.Contains(rule.Code, StringComparer.Ordinal)
        from office in book.Offices.All
        where Owes(office) && (filter.Office is null || book.Offices.AreSame(filter.Office, office.Id))
        from year in Years(office, filter)
        let clock = Clock(rule.Code, office, year)
        where (filter.Ended || clock.Runs) && rule.Rules(new DateOnly(year, 1, 1))
        let due = rule.Due(new DateOnly(year, 1, 1), book.Of(office.Id))
        where !(due < filter.DueFrom) && !(due >= filter.DueBefore)
        select new DueClock(new ListedClock(new StreamId(StreamKind.Office, office.Id), 0, clock, office.Name.Vi), rule, due);

    /// <summary>A province, and a department that stands for one: it has no office above it.</summary>
    private static bool Owes(Office office) =>
        office.Closing is null && (office.Level is OfficeLevel.Province || (office.Level is OfficeLevel.Department && office.Parent is null));

    private static IEnumerable<int> Years(Office office, DueFilter filter)
    {
        var first = VietnamTime.DayOf(office.Registration!.RecordedAt).Year;
        var last = filter.DueBefore is { } before && before.Year > filter.Today.Year ? filter.Today.Year + 1 : filter.Today.Year;
        return first > last ? [] : Enumerable.Range(first, last - first + 1);
    }

    private static ClockRow Clock(string code, Office office, int year)
    {
        var name = office.Name.Vi;
        var (kind, of) = code == ClockCodes.AnnualReport ? (YearlyPaperKind.Report, year) : (YearlyPaperKind.Plan, year + 1);
        var sent = office.Papers.FirstOrDefault(paper => paper.Kind == kind && paper.Year == of);
        return new ClockRow(
            code, string.Create(CultureInfo.InvariantCulture, $"{office.Id}/{year}"), 1, name, PeriodRow.Day(new DateOnly(year, 1, 1)), PeriodRow.Day(sent?.On),
            sent?.By ?? 0, name,
            of.ToString(CultureInfo.InvariantCulture));
    }
}
