using CityGrains.Api.Imports.Cells;
using CityGrains.Grains;

namespace CityGrains.Api.Imports.Rows;

/// <summary>How a row ended.</summary>
/// <param name="Status">How its agreement ended.</param>
internal sealed record RowVerdict(CommandStatus Status)
{
    /// <summary>Why it is refused; empty unless it is.</summary>
    public IReadOnlyList<CellFault> Faults { get; init; } = [];

    /// <summary>What to know all the same.</summary>
    public RowRemark? Remark { get; init; }

    /// <summary>It is in the record now.</summary>
    public static RowVerdict Accepted { get; } = new(CommandStatus.Accepted);

    /// <summary>It was in the record before.</summary>
    public static RowVerdict Unchanged { get; } = new(CommandStatus.Unchanged);
}
