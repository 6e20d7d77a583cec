using CityGrains.Domain.Checks;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Agreements.AgreementEvent>;

namespace CityGrains.Domain.Agreements;

/// <summary>Give an agreement, whatever its state, to another office to follow up; the context says when and why.</summary>
public sealed record AssignOffice(string Office) : AgreementCommand
{
    internal override void Check(FieldChecks fields) => fields.Text("office", Office);
}

/// <summary>Another office follows it up.</summary>
public sealed record ResponsibleOfficeAssigned(string From, string To) : AgreementEvent;

public static partial class AgreementDecider
{
    private static Decision Decide(Agreement agreement, AssignOffice command) =>
        agreement.Office == command.Office ? Decision.Unchanged : Accept(new ResponsibleOfficeAssigned(agreement.Office, command.Office));
}

public sealed partial record Agreement
{
    private Agreement Apply(ResponsibleOfficeAssigned e) => this with { Office = e.To };
}
