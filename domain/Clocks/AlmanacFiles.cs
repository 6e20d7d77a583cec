using System.Text.Json;
using System.Text.Json.Serialization;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Clocks;

/// <summary>The two files of an <see cref="Almanac"/>, as they are written.</summary>
internal static class AlmanacFiles
{
    private const string RuleFile = "clock-rules.json";
    private const string CalendarFile = "working-calendar.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static ClockRules ReadRules(Stream file) => ClockRules.Of([.. Read<RulesWritten>(file, RuleFile).Rules.Select(rule => rule.Read())]);

    public static IReadOnlyList<InForce<CalendarYear>> ReadYears(Stream file)
    {
        var years = Read<YearsWritten>(file, CalendarFile).Years.Select(year => year.Read()).ToList();
        foreach (var fault in years.SelectMany(year => CalendarYear.Faults(year.Value)).Take(1))
            throw new FormatException($"{CalendarFile}: {fault.En} / {CalendarFile}: {fault.Vi}");
        return years;
    }

    private static T Read<T>(Stream stream, string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new FormatException($"{file} is empty. / {file} trống.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"{file}: {wrong.Message} / {file}: không đọc được, xem vị trí đã nêu.", wrong);
        }
    }

    private sealed record RulesWritten(IReadOnlyList<RuleWritten> Rules);

    private sealed record RuleWritten(string Code, Sentence What, Sentence Basis, IReadOnlyList<string> EndedBy)
    {
        public Sentence? Who { get; init; }

        public int? Length { get; init; }

        public ClockUnit? Unit { get; init; }

        public string? Policy { get; init; }

        public string? On { get; init; }

        public DateOnly? ValidFrom { get; init; }

        public DateOnly? ValidTo { get; init; }

        public bool Watch { get; init; }

        public ClockRule Read() => new(Code, What, Who, HowLong(), Basis, ValidFrom, ValidTo, [.. EndedBy], Watch);

        private ClockLength HowLong() => (Length, Policy, On, Unit) switch
        {
            ({ } days, null, null, { } unit) => new ClockLength(days, unit),
            (null, { } policy, null, { } unit) => new ClockLength(0, unit, policy),
            (null, null, { } on, null) => new ClockLength(0, ClockUnit.Plain, On: on),
            _ => throw new FormatException(
                $"{RuleFile}, '{Code}': give length and unit, or policy and unit, or on alone. / {RuleFile}, '{Code}': ghi length và unit, hoặc policy và unit, hoặc chỉ on."),
        };
    }

    private sealed record YearsWritten(IReadOnlyList<YearWritten> Years);

    private sealed record YearWritten(int Year, bool Announced, string Source, IReadOnlyList<DayWritten> DaysOff, IReadOnlyList<DateOnly> WorkedDays)
    {
        /// <summary>The day it was known; absent: since ever.</summary>
        public DateOnly? From { get; init; }

        public InForce<CalendarYear> Read() => new(
            From ?? DateOnly.MinValue, new CalendarYear(Year, [.. DaysOff.Select(off => new DayOff(off.Day, new Sentence(off.Vi, off.En)))], [.. WorkedDays],
                Announced, Source));
    }

    private sealed record DayWritten(DateOnly Day, string Vi, string En);
}
