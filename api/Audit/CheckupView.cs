using CityGrains.Domain.Record;
using CityGrains.Journal.Verification;

namespace CityGrains.Api.Audit;

/// <summary>How a verification of the whole store stands.</summary>
/// <param name="Status"><c>never</c>, <c>running</c>, <c>intact</c>, <c>broken</c>, or <c>failed</c> when the store could not be read.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="EndedAt">When it ended, UTC.</param>
public sealed record CheckupView(string Status, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt)
{
    /// <summary>While it runs: what it looks at.</summary>
    public VerifiedPart? Part { get; init; }

    /// <summary>While it runs: events done.</summary>
    public long? Done { get; init; }

    /// <summary>While it runs: events in all.</summary>
    public long? Total { get; init; }

    /// <summary>Events examined.</summary>
    public long? Events { get; init; }

    /// <summary>How many of the events the latest checkpoint covers.</summary>
    public long? Covered { get; init; }

    /// <summary>Streams folded.</summary>
    public long? Streams { get; init; }

    /// <summary>How much is wrong.</summary>
    public long? FindingCount { get; init; }

    /// <summary>What is wrong, the earliest event first; at most 100.</summary>
    public IReadOnlyList<FindingView>? Findings { get; init; }
}

/// <summary>Something that is not as the record says.</summary>
/// <param name="Part">The part of the store it is in.</param>
/// <param name="Stream">The stream, where it concerns one.</param>
/// <param name="Version">The version, where it concerns one event.</param>
/// <param name="Position">The event's position, likewise.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record FindingView(VerifiedPart Part, string? Stream, long? Version, long? Position, Sentence Reason)
{
    internal static FindingView Of(Finding finding) => new(finding.What, finding.Stream, finding.Version, finding.Position, finding.Reason);
}
