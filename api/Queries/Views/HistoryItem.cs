using System.Text.Json;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Queries.Views;

/// <summary>An event as a history shows it: when it happened, when and by whom it was recorded, on what source, and its hash.</summary>
/// <param name="Version">Place in its record, from 1.</param>
/// <param name="Position">Place in the whole journal.</param>
/// <param name="Type">Stable name with its version.</param>
/// <param name="OccurredOn">When it happened, as exactly as known.</param>
/// <param name="RecordedAt">When it was recorded, UTC.</param>
/// <param name="Actor">Who recorded it.</param>
/// <param name="Office">The office acted for.</param>
/// <param name="CommandHash">SHA-256 of what was asked, hexadecimal.</param>
/// <param name="Source">The document it rests on.</param>
/// <param name="Reason">Why, in the actor's words.</param>
/// <param name="CorrelationId">Trace id of the request.</param>
/// <param name="CommandId">The command it came from.</param>
/// <param name="Data">The facts, exactly as stored.</param>
/// <param name="Hash">SHA-256 that chains it to the event before, hexadecimal.</param>
public sealed record HistoryItem(
    long Version, long Position, string Type, DateOfRecord OccurredOn, string RecordedAt, string Actor, string Office, string CommandHash,
    SourceView? Source, string? Reason, string? CorrelationId, Guid CommandId, JsonElement Data, string Hash);

/// <summary>Where a fact comes from.</summary>
/// <param name="Title">What the source calls itself.</param>
/// <param name="Reference">Number, page, line or web address.</param>
/// <param name="DatedOn">The date it bears.</param>
public sealed record SourceView(string Title, string? Reference, DateOfRecord DatedOn);
