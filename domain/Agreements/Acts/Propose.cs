using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Put an agreement forward. Needs its kind, title, at least two parties and who proposes it.</summary>
public sealed record ProposeAgreement(AgreementKind Kind, AgreementTitle Title, IReadOnlyList<Party> Parties, string Office, string Proposer) : AgreementCommand
{
    /// <summary>Fields of cooperation; may be empty.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    internal override void Check(FieldChecks fields)
    {
        Subject.Check(fields, Kind, Title, Parties, Fields);
        fields.Text("office", Office).Text("proposer", Proposer);
    }
}

/// <summary>An agreement was put forward.</summary>
public sealed record AgreementProposed(
    AgreementKind Kind, AgreementTitle Title, IReadOnlyList<Party> Parties, IReadOnlyList<string> Fields, string Office, string Proposer) : AgreementEvent;

/// <summary>What proposals and legacy records have in common.</summary>
internal static class Subject
{
    public const int MostParties = 50;

    public static void Check(FieldChecks fields, AgreementKind kind, AgreementTitle title, IReadOnlyList<Party> parties, IReadOnlyList<string> topics)
    {
        fields.OneOf("kind", kind).Must(title is not null, "title", "không được để trống", "must not be empty");
        title?.Check(fields, "title");
        fields.Each("parties", parties, 2, MostParties, (path, party) => Party.Check(fields, path, party));
        fields.Each("fields", topics, 0, 20, (path, topic) => fields.Text(path, topic, 100));
    }
}

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, ProposeAgreement command) =>
        !RecordId.IsValid(agreement.Id) ? Refuse.BadId(agreement.Id)
        : agreement.Exists ? Refuse.AlreadyExists(agreement.Id)
        : Accept(new AgreementProposed(command.Kind, command.Title, command.Parties, command.Fields, command.Office, command.Proposer));
}

public sealed partial record Agreement
{
    private Agreement Apply(AgreementProposed e, DateOfRecord on, string actor) => Enter(Proposed, on) with
    {
        Kind = e.Kind,
        Title = e.Title,
        Parties = [.. e.Parties],
        Fields = [.. e.Fields],
        Office = e.Office,
        Proposer = e.Proposer,
        ProposedBy = actor,
    };
}
