using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

/// <summary>The agreement was amended by the change <paramref name="Change"/>.</summary>
public sealed record AgreementAmended(
    string Change, DateOfRecord EffectiveOn, IReadOnlyList<AmendedProvision> Provisions, AgreementTitle? Title, IReadOnlyList<NewName> Renames,
    string Ground, string DecisionNumber) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => EffectiveOn;
}

/// <summary>The agreement was extended: <paramref name="From"/> was its term, <paramref name="To"/> is.</summary>
public sealed record AgreementExtended(string Change, DateOfRecord EffectiveOn, Term? From, Term To, string Ground, string DecisionNumber) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => EffectiveOn;
}

public sealed partial record Agreement
{
    private Agreement Apply(AgreementAmended e) => InForce(e.Change, e.EffectiveOn) with
    {
        Entered = AsEntered,
        Title = e.Title ?? Title,
        Parties = [.. Parties.Select(party => e.Renames.LastOrDefault(name => name.From == party.Name) is { } name ? party with { Name = name.To } : party)],
    };

    private Agreement Apply(AgreementExtended e) => InForce(e.Change, e.EffectiveOn) with { Term = e.To };
}
