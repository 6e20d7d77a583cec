using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>How a city ceased to be one of its own.</summary>
public enum CityEndingKind
{
    /// <summary>Sáp nhập: it became part of another.</summary>
    Merged,

    /// <summary>Giải thể, kết thúc hoạt động.</summary>
    Dissolved,
}

/// <summary>The end of a city; its record stays readable for ever.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="On">Since when.</param>
/// <param name="Decision">Number of the decision; null when it is not at hand.</param>
public sealed record CityEnding(CityEndingKind Kind, DateOfRecord On, string? Decision);

/// <summary>A city becomes part of another, which thereby succeeds it.</summary>
public sealed record MergeCity(string Into, DateOfRecord MergedOn) : CityCommand
{
    /// <summary>Number of the decision; null when it is not at hand.</summary>
    public string? Decision { get; init; }

    internal override void Check(FieldChecks fields) => fields.CityId("into", Into).Known("mergedOn", MergedOn).Optional("decision", Decision);
}

/// <summary>A city became part of another.</summary>
public sealed record CityMerged(string Into, DateOfRecord MergedOn, string? Decision) : CityEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => MergedOn;
}

/// <summary>A city ceases to be; who succeeds it is another act.</summary>
public sealed record DissolveCity(DateOfRecord DissolvedOn, string Ground) : CityCommand
{
    /// <summary>Number of the decision; null when it is not at hand.</summary>
    public string? Decision { get; init; }

    internal override void Check(FieldChecks fields) =>
        fields.Known("dissolvedOn", DissolvedOn).Text("ground", Ground, FieldChecks.Prose).Optional("decision", Decision);
}

/// <summary>A city ceased to be.</summary>
public sealed record CityDissolved(DateOfRecord DissolvedOn, string Ground, string? Decision) : CityEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => DissolvedOn;
}

public static partial class CityDecider
{
    private static Decision Decide(City city, MergeCity command, CommandContext context) =>
        city.Ending?.Kind is CityEndingKind.Merged && city.Ending.On == command.MergedOn && city.IsSucceededBy(command.Into) ? Decision.Unchanged
        : city.Ending is not null ? Refuse.Ended(city)
        : command.Into == city.Id ? Refuse.ItsOwnSuccessor("into", city.Id)
        : command.MergedOn.IsAfter(context.Today) ? Refuse.InTheFuture("mergedOn", command.MergedOn)
        : Accept(new CityMerged(command.Into, command.MergedOn, command.Decision));

    private static Decision Decide(City city, DissolveCity command, CommandContext context) =>
        city.Ending?.Kind is CityEndingKind.Dissolved && city.Ending.On == command.DissolvedOn ? Decision.Unchanged
        : city.Ending is not null ? Refuse.Ended(city)
        : command.DissolvedOn.IsAfter(context.Today) ? Refuse.InTheFuture("dissolvedOn", command.DissolvedOn)
        : Accept(new CityDissolved(command.DissolvedOn, command.Ground, command.Decision));
}

public sealed partial record City
{
    private City Apply(CityMerged e) => With(new Successor(e.Into, Part: false, e.MergedOn, e.Decision)) with
    {
        Ending = new CityEnding(CityEndingKind.Merged, e.MergedOn, e.Decision),
    };

    private City Apply(CityDissolved e) => this with { Ending = new CityEnding(CityEndingKind.Dissolved, e.DissolvedOn, e.Decision) };
}
