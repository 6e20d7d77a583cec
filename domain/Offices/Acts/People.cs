using System.Collections.Immutable;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Text;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Offices.OfficeEvent>;

namespace CityGrains.Domain.Offices;

/// <summary>What someone does in an office.</summary>
public enum OfficeRole
{
    /// <summary>Cán bộ: records and follows up.</summary>
    Officer,

    /// <summary>Người phê duyệt: approves what others proposed, and sets the office's policy.</summary>
    Approver,

    /// <summary>Lãnh đạo: reads all.</summary>
    Leader,

    /// <summary>Thanh tra: reads all, with history and proofs.</summary>
    Auditor,
}

/// <summary>
/// A function in an office. Whoever fills it is not named: the record is for ever, and people have a right to be forgotten (Decree 13/2023/NĐ-CP).
/// </summary>
/// <param name="Id">Names it within the office, <c>p1</c>.</param>
/// <param name="Function">"Trưởng phòng Hợp tác quốc tế".</param>
/// <param name="Role">What it does.</param>
public sealed record OfficePerson(string Id, string Function, OfficeRole Role);

/// <summary>Add a function to an office.</summary>
public sealed record AddPerson(string Function, OfficeRole Role) : OfficeCommand
{
    internal override void Check(FieldChecks fields) => fields.Text("function", Function, 200).OneOf("role", Role);
}

/// <summary>A function was added.</summary>
public sealed record PersonAdded(OfficePerson Person) : OfficeEvent;

/// <summary>Remove a function from an office.</summary>
public sealed record RemovePerson(string Person) : OfficeCommand
{
    internal override void Check(FieldChecks fields) => fields.Text("person", Person, 20);
}

/// <summary>A function was removed.</summary>
public sealed record PersonRemoved(OfficePerson Person) : OfficeEvent;

public static partial class OfficeDecider
{
    private static Decision Decide(Office office, AddPerson command)
    {
        var function = NormalForm.Compose(command.Function).Trim();
        return office.People.Any(person => (person.Function, person.Role) == (function, command.Role)) ? Decision.Unchanged
            : office.People.Length >= Office.MostPeople ? Refuse.TooManyPeople()
            : Accept(new PersonAdded(new OfficePerson($"p{office.PeopleEver + 1}", function, command.Role)));
    }

    private static Decision Decide(Office office, RemovePerson command) =>
        office.People.FirstOrDefault(person => person.Id == command.Person) is { } person ? Accept(new PersonRemoved(person))
        : Refuse.NoSuchPerson(command.Person, office.People);
}

public sealed partial record Office
{
    /// <summary>Most functions an office lists.</summary>
    public const int MostPeople = 500;

    /// <summary>Its functions, in the order they were added.</summary>
    public ImmutableArray<OfficePerson> People { get; init; } = [];

    /// <summary>How many functions were ever added, so that an id is never given twice.</summary>
    public int PeopleEver { get; init; }

    private Office Apply(PersonAdded e) => this with { People = People.Add(e.Person), PeopleEver = PeopleEver + 1 };

    private Office Apply(PersonRemoved e) => this with { People = [.. People.Where(person => person.Id != e.Person.Id)] };
}
