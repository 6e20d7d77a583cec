using CityGrains.Domain.Checks;

namespace CityGrains.Domain.Record;

/// <summary>Who asks for a command, when, and on what ground: everything an event records beside its own facts.</summary>
/// <param name="CommandId">Identity of the command; the same id again is the same command.</param>
/// <param name="CommandHash">SHA-256 of what was asked, lower-case hex: tells a retry from a reused id.</param>
/// <param name="Actor">Name of the person or key that asks.</param>
/// <param name="Office">Office the actor acts for.</param>
/// <param name="Now">The instant of asking, UTC.</param>
public sealed record CommandContext(Guid CommandId, string CommandHash, string Actor, string Office, DateTimeOffset Now)
{
    /// <summary>When it happened; null: as <see cref="DateOf"/> says.</summary>
    public DateOfRecord? OccurredOn { get; init; }

    /// <summary>The document the fact rests on, if one is named.</summary>
    public SourceDocument? Source { get; init; }

    /// <summary>Why, in the actor's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Ties the events of one undertaking together; the trace id of the request.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The version the caller saw; a command against another version is stale. Null: any version.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>Who asks may act on records of <see cref="Office"/> only, and on those whose work it took over; false: on any.</summary>
    public bool OwnOfficeOnly { get; init; }

    /// <summary>The day in Vietnam at the instant of asking.</summary>
    public DateOnly Today => VietnamTime.DayOf(Now);

    /// <summary>When something it records happened: as the event says itself, else as is stated here, else as is likely.</summary>
    public DateOfRecord DateOf(DomainEvent happened) => happened.HappenedOn() ?? OccurredOn ?? happened.OtherwiseOn(Today);

    internal void Check(FieldChecks fields)
    {
        fields.Past("occurredOn", OccurredOn ?? DateOfRecord.Unknown, Today).Optional("reason", Reason, FieldChecks.Prose);
        if (Source is null) return;
        fields.Text("source.title", Source.Title).Optional("source.reference", Source.Reference, 2000).Past("source.datedOn", Source.DatedOn, Today);
    }
}
