using CityGrains.Api.Pages.Audit.Facts;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using Microsoft.AspNetCore.Http.Extensions;

namespace CityGrains.Api.Pages.Audit;

/// <summary>A record under inspection: what happened to it, and what two looks at it say differently.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Title">What it is called now.</param>
/// <param name="First">The first look.</param>
/// <param name="Second">The look it is compared with.</param>
public sealed record RecordAudit(StreamId Stream, string Title, Standpoint First, Standpoint Second)
{
    /// <summary>Parameters of the two looks.</summary>
    public const string On = "on", Known = "known", ToOn = "to-on", ToKnown = "to-known", Before = "before";

    /// <summary>How many events it consists of.</summary>
    public required long Events { get; init; }

    /// <summary>Every event's hash fits its text and the event before it.</summary>
    public required bool IsChained { get; init; }

    /// <summary>A page of events, the newest first.</summary>
    public required IReadOnlyList<AuditLine> Lines { get; init; }

    /// <summary>Events that the first look does not count.</summary>
    public required IReadOnlySet<long> Uncounted { get; init; }

    /// <summary>What the first look says.</summary>
    public required IReadOnlyList<Fact> Then { get; init; }

    /// <summary>What the looks say differently.</summary>
    public required IReadOnlyList<FactChange> Changes { get; init; }

    /// <summary>What is wrong with the question.</summary>
    public IEnumerable<FieldFault> Faults => First.Faults.Concat(Second.Faults);

    /// <summary>True when another look than that of now is asked for.</summary>
    public bool IsCompared => First.IsPast || Second.IsPast;

    /// <summary>Where it is inspected.</summary>
    public string Path => Link(Stream);

    /// <summary>Where a record is inspected.</summary>
    public static string Link(StreamId stream) => $"/audit/{StreamId.NameOf(stream.Kind)}/{stream.Id}";

    /// <summary>The proof of an event.</summary>
    public string Proof(long version) => FormattableString.Invariant($"/audit/proof?stream={Stream}&version={version}");

    /// <summary>The same looks, with the events before one.</summary>
    public string Older(long version)
    {
        var link = new QueryBuilder();
        foreach (var (name, value) in new[] { (On, First.On), (Known, First.Known), (ToOn, Second.On), (ToKnown, Second.Known) })
        {
            if (value.Length > 0) link.Add(name, value);
        }

        link.Add(Before, version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Path + link + "#events";
    }
}
