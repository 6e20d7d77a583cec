using System.Globalization;
using System.Text.Json;

namespace CityGrains.Journal;

/// <summary>An event as it is stored: exactly the text that was hashed.</summary>
public sealed record RecordedEvent
{
    /// <summary>The form of <see cref="RecordedAt"/>: UTC, microseconds.</summary>
    public const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private const int InstantLength = 27;

    /// <summary>
    /// Unique number in the whole record, rising within a stream; 0 until it is committed. The order of the feed is <see cref="FeedCursor"/>'s.
    /// </summary>
    public long Position { get; init; }

    /// <summary>The transaction that recorded it, rising in the order of the feed; 0 where there is one writer, whose positions say it all.</summary>
    public long Transaction { get; init; }

    /// <summary>The stream it belongs to.</summary>
    public required StreamId Stream { get; init; }

    /// <summary>Place in its stream, from 1, without gaps.</summary>
    public required long Version { get; init; }

    /// <summary>Stable name with its version, <c>agreement-signed/1</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The facts, JSON in UTF-8.</summary>
    public required byte[] Data { get; init; }

    /// <summary>Who, why and on what source: <see cref="EventMeta"/>, JSON in UTF-8.</summary>
    public required byte[] Meta { get; init; }

    /// <summary>When it happened, as a <see cref="Domain.Record.DateOfRecord"/> is written.</summary>
    public required string OccurredOn { get; init; }

    /// <summary>When it was recorded, in <see cref="InstantFormat"/>.</summary>
    public required string RecordedAt { get; init; }

    /// <summary>The command it came from.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>Its place among the events of that command, from 0.</summary>
    public required int CommandIndex { get; init; }

    /// <summary>SHA-256 over the hash before it in its stream and its own stored text; see <see cref="HashChain"/>.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The written form of an instant.</summary>
    public static string Format(DateTimeOffset instant) => string.Create(InstantLength, instant.UtcDateTime, static (written, utc) =>
    {
        Span<char> ticks = stackalloc char[InstantLength + 1];
        utc.TryFormat(ticks, out _, "O", CultureInfo.InvariantCulture); // a digit more, and much faster than a form of one's own
        ticks[..^2].CopyTo(written);
        written[^1] = 'Z';
    });

    /// <summary>The instant of a written form.</summary>
    /// <exception cref="FormatException">The text has no such form.</exception>
    public static DateTimeOffset Instant(string written)
    {
        Span<char> ticks = stackalloc char[InstantLength + 1];
        if (written.Length != InstantLength || written[^1] != 'Z') throw new FormatException($"'{written}' is no instant as {InstantFormat}.");
        written.AsSpan(..^1).CopyTo(ticks);
        (ticks[^2], ticks[^1]) = ('0', 'Z');
        return DateTimeOffset.ParseExact(ticks, "O", CultureInfo.InvariantCulture);
    }
}

/// <summary>What every event carries beside its facts.</summary>
/// <param name="Actor">Who recorded it.</param>
/// <param name="Office">The office the actor acted for.</param>
/// <param name="CommandHash">SHA-256 of what was asked, lower-case hex.</param>
/// <param name="Source">The document it rests on.</param>
/// <param name="Reason">Why, in the actor's words.</param>
/// <param name="CorrelationId">Ties the events of one undertaking together.</param>
public sealed record EventMeta(
    string Actor, string Office, string CommandHash, Domain.Record.SourceDocument? Source, string? Reason, string? CorrelationId)
{
    /// <summary>Actor and office alone, which are written first; a fold needs no more.</summary>
    /// <exception cref="JsonException">What is stored is no such JSON.</exception>
    internal static (string Actor, string? Office) By(ReadOnlySpan<byte> meta)
    {
        var json = new Utf8JsonReader(meta);
        string? actor = null;
        while (json.Read())
        {
            if (json.TokenType is not JsonTokenType.PropertyName) continue;
            var (isActor, isOffice) = (json.ValueTextEquals("actor"u8), json.ValueTextEquals("office"u8));
            json.Read();
            if (isActor) actor = json.GetString();
            else if (isOffice && actor is not null) return (actor, json.GetString());
            json.Skip();
        }

        return (actor ?? throw new JsonException("The event does not say who recorded it."), null);
    }
}
