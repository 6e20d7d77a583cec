using System.Collections.Immutable;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Offices.OfficeEvent>;

namespace CityGrains.Domain.Offices;

/// <summary>Put another year in the place of the shipped one: days off, and weekends worked in exchange, with their source.</summary>
public sealed record ReplaceCalendar(CalendarYear Calendar) : OfficeCommand
{
    internal override void Check(FieldChecks fields) => fields.Given("calendar", Calendar, CalendarYear.Check);
}

/// <summary>An office replaced a year of the calendar; what was due before that day stays due when it was.</summary>
public sealed record CalendarReplaced(CalendarYear Calendar, DateOnly From) : OfficeEvent;

public static partial class OfficeDecider
{
    private static Decision Decide(Office office, ReplaceCalendar command, CommandContext context) =>
        office.Calendars.LastOrDefault(year => year.Value.Year == command.Calendar.Year) is { } known && IsSame(known.Value, command.Calendar)
            ? Decision.Unchanged
        : Accept(new CalendarReplaced(command.Calendar, context.Today));

    private static bool IsSame(CalendarYear one, CalendarYear other) =>
        one.DaysOff.SequenceEqual(other.DaysOff) && one.WorkedDays.SequenceEqual(other.WorkedDays)
            && (one.Announced, one.Source) == (other.Announced, other.Source);
}

public sealed partial record Office
{
    /// <summary>The years of the calendar it replaced, in the order it did so, from the day it did.</summary>
    public ImmutableArray<InForce<CalendarYear>> Calendars { get; init; } = [];

    private Office Apply(CalendarReplaced e) => this with { Calendars = Calendars.Add(new InForce<CalendarYear>(e.From, e.Calendar)) };
}
