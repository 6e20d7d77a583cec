using System.Collections.Immutable;
using System.Globalization;
using CityGrains.Domain.Clocks;

namespace CityGrains.Domain.Tests.Clocks;

/// <summary>The rules and the calendar as they are shipped.</summary>
internal static class Shipped
{
    public static Almanac Book { get; } = Read();

    public static WorkingCalendar Worked => Book.Usual.On(new DateOnly(2026, 1, 1)).Calendar;

    public static ClockRules Rules => Book.Rules;

    public static OfficeTerms Usual => Book.Usual;

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>When a clock that starts on a day is due, by the shipped rules.</summary>
    public static string? Due(string code, string trigger, OfficeTerms? terms = null) =>
        Rules.For(code, Day(trigger))?.Due(Day(trigger), terms ?? Usual).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static ImmutableArray<InForce<T>> From<T>(string day, T value) => [new InForce<T>(Day(day), value)];

    private static Almanac Read()
    {
        using var rules = File.OpenRead(RepositoryRoot.Path("silo", "data", "clock-rules.json"));
        using var calendar = File.OpenRead(RepositoryRoot.Path("silo", "data", "working-calendar.json"));
        return Almanac.Parse(rules, calendar);
    }
}
