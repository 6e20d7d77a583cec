using CityGrains.Api.Commands;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Grains;
using CityGrains.Journal.Record;
using Orleans;

namespace CityGrains.Api.Imports.Edits;

/// <summary>A kind of record that sheets edit.</summary>
/// <param name="Type">How it is kept.</param>
/// <param name="List">The list its ids are found in: <c>agreements</c>.</param>
/// <param name="Decide">What a command leads to.</param>
/// <param name="Send">Asks the grain.</param>
/// <param name="Version">How many events it consists of.</param>
/// <param name="Office">Whose it is; null where any office may change it.</param>
internal sealed record EditSubject<TState, TCommand, TEvent>(
    RecordType<TState, TEvent> Type, string List, Func<TState, TCommand, CommandContext, Decision<TEvent>> Decide,
    Func<IGrainFactory, string, TCommand, CommandContext, Task<CommandOutcome>> Send, Func<TState, long> Version, Func<TState, string?> Office)
    where TState : class
    where TEvent : DomainEvent;

/// <summary>The kinds there are.</summary>
internal static class EditSubjects
{
    public static EditSubject<Agreement, AgreementCommand, AgreementEvent> Agreements { get; } = new(
        RecordTypes.Agreement, Subject.Agreement.Name, AgreementDecider.Decide,
        (grains, id, command, context) => grains.GetGrain<IAgreementGrain>(id).ExecuteAndLeave(command, context),
        agreement => agreement.Version, agreement => agreement.Office);

    public static EditSubject<City, CityCommand, CityEvent> Cities { get; } = new(
        RecordTypes.City, Subject.City.Name, CityDecider.Decide,
        (grains, id, command, context) => grains.GetGrain<ICityGrain>(id).ExecuteAndLeave(command, context), city => city.Version, _ => null);

    public static EditSubject<Activity, ActivityCommand, ActivityEvent> Activities { get; } = new(
        RecordTypes.Activity, Subject.Activity.Name, ActivityDecider.Decide,
        (grains, id, command, context) => grains.GetGrain<IActivityGrain>(id).Execute(command, context),
        activity => activity.Version, activity => activity.Office);
}
