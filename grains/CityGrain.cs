using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;

namespace CityGrains.Grains;

/// <summary>One city: the sequence of what happened to it, decided by <see cref="CityDecider"/>.</summary>
public sealed class CityGrain(IJournal journal)
    : RecordGrain<City, CityCommand, CityEvent>(journal, RecordTypes.City), ICityGrain
{
    /// <inheritdoc/>
    protected override Decision<CityEvent> Decide(City city, CityCommand command, CommandContext context) =>
        CityDecider.Decide(city, command, context);
}
