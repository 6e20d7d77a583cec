using System.Collections.Immutable;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Clocks;

/// <summary>What a reader should notice of an agreement; derived when asked, never stored as a fact.</summary>
public enum FlagKind
{
    /// <summary>Chưa có kế hoạch: signed, and no plan within the time the office sets.</summary>
    NoPlan,

    /// <summary>Đình trệ: a plan, and nothing done under it for the time the office sets.</summary>
    Stalled,

    /// <summary>Quá hạn: something owed by law or promised is late.</summary>
    Overdue,

    /// <summary>Sắp hết hiệu lực: the term ends within the time the office sets.</summary>
    Expiring,

    /// <summary>Im lặng: live, and nothing recorded of it for the time the office sets.</summary>
    Silent,

    /// <summary>Không khớp: the progress declared is not what the commitments say.</summary>
    Mismatch,
}

/// <summary>A flag with its reason.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Why">One sentence, with the events it rests on.</param>
/// <param name="Events">Those events, <c>agr-2024-000123@7</c>.</param>
public sealed record Flag(FlagKind Kind, Sentence Why, ImmutableArray<string> Events);
