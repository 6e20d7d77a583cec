using System.Text.Json;
using CityGrains.Domain.Record;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Access;

/// <summary>Writes the conditions of a question, in the SQL both stores share.</summary>
/// <param name="bound">Adds a value, and says how the SQL calls it.</param>
/// <param name="holds">The function that finds a text in another, 0 where it is not.</param>
internal sealed class AccessSql(Func<object, string> bound, string holds)
{
    /// <summary>
    /// The day's events that are noted lie in one stream, of which there is an index; all others are met on the walk from the end, faster than by it.
    /// </summary>
    public string Of(AccessQuestion question)
    {
        var written = "(stream < 'access/' OR stream >= 'access0')" + By(question);
        if (question.Day is { } day) written += $" AND recorded_at > {bound(day == DateOnly.MinValue ? "" : LastOf(day.AddDays(-1)))} AND recorded_at <= {bound(LastOf(day))}";
        var noted = (question.Day is { } noting ? $"stream = {bound($"access/{DateOfRecord.Day(noting)}")}" : "(stream || '' >= 'access/' AND stream || '' < 'access0')") + Has("data", "actor", question.Actor) + Has("data", "office", question.Office);
        noted += Has("data", "kind", question.Kind is { } kind ? JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()) : null);
        return (question.Written, question.Noted) switch { (true, true) => $"({written} OR {noted})", (true, false) => written, _ => noted };
    }

    /// <summary>Who recorded it is written first, and so compared at once; the office anywhere.</summary>
    private string By(AccessQuestion question)
    {
        if (question.Actor is not { } actor) return Has("meta", "office", question.Office);
        var begins = $"{{\"actor\":{Json(actor)}{(question.Office is { } office ? $",\"office\":{Json(office)}" : "")}";
        return $" AND meta >= {bound(begins)} AND meta < {bound(begins + "~")}";
    }

    private string Has(string column, string name, string? value) => value is null ? "" : $" AND {holds}({column}, {bound($"\"{name}\":{Json(value)}")}) > 0";

    private static string Json(string value) => JsonSerializer.Serialize(value, JournalJson.Default.String);

    private static string LastOf(DateOnly day) => RecordedEvent.Format(VietnamTime.EndOf(day));
}
