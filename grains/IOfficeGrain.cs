using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;
using Orleans;

namespace CityGrains.Grains;

/// <summary>One office. Its key is the office's id.</summary>
public interface IOfficeGrain : IGrainWithStringKey
{
    /// <summary>Decides a command and records what it leads to. When it answers Accepted, the events are on disk.</summary>
    Task<CommandOutcome> Execute([Immutable] OfficeCommand command, [Immutable] CommandContext context);
}
