using CityGrains.Domain.Checks;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Offices.OfficeEvent>;

namespace CityGrains.Domain.Offices;

/// <summary>Give an office another name; records that name it by the old one are still its own.</summary>
public sealed record RenameOffice(OfficeName Name) : OfficeCommand
{
    internal override void Check(FieldChecks fields) => fields.Given("name", Name, OfficeName.Check);
}

/// <summary>An office got another name.</summary>
public sealed record OfficeRenamed(OfficeName From, OfficeName Name) : OfficeEvent;

public static partial class OfficeDecider
{
    private static Decision Decide(Office office, RenameOffice command, OfficeBook others) =>
        office.Name == command.Name.Kept ? Decision.Unchanged
        : Taken(office, command.Name, others) is { } taken ? taken
        : Accept(new OfficeRenamed(office.Name, command.Name.Kept));
}

public sealed partial record Office
{
    private Office Apply(OfficeRenamed e) => this with { Name = e.Name, FormerNames = FormerNames.Add(e.From) };
}
