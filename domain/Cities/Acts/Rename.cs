using CityGrains.Domain.Checks;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>Give a city another name; it keeps its id and its history.</summary>
public sealed record RenameCity(string Name) : CityCommand
{
    internal override void Check(FieldChecks fields) => fields.Text("name", Name, 200);
}

/// <summary>A city got another name.</summary>
public sealed record CityRenamed(string From, string Name) : CityEvent;

public static partial class CityDecider
{
    private static Decision Decide(City city, RenameCity command) =>
        city.Name == Named(command.Name) ? Decision.Unchanged
        : city.Ending is not null ? Refuse.Ended(city)
        : Accept(new CityRenamed(city.Name, Named(command.Name)));
}

public sealed partial record City
{
    private City Apply(CityRenamed e) => this with { Name = e.Name, FormerNames = FormerNames.Add(e.From) };
}
