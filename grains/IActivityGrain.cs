using CityGrains.Domain.Activities;
using CityGrains.Domain.Record;
using Orleans;

namespace CityGrains.Grains;

/// <summary>One activity. Its key is the activity's id.</summary>
public interface IActivityGrain : IGrainWithStringKey
{
    /// <summary>Decides a command and records what it leads to. When it answers Accepted, the events are on disk.</summary>
    Task<CommandOutcome> Execute([Immutable] ActivityCommand command, [Immutable] CommandContext context);
}
