using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>Record another administrative standing, as the decision names it: "thành phố thuộc tỉnh", "thành phố trực thuộc trung ương".</summary>
public sealed record ChangeCityStatus(string Status, DateOfRecord ChangedOn) : CityCommand
{
    /// <summary>Number of the decision; null when it is not at hand.</summary>
    public string? Decision { get; init; }

    internal override void Check(FieldChecks fields) => fields.Text("status", Status, 200).Known("changedOn", ChangedOn).Optional("decision", Decision);
}

/// <summary>A city got another administrative standing; <paramref name="From"/> is null where the former was not recorded.</summary>
public sealed record CityStatusChanged(string? From, string Status, DateOfRecord ChangedOn, string? Decision) : CityEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => ChangedOn;
}

public static partial class CityDecider
{
    private static Decision Decide(City city, ChangeCityStatus command, CommandContext context) =>
        city.Status == Named(command.Status) ? Decision.Unchanged
        : city.Ending is not null ? Refuse.Ended(city)
        : command.ChangedOn.IsAfter(context.Today) ? Refuse.InTheFuture("changedOn", command.ChangedOn)
        : Accept(new CityStatusChanged(city.Status, Named(command.Status), command.ChangedOn, command.Decision));
}
