namespace CityGrains.Domain.Record;

/// <summary>What a command leads to: events, or a refusal. No events and no refusal: what it asks for is already so.</summary>
/// <typeparam name="TEvent">The events of the subject that decides.</typeparam>
public sealed class Decision<TEvent>
{
    private Decision(IReadOnlyList<TEvent> events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    /// <summary>What happened, in order; empty when refused or nothing changed.</summary>
    public IReadOnlyList<TEvent> Events { get; }

    /// <summary>Why not; null when accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>What is asked for is already so.</summary>
    public static Decision<TEvent> Unchanged { get; } = new([], null);

    /// <summary>The command is accepted and leads to these events.</summary>
    public static Decision<TEvent> Accept(params IReadOnlyList<TEvent> events) => new(events, null);

    /// <summary>The command is refused.</summary>
    public static implicit operator Decision<TEvent>(Refusal refusal) => new([], refusal);
}
