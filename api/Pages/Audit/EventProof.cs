using CityGrains.Api.Audit;
using CityGrains.Journal;

namespace CityGrains.Api.Pages.Audit;

/// <summary>What shows that an event is as it was recorded, each step with its outcome.</summary>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its place there.</param>
/// <param name="Line">The event; null of an entry of the access log.</param>
/// <param name="Type">Its type, <c>agreement-signed/1</c>.</param>
public sealed record EventProof(StreamId Stream, long Version, AuditLine? Line, string Type)
{
    /// <summary>The hash of the event before it; zeros before the first.</summary>
    public required string Previous { get; init; }

    /// <summary>Its hash fits its text and the event before it.</summary>
    public required bool IsChained { get; init; }

    /// <summary>Its way to the root of the latest checkpoint.</summary>
    public required InclusionView Inclusion { get; init; }

    /// <summary>That way leads there.</summary>
    public required bool IsIncluded { get; init; }

    /// <summary>The checkpoint's signature is a key's of the record.</summary>
    public required bool IsSigned { get; init; }

    /// <summary>From the first checkpoint that covers it to the latest; null where these are one.</summary>
    public ConsistencyView? Growth { get; init; }

    /// <summary>The later begins with the earlier.</summary>
    public bool OnlyGrew { get; init; } = true;

    /// <summary>Nothing speaks against it.</summary>
    public bool Holds => IsChained && IsIncluded && IsSigned && OnlyGrew;
}
