using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Cells;

/// <summary>Why a cell, and with it its row, is refused.</summary>
/// <param name="Column">Name of the column as the file has it; null where the fault is no one cell's.</param>
/// <param name="Value">What stands in the cell.</param>
/// <param name="Code">Stable code, <c>import/…</c> or that of the domain.</param>
/// <param name="Message">What is wrong and what is expected.</param>
internal sealed record CellFault(string? Column, string? Value, string Code, Sentence Message);
