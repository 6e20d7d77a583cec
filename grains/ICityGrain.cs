using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using Orleans;

namespace CityGrains.Grains;

/// <summary>One city. Its key is the city's id.</summary>
public interface ICityGrain : IGrainWithStringKey
{
    /// <summary>Decides a command and records what it leads to. When it answers Accepted, the events are on disk.</summary>
    Task<CommandOutcome> Execute([Immutable] CityCommand command, [Immutable] CommandContext context);
}
