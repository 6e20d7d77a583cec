namespace CityGrains.Domain.Record;

/// <summary>The clock that days are told by.</summary>
public static class VietnamTime
{
    /// <summary>UTC+7, all year.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The instant by that clock; the last one it can show for the last seven hours of the year 9999.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => new(Math.Min(instant.UtcTicks + Offset.Ticks, DateTime.MaxValue.Ticks), Offset);

    /// <summary>The day at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).Date);

    /// <summary>The last instant of a day.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MaxValue), Offset);
}
