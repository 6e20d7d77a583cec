using System.Collections.Immutable;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Offices.OfficeEvent>;

namespace CityGrains.Domain.Offices;

/// <summary>Record that the report on signing and implementing in a year was sent. Law 70/2020/QH14, art. 46(3).</summary>
public sealed record RecordAnnualReport(int Year, DateOfRecord SentOn) : OfficeCommand
{
    /// <summary>Number of the document; null when it is not at hand.</summary>
    public string? Document { get; init; }

    internal override void Check(FieldChecks fields) => YearlyPaper.Check(fields, Year, SentOn, Document);
}

/// <summary>The report on a year was sent.</summary>
public sealed record AnnualReportSent(int Year, DateOfRecord SentOn, string? Document) : OfficeEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => SentOn;
}

/// <summary>Record that the plan of signing and implementing in a year was sent; it is owed in the year before. Law 70/2020/QH14, art. 42(2), 46(1).</summary>
public sealed record RecordAnnualPlan(int Year, DateOfRecord SentOn) : OfficeCommand
{
    /// <summary>Number of the document; null when it is not at hand.</summary>
    public string? Document { get; init; }

    internal override void Check(FieldChecks fields) => YearlyPaper.Check(fields, Year, SentOn, Document);
}

/// <summary>The plan of a year was sent.</summary>
public sealed record AnnualPlanSent(int Year, DateOfRecord SentOn, string? Document) : OfficeEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => SentOn;
}

/// <summary>What an office sends every year.</summary>
public enum YearlyPaperKind
{
    /// <summary>Báo cáo.</summary>
    Report,

    /// <summary>Kế hoạch.</summary>
    Plan,
}

/// <summary>A yearly paper that was sent.</summary>
/// <param name="Kind">Report or plan.</param>
/// <param name="Year">The year it tells of.</param>
/// <param name="By">The version of the event that says so.</param>
/// <param name="On">The day it counts as sent.</param>
public sealed record YearlyPaper(YearlyPaperKind Kind, int Year, long By, DateOnly On)
{
    private const int First = 1900, Last = 2200;

    internal static void Check(FieldChecks fields, int year, DateOfRecord sentOn, string? document) => fields
        .Must(year is >= First and <= Last, "year", $"phải từ {First} đến {Last}", $"must be {First} to {Last}")
        .Known("sentOn", sentOn).Optional("document", document);
}

public static partial class OfficeDecider
{
    private static Decision Decide(Office office, RecordAnnualReport command, CommandContext context) =>
        Sent(office, YearlyPaperKind.Report, command.Year, command.SentOn, context, new AnnualReportSent(command.Year, command.SentOn, command.Document));

    private static Decision Decide(Office office, RecordAnnualPlan command, CommandContext context) =>
        Sent(office, YearlyPaperKind.Plan, command.Year, command.SentOn, context, new AnnualPlanSent(command.Year, command.SentOn, command.Document));

    /// <summary>Once is enough, and nothing is sent before its time: no report before its year, no plan from tomorrow.</summary>
    private static Decision Sent(Office office, YearlyPaperKind kind, int year, DateOfRecord sentOn, CommandContext context, OfficeEvent sent) =>
        office.Papers.Any(paper => paper.Kind == kind && paper.Year == year) ? Decision.Unchanged
        : sentOn.IsAfter(context.Today) ? Refuse.InTheFuture("sentOn", sentOn)
        : kind is YearlyPaperKind.Report && sentOn.IsBefore(DateOfRecord.Year(year)) ? Refuse.ReportedAhead(year, sentOn)
        : Accept(sent);
}

public sealed partial record Office
{
    /// <summary>The yearly reports and plans it sent, in the order recorded.</summary>
    public ImmutableArray<YearlyPaper> Papers { get; init; } = [];

    private Office Apply(YearlyPaperKind kind, int year, Happening<OfficeEvent> happening) => this with
    {
        Papers = Papers.Add(
            new YearlyPaper(kind, year, happening.Version > 0 ? happening.Version : Version + 1, Mark.DayOf(happening.On, happening.RecordedAt))),
    };
}
