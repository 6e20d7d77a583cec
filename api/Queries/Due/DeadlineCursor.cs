using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Rows.Due;

namespace CityGrains.Api.Queries.Due;

/// <summary>A place among deadlines, as <c>next</c> writes it: opaque, and of use only in the same question.</summary>
internal static class DeadlineCursor
{
    private const int Longest = 2000;

    /// <summary>Writes a place.</summary>
    public static string Write(DuePlace place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{place.Due:yyyy-MM-dd}\n{place.Code}\n{place.Clock.Trigger}\n{place.Clock.Number}\n{place.Clock.StartedBy}\n{place.Clock.Subject}")));

    /// <summary>Reads it; null for anything else.</summary>
    public static DuePlace? Read(string text)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text)) return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text))
            .Split('\n', 6) is [var due, var code, var trigger, var number, var startedBy, var subject]
            && QueryReader.TryDay(due, out var day) && QueryReader.TryDay(trigger, out _)
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
                && long.TryParse(startedBy, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && !subject.Contains('\0', StringComparison.Ordinal)
            ? new DuePlace(day, code, new ClockPlace(trigger, row, subject, version)) : null;
    }
}
