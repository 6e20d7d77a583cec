using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;

namespace CityGrains.Grains;

/// <summary>One office: the sequence of what happened to it, decided by <see cref="OfficeDecider"/>.</summary>
public sealed class OfficeGrain(IJournal journal)
    : RecordGrain<Office, OfficeCommand, OfficeEvent>(journal, RecordTypes.Office), IOfficeGrain
{
    /// <inheritdoc/>
    protected override Decision<OfficeEvent> Decide(Office office, OfficeCommand command, CommandContext context) =>
        OfficeDecider.Decide(office, command, context);
}
