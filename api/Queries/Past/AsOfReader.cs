using System.Globalization;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Queries.Past;

/// <summary>Reads which look back a query asks for: <c>on</c>, a day, and <c>known</c>, an instant or a day.</summary>
internal static class AsOfReader
{
    /// <summary>Names of the parameters.</summary>
    public const string On = "on", Known = "known";

    private const string DayFormat = "yyyy-MM-dd";
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>Reads it; null when none is asked for.</summary>
    public static AsOf? AsOf(this QueryReader query) => query.AsOf(query.Day(On));

    /// <summary>Reads it where the day has been read already.</summary>
    public static AsOf? AsOf(this QueryReader query, DateOnly? on)
    {
        var known = query.Value(Known);
        return on is null && known is null ? null : new AsOf(on, known is null ? null : ReadKnown(query, known));
    }

    /// <summary>A day; null when it is left out.</summary>
    public static DateOnly? Day(this QueryReader query, string name)
    {
        if (query.Value(name) is not { } text) return null;
        var read = TryDay(text, out var day);
        query.Faults.Must(read, name, "phải là một ngày, như 2024-05-31", "must be a day, as 2024-05-31");
        return read ? day : null;
    }

    private static DateTimeOffset? ReadKnown(QueryReader query, string text)
    {
        if (TryDay(text, out var day)) return VietnamTime.EndOf(day);
        if (HasOffset(text) && DateTimeOffset.TryParseExact(Plus(text), Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return instant;
        query.Faults.Must(holds: false, Known,
            "phải là một thời điểm có múi giờ (ISO 8601), như 2024-05-31T17:00:00+07:00 hoặc 2024-05-31T10:00:00Z, hoặc một ngày (đến hết ngày đó ở Việt Nam)",
            "must be an instant with its offset (ISO 8601), as 2024-05-31T17:00:00+07:00 or 2024-05-31T10:00:00Z, or a day (to its end in Vietnam)");
        return null;
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Z or ±hh:mm at the end; without it nobody knows which instant is meant.</summary>
    private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' or ' ' && text[^3] is ':');

    /// <summary>A plus sign that was not escaped arrives as a space.</summary>
    private static string Plus(string text) => text.Length > 6 && text[^6] is ' ' ? $"{text[..^6]}+{text[^5..]}" : text;
}
