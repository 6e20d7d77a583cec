using CityGrains.Domain.Record;

namespace CityGrains.Journal.Verification;

/// <summary>What a verification found.</summary>
/// <param name="Events">Events examined.</param>
/// <param name="Streams">Streams folded and compared with their rows.</param>
/// <param name="Findings">What is wrong, the earliest event first; at most <see cref="MostFindings"/>.</param>
/// <param name="FindingCount">How much is wrong in all.</param>
public sealed record VerificationReport(long Events, long Streams, IReadOnlyList<Finding> Findings, long FindingCount)
{
    /// <summary>Beyond this findings are only counted.</summary>
    public const int MostFindings = 100;

    /// <summary>How many of the events, from the first one, the latest checkpoint that holds covers; null where checkpoints were not looked at.</summary>
    public long? Covered { get; init; }

    /// <summary>Nothing is wrong.</summary>
    public bool IsIntact => FindingCount == 0;

    /// <summary>What both found, of the same events.</summary>
    public VerificationReport And(VerificationReport other)
    {
        var findings = new Findings();
        foreach (var finding in Findings.Concat(other.Findings)) findings.Add(finding);
        return new VerificationReport(Math.Max(Events, other.Events), Math.Max(Streams, other.Streams), findings.Earliest, FindingCount + other.FindingCount)
        {
            Covered = Covered ?? other.Covered,
        };
    }

    /// <summary>The first bad event, or the first thing wrong elsewhere; null when all is well.</summary>
    public Finding? First => Findings.Count == 0 ? null : Findings[0];
}

/// <summary>Something that is not as the record says.</summary>
/// <param name="What">The part of the store it is in.</param>
/// <param name="Stream">The stream, as it is written in the store; null when it concerns none.</param>
/// <param name="Version">The version in it; null when it concerns no single event.</param>
/// <param name="Position">The event's position; null when it concerns no single event.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record Finding(VerifiedPart What, string? Stream, long? Version, long? Position, Sentence Reason);

/// <summary>The parts of a store, in the order they are looked at.</summary>
public enum VerifiedPart
{
    /// <summary>The file itself, as the database sees it.</summary>
    File,

    /// <summary>The events: chain, versions, types.</summary>
    Events,

    /// <summary>The rows against the fold of their streams.</summary>
    Rows,

    /// <summary>The counters against a recount.</summary>
    Counters,

    /// <summary>The index of words and facets against the rows.</summary>
    Index,

    /// <summary>The periods that other days are counted from, against the rows.</summary>
    Periods,

    /// <summary>The clocks that deadlines are told by, against the rows.</summary>
    Clocks,

    /// <summary>The rows that belong to records, requests for one, against the fold of their streams.</summary>
    Belongings,

    /// <summary>The seals: the tree against the events, checkpoints and keys against their signatures.</summary>
    Seals,
}

/// <summary>How far a verification has come.</summary>
/// <param name="Part">What it looks at now.</param>
/// <param name="Done">Events done.</param>
/// <param name="Total">Events in all.</param>
public sealed record VerificationProgress(VerifiedPart Part, long Done, long Total);

/// <summary>How far a rebuild has come.</summary>
/// <param name="Done">Events folded.</param>
/// <param name="Total">Events in all.</param>
public sealed record RebuildProgress(long Done, long Total);
