using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Checks;
using CityGrains.Journal;

namespace CityGrains.Api.Pages.History;

/// <summary>What has just been recorded: the event itself, and what is next.</summary>
/// <param name="Agreement">The record.</param>
/// <param name="Event">The event.</param>
public sealed record RecordedNow(AgreementView Agreement, RecordedEvent Event)
{
    /// <summary>The parameter that says so, <c>done=agr-2026-000123@4</c>.</summary>
    public const string Parameter = "done";

    /// <summary>Reads it from the record; null where nothing is said, or nothing is there.</summary>
    public static async ValueTask<RecordedNow?> Read(HttpContext http, AgreementQueries agreements, IJournal journal)
    {
        if (http.Request.Query[Parameter] is not [{ } said] || said.Split('@') is not [var id, var number]) return null;
        if (!RecordId.IsValid(id) || !int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version) || version < 1) return null;
        var agreement = await agreements.Find(id, http.RequestAborted);
        if (agreement.Problem is not null) return null;
        var stream = new StreamId(StreamKind.Agreement, id);
        await foreach (var recorded in journal.ReadStream(stream, version - 1, http.RequestAborted)) return new RecordedNow(agreement.Value, recorded);
        return null;
    }
}
