using System.Collections.Immutable;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

public sealed partial record Agreement
{
    /// <summary>Every change that was proposed, in order, whatever became of it.</summary>
    public ImmutableArray<ChangeProcess> Changes { get; init; } = [];

    /// <summary>The suspensions in force.</summary>
    public ImmutableArray<Suspension> Suspensions { get; init; } = [];

    /// <summary>Id of the agreement that took its place; null when none did.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>The change of that id, if there is one.</summary>
    internal ChangeProcess? Process(string id) => Changes.FirstOrDefault(change => change.Id == id);

    private Agreement Moved(string id, Func<ChangeProcess, ChangeProcess> move) =>
        this with { Changes = [.. Changes.Select(change => change.Id == id ? move(change) : change)] };

    private Agreement InForce(string id, DateOfRecord on) => Moved(id, change => change with { State = ChangeState.Effective, EffectiveOn = on });

    /// <summary>An end leaves nothing to suspend or to change.</summary>
    private Agreement End(LegalState state, DateOfRecord on) => Enter(state, on) with
    {
        Suspensions = [],
        Changes = [.. Changes.Select(change => change.IsOpen ? change with { State = ChangeState.Lapsed } : change)],
    };
}
