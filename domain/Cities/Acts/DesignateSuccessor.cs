using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>Who follows a city that ended.</summary>
/// <param name="City">Its id.</param>
/// <param name="Part">It follows in part only; others follow beside it.</param>
/// <param name="On">Since when.</param>
/// <param name="Decision">Number of the decision; null when it is not at hand.</param>
public sealed record Successor(string City, bool Part, DateOfRecord On, string? Decision);

/// <summary>Name who follows a city that was merged or dissolved.</summary>
public sealed record DesignateSuccessor(string Successor, DateOfRecord DesignatedOn) : CityCommand
{
    /// <summary>It follows in part only; others may follow beside it.</summary>
    public bool Part { get; init; }

    /// <summary>Number of the decision; null when it is not at hand.</summary>
    public string? Decision { get; init; }

    internal override void Check(FieldChecks fields) =>
        fields.CityId("successor", Successor).Known("designatedOn", DesignatedOn).Optional("decision", Decision);
}

/// <summary>It was settled who follows a city.</summary>
public sealed record SuccessorDesignated(string Successor, bool Part, DateOfRecord DesignatedOn, string? Decision) : CityEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => DesignatedOn;
}

public static partial class CityDecider
{
    private const int MostSuccessors = 100;

    private static Decision Decide(City city, DesignateSuccessor command, CommandContext context) =>
        city.Successors.Any(known => known.City == command.Successor && known.Part == command.Part && known.On == command.DesignatedOn) ? Decision.Unchanged
        : city.Ending is null ? Refuse.NotEnded(city)
        : command.Successor == city.Id ? Refuse.ItsOwnSuccessor("successor", city.Id)
        : command.DesignatedOn.IsAfter(context.Today) ? Refuse.InTheFuture("designatedOn", command.DesignatedOn)
        : city.Successors.Length >= MostSuccessors && !city.IsSucceededBy(command.Successor) ? Refuse.TooManySuccessors(MostSuccessors)
        : Accept(new SuccessorDesignated(command.Successor, command.Part, command.DesignatedOn, command.Decision));
}

public sealed partial record City
{
    /// <summary>True when that city follows it, wholly or in part.</summary>
    public bool IsSucceededBy(string city) => Successors.Any(known => known.City == city);

    private City Apply(SuccessorDesignated e) => With(new Successor(e.Successor, e.Part, e.DesignatedOn, e.Decision));

    /// <summary>One that follows in whole takes the place of all before it; one that follows in part, of itself and of those in whole.</summary>
    private City With(Successor successor) => this with
    {
        Successors = successor.Part
            ? [.. Successors.Where(known => known.Part && known.City != successor.City), successor]
            : [successor],
    };
}
