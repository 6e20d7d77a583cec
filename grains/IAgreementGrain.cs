using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using Orleans;

namespace CityGrains.Grains;

/// <summary>One agreement, from signed to implemented. Its key is the agreement's id.</summary>
public interface IAgreementGrain : IGrainWithStringKey
{
    /// <summary>Decides a command and records what it leads to. When it answers Accepted, the events are on disk.</summary>
    Task<CommandOutcome> Execute([Immutable] AgreementCommand command, [Immutable] CommandContext context);
}
