using CityGrains.Api.Audit;

namespace CityGrains.Api.Pages.Audit;

/// <summary>Whether today's record begins with what a checkpoint was signed of.</summary>
/// <param name="Text">The checkpoint as it was handed in; empty: none was.</param>
/// <param name="Fault">The key of what is wrong with it; null: nothing.</param>
public sealed record Growth(string Text, string? Fault)
{
    /// <summary>How many events it covers; null where none was read.</summary>
    public long? Size { get; init; }

    /// <summary>When it was signed.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>A key of this record signed it.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Its root is the root this record has at that size.</summary>
    public bool IsRoot { get; init; }

    /// <summary>From its size to the latest checkpoint.</summary>
    public ConsistencyView? Proof { get; init; }

    /// <summary>That proof holds.</summary>
    public bool OnlyGrew { get; init; }

    /// <summary>Nothing speaks against it.</summary>
    public bool Holds => IsSigned && IsRoot && OnlyGrew;
}
