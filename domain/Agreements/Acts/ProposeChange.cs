using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Put forward to amend, extend, suspend or end an agreement; it gets an id, <c>ch1</c>. One of each kind at a time.</summary>
public sealed record ProposeChange(Change Change) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Given("change", Change, Change.Check);
}

/// <summary>A change was put forward.</summary>
public sealed record ChangeProposed(string Id, Change Change) : AgreementEvent;

/// <summary>Give a change up before it takes effect.</summary>
public sealed record DropChange(string Change, string Ground) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Text("change", Change).Text("ground", Ground, FieldChecks.Prose);
}

/// <summary>A change was given up.</summary>
public sealed record ChangeDropped(string Change, string Ground) : AgreementEvent;

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, ProposeChange command) =>
        Unchangeable(agreement, command.Change)
        ?? (agreement.Changes.FirstOrDefault(change => change.IsOpen && change.Change.Kind == command.Change.Kind) is { } other ? Refuse.ChangeUnderWay(other)
        : Accept(new ChangeProposed($"ch{agreement.Changes.Length + 1}", command.Change)));

    private static Decision Decide(Agreement agreement, DropChange command) =>
        NotAt(agreement, command.Change, ChangeState.Proposed, ChangeState.Consulting, ChangeState.Exempt, ChangeState.Approved)
        ?? Accept(new ChangeDropped(command.Change, command.Ground));

    /// <summary>What the agreement as it is forbids of a change, when it is proposed and again when it takes effect.</summary>
    private static Refusal? Unchangeable(Agreement agreement, Change change) =>
        !Changeable(change.Kind).Contains(agreement.State) ? Refuse.WrongState(agreement, "not-changeable", Changeable(change.Kind))
        : change.Successor == agreement.Id ? Refuse.OwnSuccessor()
        : change.Term is { } term && agreement.Term is { } present && !Lengthens(present, term) ? Refuse.NotLonger(present)
        : change.Renames.FirstOrDefault(name => agreement.Parties.All(party => party.Name != name.From)) is { } unknown ? Refuse.NoSuchParty(
            unknown.From, agreement)
        : null;

    private static IReadOnlyList<LegalState> Changeable(ChangeKind kind) => kind switch
    {
        ChangeKind.Amendment => Lifecycle.Live,
        ChangeKind.Extension => [.. Lifecycle.Live.Where(state => state is not Signed)],
        ChangeKind.Suspension => Lifecycle.Before(Suspended),
        ChangeKind.Termination => Lifecycle.Before(Terminated),
        ChangeKind.Withdrawal => Lifecycle.Before(Withdrawn),
        _ => Lifecycle.Before(Superseded),
    };

    private static bool Lengthens(Term present, Term longer) =>
        present.Until == DateOfRecord.Unknown || longer.Until == DateOfRecord.Unknown || present.Until.IsBefore(longer.Until);

    private static Refusal? NotAt(Agreement agreement, string id, params IReadOnlyList<ChangeState> needed) =>
        agreement.Process(id) is not { } change ? Refuse.NoSuchChange(id, agreement)
        : !needed.Contains(change.State) ? Refuse.WrongStep(change, needed)
        : null;
}

public sealed partial record Agreement
{
    private Agreement Apply(ChangeProposed e, DateOfRecord on, string actor) =>
        this with { Changes = Changes.Add(new ChangeProcess(e.Id, e.Change, actor, on)) };

    private Agreement Apply(ChangeDropped e) => Moved(e.Change, change => change with { State = ChangeState.Dropped });
}
