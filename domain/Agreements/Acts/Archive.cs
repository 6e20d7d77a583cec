using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Agreements.LegalState;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Close the file of an agreement that is implemented, ended, rejected or abandoned.</summary>
public sealed record ArchiveAgreement(string Location) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Text("location", Location);
}

/// <summary>The file was closed; <paramref name="Location"/> says where the original lies.</summary>
public sealed record AgreementArchived(string Location) : AgreementEvent;

public static partial class AgreementDecider
{
    private static readonly LegalState[] Archivable =
        [.. Enum.GetValues<LegalState>().Where(state => state is not Unrecorded && Lifecycle.Allows(state, Archived))];

    private static Decision Decide(Agreement agreement, ArchiveAgreement command) =>
        !Archivable.Contains(agreement.State) ? Refuse.WrongState(agreement, "not-archivable", Archivable)
        : Accept(new AgreementArchived(command.Location));
}

public sealed partial record Agreement
{
    private Agreement Apply(AgreementArchived e, DateOfRecord on) => Enter(Archived, on) with { ArchivedAt = e.Location };
}
