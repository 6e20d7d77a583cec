using CityGrains.Domain.Access;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;

namespace CityGrains.Grains;

/// <summary>One day of the access log: a sequence of events as any other, chained, sealed and verified as they are.</summary>
public sealed class AccessDayGrain(IJournal journal) : RecordGrain<AccessDay, NoteAccess, AccessEvent>(journal, RecordTypes.Access), IAccessDayGrain
{
    /// <inheritdoc/>
    protected override Decision<AccessEvent> Decide(AccessDay day, NoteAccess command, CommandContext context) => AccessDay.Decide(command);
}
