using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CityGrains.Domain.Access;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Record;

/// <summary>How a subject's events fold to its state, and its state to its row.</summary>
/// <typeparam name="TState">The subject's state.</typeparam>
/// <typeparam name="TEvent">Its events.</typeparam>
/// <param name="Kind">The kind of its streams.</param>
/// <param name="Format">Format of the state's JSON.</param>
/// <param name="Json">Reads and writes the state.</param>
/// <param name="Unrecorded">The state before the first event.</param>
/// <param name="Evolve">The state after one more event.</param>
/// <param name="AsOf">The state of an id as a look back at its history shows it.</param>
/// <param name="FirstDay">The first day a state is there on; null when it is not there at all, or on every day.</param>
/// <param name="Row">The row of a state that ends with the given event.</param>
/// <param name="Keys">What that row is filtered, counted and found by.</param>
/// <param name="Outline">The one word a caller is told after a command; null when it has none.</param>
public sealed record RecordType<TState, TEvent>(
    StreamKind Kind,
    int Format,
    JsonTypeInfo<TState> Json,
    Func<string, TState> Unrecorded,
    Func<TState, Happening<TEvent>, TState> Evolve,
    Func<string, IReadOnlyList<Happening<TEvent>>, AsOf, TState> AsOf,
    Func<TState, DateOnly?> FirstDay,
    Func<TState, LastEvent, IRow> Row,
    Func<TState, RowKeys> Keys,
    Func<TState, string?> Outline)
    where TState : class
    where TEvent : DomainEvent
{
    /// <summary>The state after a stored event.</summary>
    /// <exception cref="UnknownEventException">A newer program wrote the event.</exception>
    public TState Evolved(TState state, RecordedEvent recorded) => Evolve(state, Read(recorded));

    /// <summary>A stored event as the domain knows it.</summary>
    /// <exception cref="UnknownEventException">A newer program wrote the event.</exception>
    public static Happening<TEvent> Read(RecordedEvent recorded)
    {
        var (actor, office) = EventMeta.By(recorded.Meta);
        var happened = (TEvent)JsonSerializer.Deserialize(recorded.Data, JournalJson.Default.GetTypeInfo(EventNames.TypeOf(recorded.Type))!)!;
        return new(happened, DateOfRecord.Parse(recorded.OccurredOn), RecordedEvent.Instant(recorded.RecordedAt), actor) { Version = recorded.Version,
            Office = office };
    }
}

/// <summary>The subjects whose streams the journal keeps.</summary>
public static class RecordTypes
{
    /// <summary>Agreements.</summary>
    public static RecordType<Agreement, AgreementEvent> Agreement { get; } = new(
        StreamKind.Agreement, AgreementRow.Format, JournalJson.Default.Agreement,
        Domain.Agreements.Agreement.Unrecorded, Domain.Agreements.Agreement.Evolve, Domain.Agreements.Agreement.AsOf, agreement =>
            agreement.Periods.Min(period => period.From),
        AgreementRow.From, AgreementRow.KeysOf, agreement => agreement.State.ToString());

    /// <summary>Cities.</summary>
    public static RecordType<City, CityEvent> City { get; } = new(
        StreamKind.City, CityRow.Format, JournalJson.Default.City,
        Domain.Cities.City.Unrecorded, Domain.Cities.City.Evolve, Domain.Cities.City.AsOf, city => city.Registration?.On.Earliest,
        CityRow.From, CityRow.KeysOf, _ => null);

    /// <summary>Offices.</summary>
    public static RecordType<Office, OfficeEvent> Office { get; } = new(
        StreamKind.Office, OfficeRow.Format, JournalJson.Default.Office,
        Domain.Offices.Office.Unrecorded, Domain.Offices.Office.Evolve, Domain.Offices.Office.AsOf, office => office.Registration?.On.Earliest,
        OfficeRow.From, OfficeRow.KeysOf, office => office.Standing.ToString());

    /// <summary>Activities.</summary>
    public static RecordType<Activity, ActivityEvent> Activity { get; } = new(
        StreamKind.Activity, ActivityRow.Format, JournalJson.Default.Activity,
        Domain.Activities.Activity.Unrecorded, Domain.Activities.Activity.Evolve, Domain.Activities.Activity.AsOf, activity =>
            activity.Registration?.On.Earliest,
        ActivityRow.From, ActivityRow.KeysOf, activity => activity.State.ToString());

    /// <summary>Days of the access log.</summary>
    public static RecordType<AccessDay, AccessEvent> Access { get; } = new(
        StreamKind.Access, AccessDayRow.Format, JournalJson.Default.AccessDay, AccessDay.Unrecorded, AccessDay.Evolve, AccessDay.AsOf, _ => null, AccessDayRow.From, AccessDayRow.KeysOf, _ => null);
}
