using CityGrains.Domain.Checks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>Enter a city. The same name and country again changes nothing.</summary>
public sealed record RegisterCity(string Name, Country Country) : CityCommand
{
    /// <summary>Where it lies; null when not known.</summary>
    public Coordinates? Location { get; init; }

    internal override void Check(FieldChecks fields) => fields
        .Text("name", Name, 200)
        .Given("country", Country, Country.Check)
        .Must(Location?.AreOnEarth ?? true, "location", "vĩ độ -90…90, kinh độ -180…180", "latitude -90 to 90, longitude -180 to 180");
}

/// <summary>A city was entered.</summary>
public sealed record CityRegistered(string Name, Country Country, Coordinates? Location) : CityEvent
{
    /// <summary>Nobody knows since when: it was a city before the record began.</summary>
    public override DateOfRecord OtherwiseOn(DateOnly today) => DateOfRecord.Unknown;
}

public static partial class CityDecider
{
    private static Decision Decide(City city, RegisterCity command) =>
        !RecordId.IsValid(city.Id) ? Refuse.BadId(city.Id)
        : city.Exists && city.Name == Named(command.Name) && city.Country!.Key == command.Country.Key ? Decision.Unchanged
        : city.Exists ? Refuse.AlreadyExists(city)
        : Accept(new CityRegistered(Named(command.Name), command.Country, command.Location));

    /// <summary>A name as it is kept and compared.</summary>
    private static string Named(string name) => NormalForm.Compose(name).Trim();
}

public sealed partial record City
{
    private City Apply(CityRegistered e, Happening<CityEvent> happening) => this with
    {
        Name = e.Name,
        Country = e.Country,
        Location = e.Location,
        Registration = new Registration(happening.On, happening.RecordedAt),
    };
}
