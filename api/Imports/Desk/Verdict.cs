using CityGrains.Domain.Record;
using CityGrains.Grains;

namespace CityGrains.Api.Imports.Desk;

/// <summary>How a command of an import ended.</summary>
/// <param name="Status">How.</param>
/// <param name="Refusal">Why not; null unless refused.</param>
internal sealed record Verdict(CommandStatus Status, Refusal? Refusal = null);
