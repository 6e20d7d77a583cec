using System.Collections.Immutable;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>How much of a party's place an heir takes: Decree 177/2025/NĐ-CP, art. 6, 7.</summary>
public enum SuccessionExtent
{
    /// <summary>Kế thừa toàn bộ: the heir takes the party's place.</summary>
    Full,

    /// <summary>Kế thừa một phần: the heir stands beside the party.</summary>
    Part,
}

/// <summary>A succession as it is kept with an agreement.</summary>
/// <param name="Id">Id within the agreement, <c>s1</c>.</param>
/// <param name="From">The party that was.</param>
/// <param name="Successor">Its heir.</param>
/// <param name="Extent">How much passed on.</param>
/// <param name="Part">What passed on, where that is a part.</param>
/// <param name="SucceededOn">When.</param>
/// <param name="Notices">Which partners were told.</param>
public sealed record Succession(
    string Id, Party From, Party Successor, SuccessionExtent Extent, string? Part, DateOfRecord SucceededOn, ImmutableArray<PartnerNotice> Notices);

/// <summary>A partner was told of a succession.</summary>
/// <param name="Partner">The party told, by its name.</param>
/// <param name="NotifiedOn">When.</param>
/// <param name="Document">Number of the letter.</param>
public sealed record PartnerNotice(string Partner, DateOfRecord NotifiedOn, string Document);

/// <summary>Record that a party's place passed to an heir, as after a merger.</summary>
public sealed record SucceedParty(string Party, Party Successor, SuccessionExtent Extent, DateOfRecord SucceededOn, string Ground) : AgreementCommand
{
    /// <summary>The party's country, where several parties bear the name.</summary>
    public Country? Country { get; init; }

    /// <summary>What passes on, where that is a part.</summary>
    public string? Part { get; init; }

    internal override void Check(FieldChecks fields)
    {
        fields.Text("party", Party).Given("successor", Successor, Agreements.Party.Check).OneOf("extent", Extent).Known("succeededOn", SucceededOn)
            .Text("ground", Ground, FieldChecks.Prose).Optional("part", Part, FieldChecks.Prose)
            .Must(Extent is not SuccessionExtent.Part || Part is not null, "part", "kế thừa một phần phải nêu phần nào",
                "must say what passes on where only a part does")
            .Must(Extent is not SuccessionExtent.Full || Part is null, "part", "chỉ dùng khi kế thừa một phần", "belongs to a succession in part");
        if (Country is { } country) Country.Check(fields, "country", country);
    }
}

/// <summary>A party's place passed to an heir.</summary>
public sealed record PartySucceeded(
    string Id, Party From, Party Successor, SuccessionExtent Extent, string? Part, DateOfRecord SucceededOn, string Ground) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => SucceededOn;
}

/// <summary>Record that a partner was told of a succession: Decree 177/2025/NĐ-CP, art. 6, 7.</summary>
public sealed record NotifyPartner(string Succession, string Partner, DateOfRecord NotifiedOn, string Document) : AgreementCommand
{
    internal override void Check(FieldChecks fields) =>
        fields.Text("succession", Succession).Text("partner", Partner).Known("notifiedOn", NotifiedOn).Text("document", Document);
}

/// <summary>A partner was told of a succession.</summary>
public sealed record PartnerNotifiedOfSuccession(string Succession, string Partner, DateOfRecord NotifiedOn, string Document) : AgreementEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => NotifiedOn;
}

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, SucceedParty command, CommandContext context) =>
        Unnamed(agreement, command.Party, command.Country) ?? Later("succeededOn", command.SucceededOn, context)
        ?? Succeeded(agreement, agreement.Named(command.Party, command.Country)[0], command);

    private static Decision Succeeded(Agreement agreement, Party party, SucceedParty command) =>
        party.IsNamed(command.Successor.Name, command.Successor.Country) ? Refuse.OwnHeir(party.Name)
        : Accept(new PartySucceeded(
            $"s{agreement.Successions.Length + 1}", party, command.Successor, command.Extent, command.Part, command.SucceededOn, command.Ground));

    private static Decision Decide(Agreement agreement, NotifyPartner command, CommandContext context) =>
        agreement.Successions.FirstOrDefault(succession => succession.Id == command.Succession) is not { } succession
            ? Refuse.NoSuchSuccession(command.Succession, agreement)
        : agreement.Named(command.Partner, country: null) is not [var partner, ..] ? Refuse.NoSuchParty(command.Partner, agreement)
        : command.NotifiedOn.IsBefore(succession.SucceededOn) ? Refuse.NotifiedBeforeSuccession(command.NotifiedOn, succession.SucceededOn)
        : Later("notifiedOn", command.NotifiedOn, context)
        ?? Accept(new PartnerNotifiedOfSuccession(succession.Id, partner.Name, command.NotifiedOn, command.Document));
}

public sealed partial record Agreement
{
    /// <summary>The successions among its parties, in the order they were recorded.</summary>
    public ImmutableArray<Succession> Successions { get; init; } = [];

    private Agreement Apply(PartySucceeded e)
    {
        var others = Parties.RemoveAll(party => party.IsNamed(e.Successor.Name, e.Successor.Country));
        var place = others.IndexOf(e.From);
        return this with
        {
            Entered = AsEntered,
            Parties = e.Extent is SuccessionExtent.Full && place >= 0 ? others.SetItem(place, e.Successor) : others.Add(e.Successor),
            Successions = Successions.Add(new Succession(e.Id, e.From, e.Successor, e.Extent, e.Part, e.SucceededOn, [])),
        };
    }

    private Agreement Apply(PartnerNotifiedOfSuccession e) => this with
    {
        Successions = [.. Successions.Select(succession => succession.Id == e.Succession
            ? succession with { Notices = succession.Notices.Add(new PartnerNotice(e.Partner, e.NotifiedOn, e.Document)) }
            : succession)],
    };
}
