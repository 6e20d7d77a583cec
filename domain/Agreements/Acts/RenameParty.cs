using CityGrains.Domain.Checks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Record that a party bears another name; it stays the same body.</summary>
public sealed record RenameParty(string Party, string NewName, DateOfRecord RenamedOn, string Ground) : AgreementCommand
{
    /// <summary>The party's country, where several parties bear the name.</summary>
    public Country? Country { get; init; }

    internal override void Check(FieldChecks fields)
    {
        fields.Text("party", Party).Text("newName", NewName).Known("renamedOn", RenamedOn).Text("ground", Ground, FieldChecks.Prose);
        if (Country is { } country) Country.Check(fields, "country", country);
    }
}

/// <summary>A party bears another name.</summary>
public sealed record PartyRenamed(string From, Country Country, string To, DateOfRecord RenamedOn, string Ground) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => RenamedOn;
}

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, RenameParty command, CommandContext context) =>
        Unnamed(agreement, command.Party, command.Country) ?? Later("renamedOn", command.RenamedOn, context)
        ?? Renamed(agreement.Named(command.Party, command.Country)[0], command);

    private static Decision Renamed(Party party, RenameParty command) =>
        party.Name == command.NewName ? Decision.Unchanged
        : Accept(new PartyRenamed(party.Name, party.Country, command.NewName, command.RenamedOn, command.Ground));

    /// <summary>One party of an agreement that has not ended must be meant.</summary>
    private static Refusal? Unnamed(Agreement agreement, string name, Country? country) =>
        !Lifecycle.Unended.Contains(agreement.State) ? Refuse.WrongState(agreement, "ended", Lifecycle.Unended)
        : agreement.Named(name, country) switch
        {
            [] => Refuse.NoSuchParty(name, agreement),
            [_] => null,
            _ => Refuse.PartyAmbiguous(name),
        };
}

public sealed partial record Agreement
{
    /// <summary>The parties of a name, however it is composed or capitalised, and of a country where one is given.</summary>
    internal IReadOnlyList<Party> Named(string name, Country? country) =>
        [.. Parties.Where(party => party.IsNamed(name, country)).DistinctBy(party => (party.Name, party.Country.Key))];

    private Agreement Apply(PartyRenamed e) => this with
    {
        Entered = AsEntered,
        Parties = [.. Parties.Select(party => party.Name == e.From && party.Country.Key == e.Country.Key ? party with { Name = e.To } : party)],
    };
}
