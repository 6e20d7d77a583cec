using System.Globalization;

namespace CityGrains.Api.Calendars;

/// <summary>A day in a calendar.</summary>
/// <param name="Uid">The same for the same thing, however often it is read and whatever changes about it (RFC 7986, 5.3).</param>
/// <param name="Day">The day, whole.</param>
/// <param name="Summary">One line.</param>
/// <param name="Description">Everything else.</param>
/// <param name="Categories">What a reader may filter by.</param>
/// <param name="Remind">It is still to come: reminders 30 and 7 days before it, and on it, at nine in the morning of wherever it is read.</param>
internal sealed record CalendarDay(string Uid, DateOnly Day, string Summary, string Description, IReadOnlyList<string> Categories, bool Remind);

/// <summary>
/// Days as an iCalendar object that calendars subscribe to (RFC 5545). It is published by being there, so it names no METHOD (RFC 5546 is for invitations).
/// </summary>
internal static class CalendarFile
{
    /// <summary>Media type.</summary>
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>How often a reader may look again (RFC 7986, 5.7).</summary>
    private const string Refresh = "PT1H";

    /// <summary>From midnight, when the day begins.</summary>
    private static readonly string[] Reminders = ["-P29DT15H", "-P6DT15H", "PT9H"];

    /// <summary>Writes it.</summary>
    /// <param name="name">What readers call the calendar.</param>
    /// <param name="language">Language of its texts, <c>vi</c>.</param>
    /// <param name="days">Its days.</param>
    /// <param name="now">When it is written.</param>
    public static ReadOnlyMemory<byte> Write(string name, string language, IEnumerable<CalendarDay> days, DateTimeOffset now)
    {
        var lines = new ContentLines().Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0")
            .Line("PRODID", $"-//CityGrains//Deadlines {Silo.About.Version}//{language.ToUpperInvariant()}")
            .Line("CALSCALE", "GREGORIAN").Text("NAME", name).Text("X-WR-CALNAME", name).Line("REFRESH-INTERVAL;VALUE=DURATION", Refresh)
                .Line("X-PUBLISHED-TTL", Refresh);
        var stamp = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        foreach (var day in days) Write(lines, day, language, stamp);
        return lines.Line("END", "VCALENDAR").Bytes;
    }

    private static void Write(ContentLines lines, CalendarDay day, string language, string stamp)
    {
        lines.Line("BEGIN", "VEVENT").Text("UID", day.Uid).Line("DTSTAMP", stamp).Line("DTSTART;VALUE=DATE", Date(day.Day));
        if (day.Day < DateOnly.MaxValue) lines.Line("DTEND;VALUE=DATE", Date(day.Day.AddDays(1)));
        lines.Text($"SUMMARY;LANGUAGE={language}", day.Summary).Text($"DESCRIPTION;LANGUAGE={language}", day.Description);
        if (day.Categories.Count > 0) lines.Line("CATEGORIES", string.Join(',', day.Categories.Select(ContentLines.Escaped)));
        lines.Line("TRANSP", "TRANSPARENT").Line("STATUS", "CONFIRMED");
        if (day.Remind) foreach (var reminder in Reminders) Alarm(lines, day.Summary, reminder);
        lines.Line("END", "VEVENT");
    }

    private static void Alarm(ContentLines lines, string summary, string trigger) =>
        lines.Line("BEGIN", "VALARM").Line("ACTION", "DISPLAY").Line("TRIGGER", trigger).Text("DESCRIPTION", summary).Line("END", "VALARM");

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
