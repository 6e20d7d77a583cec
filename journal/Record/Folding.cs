using CityGrains.Domain.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Record;

/// <summary>The fold of one stream on its way: event after event to a state, and the state to its row.</summary>
public abstract class Folding
{
    /// <summary>Begins the fold of a stream.</summary>
    public static Folding Of(StreamId stream) => stream.Kind switch
    {
        StreamKind.Agreement => new FoldingOf<Domain.Agreements.Agreement, Domain.Agreements.AgreementEvent>(RecordTypes.Agreement, stream.Id),
        StreamKind.City => new FoldingOf<Domain.Cities.City, Domain.Cities.CityEvent>(RecordTypes.City, stream.Id),
        StreamKind.Office => new FoldingOf<Domain.Offices.Office, Domain.Offices.OfficeEvent>(RecordTypes.Office, stream.Id),
        StreamKind.Activity => new FoldingOf<Domain.Activities.Activity, Domain.Activities.ActivityEvent>(RecordTypes.Activity, stream.Id),
        StreamKind.Access => new FoldingOf<Domain.Access.AccessDay, Domain.Access.AccessEvent>(RecordTypes.Access, stream.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(stream), stream.Kind, "No rows are kept of this kind."),
    };

    /// <summary>One more event, the next of its stream.</summary>
    /// <exception cref="UnknownEventException">A newer program wrote the event.</exception>
    public abstract void Add(RecordedEvent recorded);

    /// <summary>The row of the state so far.</summary>
    public abstract IRow Row();
}

/// <summary>The fold of one stream of a known kind.</summary>
/// <typeparam name="TState">What it folds to.</typeparam>
/// <typeparam name="TEvent">Its events.</typeparam>
internal sealed class FoldingOf<TState, TEvent>(RecordType<TState, TEvent> type, string id) : Folding
    where TState : class
    where TEvent : DomainEvent
{
    private TState _state = type.Unrecorded(id);
    private LastEvent _last = LastEvent.None;

    /// <inheritdoc/>
    public override void Add(RecordedEvent recorded)
    {
        _state = type.Evolved(_state, recorded);
        _last = new LastEvent(recorded.Hash, recorded.RecordedAt);
    }

    /// <inheritdoc/>
    public override IRow Row() => type.Row(_state, _last);
}
