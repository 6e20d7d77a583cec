using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Decision = CityGrains.Domain.Record.Decision<CityGrains.Domain.Cities.CityEvent>;

namespace CityGrains.Domain.Cities;

/// <summary>How exactly a source states a value.</summary>
public enum Qualifier
{
    /// <summary>The value itself.</summary>
    Exact,

    /// <summary>Gần: a little less.</summary>
    Nearly,

    /// <summary>Hơn: at least that, and more.</summary>
    MoreThan,
}

/// <summary>A measured value of a city.</summary>
/// <param name="Name">What is measured, "tỷ lệ cán bộ nữ lãnh đạo".</param>
/// <param name="Value">The number as the source states it.</param>
/// <param name="Unit">Its unit: "%", "thư viện", "cuốn sách".</param>
/// <param name="Qualifier">Exact, nearly or more than.</param>
/// <param name="AsOf">The date it holds for.</param>
public sealed record Indicator(string Name, decimal Value, string Unit, Qualifier Qualifier, DateOfRecord AsOf);

/// <summary>Record a measured value.</summary>
public sealed record RecordIndicator(string Name, decimal Value, string Unit, Qualifier Qualifier, DateOfRecord AsOf) : CityCommand
{
    internal override void Check(FieldChecks fields) => fields
        .Text("name", Name, 200).Text("unit", Unit, 100).OneOf("qualifier", Qualifier);
}

/// <summary>A measured value was recorded.</summary>
public sealed record IndicatorRecorded(Indicator Indicator) : CityEvent
{
    /// <inheritdoc/>
    public override DateOfRecord? HappenedOn() => Indicator.AsOf;
}

public static partial class CityDecider
{
    private static Decision Decide(City city, RecordIndicator command, CommandContext context) =>
        command.AsOf.IsAfter(context.Today) ? Refuse.InTheFuture("asOf", command.AsOf)
        : city.Ending is { On: var ended } && ended.IsBefore(command.AsOf) ? Refuse.Ended(city)
        : Accept(new IndicatorRecorded(new Indicator(Named(command.Name), command.Value, command.Unit, command.Qualifier, command.AsOf)));
}

public sealed partial record City
{
    /// <summary>A value recorded late does not replace a newer one.</summary>
    private City Apply(IndicatorRecorded e) =>
        Indicators.Any(known => known.Name == e.Indicator.Name && e.Indicator.AsOf.IsBefore(known.AsOf)) ? this
        : this with { Indicators = [.. Indicators.Where(known => known.Name != e.Indicator.Name), e.Indicator] };
}
