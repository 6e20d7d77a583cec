using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Rows;

/// <summary>Something a person should know about a row that goes in all the same.</summary>
/// <param name="Column">Name of the column as the file has it.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Code">Stable code, <c>import/…</c>.</param>
/// <param name="Message">What to know.</param>
internal sealed record RowRemark(string? Column, string? Value, string Code, Sentence Message);
