using System.Text.Json;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Feed;

/// <summary>A page of the feed, for the document of the API.</summary>
/// <param name="Items">Events in order.</param>
/// <param name="Next">What to ask for as <c>after</c>; on the last page, where the next events will be.</param>
public sealed record FeedView(IReadOnlyList<CloudEventView> Items, string Next);

/// <summary>An event in the JSON format of CloudEvents 1.0.</summary>
/// <param name="Specversion">1.0.</param>
/// <param name="Id">Stream and version, <c>agreement/agr-2024-000123@3</c>.</param>
/// <param name="Source">Names this record.</param>
/// <param name="Type">Stable name with its version.</param>
/// <param name="Subject">The stream.</param>
/// <param name="Time">When it was recorded, UTC.</param>
/// <param name="Datacontenttype">application/json.</param>
/// <param name="Occurredon">When it happened, as exactly as known.</param>
/// <param name="Recordedversion">Place in its stream, from 1.</param>
/// <param name="Cursor">Place in the feed, just after it.</param>
/// <param name="Commandid">The command it came from.</param>
/// <param name="Hash">SHA-256 that chains it to the event before in its stream, hexadecimal.</param>
/// <param name="Actor">Who recorded it.</param>
/// <param name="Office">The office acted for.</param>
/// <param name="Reason">Why, in the actor's words.</param>
/// <param name="Correlationid">Trace id of the request.</param>
/// <param name="Sourcetitle">The document it rests on.</param>
/// <param name="Sourcereference">Its number, page or address.</param>
/// <param name="Sourcedatedon">The date it bears.</param>
/// <param name="Data">The facts, exactly as stored.</param>
public sealed record CloudEventView(
    string Specversion, string Id, string Source, string Type, string Subject, string Time, string Datacontenttype, DateOfRecord Occurredon,
    long Recordedversion, string Cursor,
    Guid Commandid, string Hash, string Actor, string Office, string? Reason, string? Correlationid, string? Sourcetitle, string? Sourcereference, DateOfRecord? Sourcedatedon, JsonElement Data);
