using CityGrains.Api.Access;
using CityGrains.Api.Imports.Maps;

namespace CityGrains.Api.Imports;

/// <summary>What is asked for: who imports what, by which map.</summary>
/// <param name="Map">How its rows are read.</param>
/// <param name="File">The file's name, for the source of each record.</param>
/// <param name="DryRun">A trial: nothing is written.</param>
/// <param name="Caller">Who imports it; the records are of this caller's office.</param>
/// <param name="CorrelationId">Ties its events together; the trace id of the request.</param>
internal sealed record ImportOrder(ImportMap Map, string File, bool DryRun, Caller Caller, string? CorrelationId);
