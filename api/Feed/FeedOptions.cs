using CityGrains.Silo;

namespace CityGrains.Api.Feed;

/// <summary>How the feed is served.</summary>
public sealed record FeedOptions
{
    /// <summary>Names this record in events, a URI-reference; <c>CityGrains__Source</c> sets it where several records feed one reader.</summary>
    public string Source { get; init; } = EventSource.Usual;

    /// <summary>A reader hears something at least this often.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often to look for what other nodes have committed; this node's own commits are told at once.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A reader that takes nothing for so long is let go.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How many may follow the feed at once.</summary>
    public int MostReaders { get; init; } = 500;

    /// <summary>A reader is not sent to more often, however fast events come.</summary>
    public TimeSpan Breath { get; init; } = TimeSpan.FromMilliseconds(10);
}
