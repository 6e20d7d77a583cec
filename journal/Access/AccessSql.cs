using System.Text.Json;
using CityGrains.Domain.Record;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Access;

/// <summary>Writes the conditions of a question, in the SQL both stores share.</summary>
/// <param name="bound">Adds a value, and says how the SQL calls it.</param>
/// <param name="holds">The function that finds a text in another, 0 where it is not.</param>
internal sealed class AccessSql(Func<object, string> bound, string holds)
{
    /// <summary>The day's events that are noted lie in one stream, of which there is an index; all others are met on the walk from the end, faster than by it.</summary>
    public string Of(AccessQuestion question)
    {
        var written = "(stream < 'access/' OR stream >= 'access0')" + Says("meta", question);
        if (question.Day is { } day) written += $" AND recorded_at > {bound(day == DateOnly.MinValue ? "" : LastOf(day.AddDays(-1)))} AND recorded_at <= {bound(LastOf(day))}";
        var noted = (question.Day is { } noting ? $"stream = {bound($"access/{DateOfRecord.Day(noting)}")}" : "(stream || '' >= 'access/' AND stream || '' < 'access0')") + Says("data", question);
        if (question.Kind is { } kind) noted += Has("data", "kind", JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));
        return (question.Written, question.Noted) switch { (true, true) => $"({written} OR {noted})", (true, false) => written, _ => noted };
    }

    private string Says(string column, AccessQuestion question) =>
        (question.Actor is { } actor ? Has(column, "actor", actor) : "") + (question.Office is { } office ? Has(column, "office", office) : "");

    private string Has(string column, string name, string value) =>
        $" AND {holds}({column}, {bound($"\"{name}\":{JsonSerializer.Serialize(value, JournalJson.Default.String)}")}) > 0";

    private static string LastOf(DateOnly day) => RecordedEvent.Format(VietnamTime.EndOf(day));
}
