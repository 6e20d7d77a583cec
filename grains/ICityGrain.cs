using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using Orleans;

namespace CityGrains.Grains;

/// <summary>One city. Its key is the city's id.</summary>
public interface ICityGrain : IGrainWithStringKey
{
    /// <summary>Decides a command and records what it leads to. When it answers Accepted, the events are on disk.</summary>
    Task<CommandOutcome> Execute([Immutable] CityCommand command, [Immutable] CommandContext context);

    /// <summary>The same, for a record that nobody is likely to ask again soon, as in an import: the grain leaves memory afterwards.</summary>
    Task<CommandOutcome> ExecuteAndLeave([Immutable] CityCommand command, [Immutable] CommandContext context);

    /// <summary>The same, and sooner where the record is new, as most of an import are.</summary>
    Task<CommandOutcome> EnterAndLeave([Immutable] CityCommand command, [Immutable] CommandContext context);
}
