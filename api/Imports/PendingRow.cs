using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Rows;

namespace CityGrains.Api.Imports;

/// <summary>A row on its way, in the order of the file.</summary>
/// <param name="Line">The line it begins on.</param>
/// <param name="Raw">Its text as it stands in the file.</param>
/// <param name="Remarks">What to know about it.</param>
internal sealed record PendingRow(int Line, string Raw, IReadOnlyList<RowRemark> Remarks)
{
    /// <summary>What is wrong with its cells; empty where nothing is.</summary>
    public IReadOnlyList<CellFault> Faults { get; init; } = [];

    /// <summary>The line that said the same before it; null where none did.</summary>
    public int? DuplicateOf { get; init; }

    /// <summary>How it ends; null where it is refused or a duplicate.</summary>
    public Task<RowVerdict>? Verdict { get; init; }
}
