using System.Security.Cryptography;
using System.Text;
using CityGrains.Api.Queries;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Offices.Digests;
using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Calendars;

/// <summary>
/// Answers <c>GET /api/v1/deadlines.ics</c>: what an office owes, as a calendar to subscribe to. The token in the address is all a calendar program can send.
/// </summary>
public sealed class DeadlineCalendar(CalendarKeys calendars, KnownOffices offices, OfficeDeadlines deadlines, TimeProvider time)
{
    /// <summary>Most deadlines in a calendar: those nearest to today.</summary>
    private const int MostDays = 2000;

    /// <summary>Reads the request, answers.</summary>
    public async Task<IResult> Read(HttpContext http)
    {
        var query = new QueryReader(http.Request.Query);
        var (token, language) = (query.Value("token"), query.Value("lang") ?? "vi");
        query.Faults.Must(language is "vi" or "en", "lang", "phải là vi hoặc en", "must be vi or en");
        if (query.End() is { } problem) return problem;
        if (await calendars.OfficeOf(token, http.RequestAborted) is not { } id || (await offices.Read(http.RequestAborted)).Find(id) is not { } office)
            return CalendarProblems.UnknownToken;

        var now = time.GetUtcNow();
        var today = VietnamTime.DayOf(now);
        var days = (await deadlines.Owed(office, today, cancel: http.RequestAborted)).OrderBy(deadline => Math.Abs(deadline.DaysLeft)).Take(MostDays)
            .GroupBy(Identity, StringComparer.Ordinal).SelectMany(same => same.Select((deadline, place) => (deadline, Uid(same.Key, place))))
                .OrderBy(day => day.deadline.Due);
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(CalendarFile.Write(Name(office, language), language, days.Select(day => Day(day.deadline, day.Item2, language)), now),
            CalendarFile.ContentType);
    }

    private static string Name(Office office, string language) =>
        language is "vi" ? $"Thời hạn – {office.Name.Vi}" : $"Deadlines – {office.Name.En ?? office.Name.Vi}";

    private static CalendarDay Day(AnnouncedDeadline deadline, string uid, string language)
    {
        var vi = language is "vi";
        var late = deadline.DaysLeft >= 0 ? "" : vi ? "QUÁ HẠN: " : "OVERDUE: ";
        var (what, who, basis) = (In(deadline.What), In(deadline.Who), In(deadline.Basis));
        var description = vi ? $"{deadline.Title}\nThực hiện: {who}\nCăn cứ: {basis}\n{deadline.Stream}"
            : $"{deadline.Title}\nOwed by: {who}\nBasis: {basis}\n{deadline.Stream}";
        return new CalendarDay(uid, deadline.Due, $"{late}{what} – {deadline.Title}", description, [deadline.Code], Remind: deadline.DaysLeft >= 0);

        string In(Sentence sentence) => vi ? sentence.Vi : sentence.En;
    }

    /// <summary>The same however the deadline moves.</summary>
    private static string Identity(AnnouncedDeadline deadline) => $"{deadline.Stream}\n{deadline.Code}\n{deadline.Subject}";

    private static string Uid(string identity, int place) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{identity}\n{place}")))[..32]}@citygrains";
}
