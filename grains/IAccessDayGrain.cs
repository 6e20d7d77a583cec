using CityGrains.Domain.Access;
using CityGrains.Domain.Record;
using Orleans;

namespace CityGrains.Grains;

/// <summary>One day of the access log, of all nodes. Its key is the day.</summary>
public interface IAccessDayGrain : IGrainWithStringKey
{
    /// <summary>Notes what happened. When it answers Accepted, it is on disk.</summary>
    Task<CommandOutcome> Execute([Immutable] NoteAccess command, [Immutable] CommandContext context);
}
