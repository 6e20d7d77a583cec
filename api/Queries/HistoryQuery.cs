using System.Globalization;
using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Journal;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Queries;

/// <summary>Every event of a record in order, with who, when, why and on what source.</summary>
public sealed class HistoryQuery(IJournal journal, IRows rows)
{
    private const int UsualPage = 100;

    /// <summary>A page of a record's history.</summary>
    public async Task<IResult> Read(HttpContext http, StreamId stream, Problem notFound)
    {
        var query = new QueryReader(http.Request.Query);
        var after = After(query);
        var limit = query.Limit(UsualPage);
        if (query.End() is { } problem) return problem;
        if (await rows.Find(stream, http.RequestAborted) is not { } row) return notFound;
        if (EntityTags.IsKnown(http, row.Version)) return Results.StatusCode(StatusCodes.Status304NotModified);

        var events = new List<RecordedEvent>();
        await foreach (var recorded in journal.ReadStream(stream, after, http.RequestAborted))
        {
            events.Add(recorded);
            if (events.Count == limit) break;
        }

        return new HistoryAnswer(events, events.Count > 0 && events[^1].Version < row.Version ? events[^1].Version : null);
    }

    private static long After(QueryReader query)
    {
        if (query.Value("after") is not { } text) return 0;
        var read = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after);
        query.Faults.Must(read, "after", "phải là một phiên bản", "must be a version");
        return after;
    }
}

/// <summary>A page of events, their facts exactly as they are stored and hashed.</summary>
internal sealed class HistoryAnswer(IReadOnlyList<RecordedEvent> events, long? next) : IResult, IWrittenJson
{
    public void Write(Utf8JsonWriter writer) => Write(writer, (events, next));

    public Task ExecuteAsync(HttpContext httpContext) => JsonResponse.Write(httpContext.Response, (events, next), Write);

    private static void Write(Utf8JsonWriter writer, (IReadOnlyList<RecordedEvent> Events, long? Next) page)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        foreach (var recorded in page.Events) Write(writer, recorded);
        writer.WriteEndArray();
        if (page.Next is { } version) writer.WriteNumber("next", version);
        else writer.WriteNull("next");
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, RecordedEvent recorded)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", recorded.Version);
        writer.WriteNumber("position", recorded.Position);
        writer.WriteString("type", recorded.Type);
        writer.WriteString("occurredOn", recorded.OccurredOn);
        writer.WriteString("recordedAt", recorded.RecordedAt);
        WriteMeta(writer, recorded);
        writer.WriteString("commandId", recorded.CommandId);
        writer.WritePropertyName("data");
        writer.WriteRawValue(recorded.Data, skipInputValidation: true);
        writer.WriteString("hash", Convert.ToHexStringLower(recorded.Hash));
        writer.WriteEndObject();
    }

    /// <summary>Actor, office, source, reason and the rest, as they are stored.</summary>
    private static void WriteMeta(Utf8JsonWriter writer, RecordedEvent recorded)
    {
        using var meta = JsonDocument.Parse(recorded.Meta);
        foreach (var property in meta.RootElement.EnumerateObject()) property.WriteTo(writer);
    }
}
