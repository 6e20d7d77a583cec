using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Grains;

/// <summary>
/// One office: the sequence of what happened to it, decided by <see cref="OfficeDecider"/>, which also looks at what other offices there are.
/// </summary>
public sealed class OfficeGrain(IJournal journal, KnownOffices offices)
    : RecordGrain<Office, OfficeCommand, OfficeEvent>(journal, RecordTypes.Office), IOfficeGrain
{
    private OfficeBook _others = OfficeBook.Empty;

    /// <inheritdoc/>
    async Task<CommandOutcome> IOfficeGrain.Execute(OfficeCommand command, CommandContext context)
    {
        _others = await offices.Read();
        return await Execute(command, context);
    }

    /// <inheritdoc/>
    protected override Decision<OfficeEvent> Decide(Office office, OfficeCommand command, CommandContext context) =>
        OfficeDecider.Decide(office, command, context, _others);
}
