using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Offices.OfficeEvent>;

namespace CityGrains.Domain.Offices;

/// <summary>Enter an office. The same again changes nothing.</summary>
public sealed record RegisterOffice(OfficeName Name, OfficeLevel Level) : OfficeCommand
{
    /// <summary>Id of the office above it; null when there is none.</summary>
    public string? Parent { get; init; }

    internal override void Check(FieldChecks fields) => fields
        .Given("name", Name, OfficeName.Check).OneOf("level", Level)
        .Must(Parent is null || RecordId.IsValid(Parent), "parent", "phải là mã của một cơ quan, như bo-ngoai-giao",
            "must be the id of an office, as bo-ngoai-giao");
}

/// <summary>An office was entered.</summary>
public sealed record OfficeRegistered(OfficeName Name, OfficeLevel Level, string? Parent) : OfficeEvent
{
    /// <summary>Nobody knows since when: it worked before the record began.</summary>
    public override DateOfRecord OtherwiseOn(DateOnly today) => DateOfRecord.Unknown;
}

public static partial class OfficeDecider
{
    private static Decision Decide(Office office, RegisterOffice command, OfficeBook others) =>
        !RecordId.IsValid(office.Id) ? Refuse.BadId(office.Id)
        : office.Exists && (office.Name, office.Level, office.Parent) == (command.Name.Kept, command.Level, command.Parent) ? Decision.Unchanged
        : office.Exists ? Refuse.AlreadyExists(office)
        : command.Parent == office.Id ? Refuse.OfItself("parent", office.Id)
        : command.Parent is { } parent && others.All.All(other => other.Id != parent) ? Refuse.UnknownOffice("parent", parent)
        : Taken(office, command.Name, others) is { } taken ? taken
        : Accept(new OfficeRegistered(command.Name.Kept, command.Level, command.Parent));
}

public sealed partial record Office
{
    private Office Apply(OfficeRegistered e, Happening<OfficeEvent> happening) => this with
    {
        Name = e.Name,
        Level = e.Level,
        Parent = e.Parent,
        Registration = new Registration(happening.On, happening.RecordedAt),
    };
}
