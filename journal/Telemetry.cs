using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CityGrains.Journal;

/// <summary>What the rooms measure and trace, all under the name <c>CityGrains</c>.</summary>
public static class Telemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "CityGrains";

    private static readonly Meter Meter = new(Name);

    /// <summary>Spans: a command in its grain, an append to the journal, a commit.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Commands by <c>verb</c> and <c>status</c>.</summary>
    public static Counter<long> Commands { get; } = Meter.CreateCounter<long>("citygrains.commands", "{command}", "Commands decided");

    /// <summary>Refusals by <c>verb</c> and <c>code</c>.</summary>
    public static Counter<long> Refusals { get; } = Meter.CreateCounter<long>("citygrains.refusals", "{command}", "Commands refused");

    /// <summary>Time from the call of an append to its acknowledgement, seconds.</summary>
    public static Histogram<double> AppendDuration { get; } = Meter.CreateHistogram<double>(
        "citygrains.journal.append.duration", "s", "Time until an append is on disk");

    /// <summary>Appends in one transaction.</summary>
    public static Histogram<int> BatchSize { get; } = Meter.CreateHistogram<int>("citygrains.journal.batch.size", "{append}", "Appends in one transaction");

    /// <summary>Appends that wait for the disk.</summary>
    public static UpDownCounter<long> Waiting { get; } = Meter.CreateUpDownCounter<long>(
        "citygrains.journal.queue", "{append}", "Appends that wait for the disk");

    /// <summary>Events that were sealed.</summary>
    public static Counter<long> Sealed { get; } = Meter.CreateCounter<long>("citygrains.sealed", "{event}", "Events appended to the tree of seals");

    /// <summary>Readers that follow the feed now.</summary>
    public static UpDownCounter<long> FeedReaders { get; } = Meter.CreateUpDownCounter<long>(
        "citygrains.feed.readers", "{reader}", "Readers that follow the feed");

    /// <summary>Time from an event's recording until it was sent to who follows the feed, by <c>reader</c>: <c>stream</c> or <c>webhook</c>; seconds.</summary>
    public static Histogram<double> FeedLag { get; } = Meter.CreateHistogram<double>(
        "citygrains.feed.lag", "s", "Time until an event was sent to who follows the feed");

    /// <summary>Readers that were let go because they took nothing for too long.</summary>
    public static Counter<long> FeedReadersDropped { get; } = Meter.CreateCounter<long>(
        "citygrains.feed.readers.dropped", "{reader}", "Readers let go for being slow");

    /// <summary>Attempts to tell a receiver of an event, by <c>outcome</c>.</summary>
    public static Counter<long> Deliveries { get; } = Meter.CreateCounter<long>(
        "citygrains.webhook.deliveries", "{attempt}", "Attempts to deliver an event to a webhook");

    /// <summary>Activations of record grains by <c>grain</c>.</summary>
    public static UpDownCounter<long> Activations { get; } = Meter.CreateUpDownCounter<long>("citygrains.activations", "{grain}", "Record grains in memory");
}
