using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Json.Shapes;

/// <summary>The shape of each type that bodies are read into, as the serializer sees it.</summary>
public sealed class ShapeBook(JsonSerializerOptions options, CountryConverter countries)
{
    /// <summary>The shape of an object.</summary>
    public ObjectShape OfObject(Type type) => new([.. options.GetTypeInfo(type).Properties.Where(IsRead).Select(Of)]);

    private Property Of(JsonPropertyInfo property) => property.AssociatedParameter is { } parameter
        ? new Property(property.Name, Of(property.PropertyType), Required: !parameter.HasDefaultValue, parameter.IsNullable)
        : new Property(property.Name, Of(property.PropertyType), property.IsRequired, property.IsSetNullable);

    private Shape Of(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } value => Of(value),
        _ when type == typeof(string) => new TextShape(),
        _ when type == typeof(bool) => new FlagShape(),
        _ when type == typeof(int) => new IntegerShape(),
        _ when type == typeof(decimal) => new DecimalShape(),
        _ when type == typeof(double) => new NumberShape(),
        _ when type == typeof(DateOfRecord) => new DateShape(),
        _ when type == typeof(DateOnly) => new DayShape(),
        _ when type == typeof(Country) => new CountryShape(countries),
        { IsEnum: true } => new ChoiceShape([.. Names(type)]),
        _ => options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item } ? new ListShape(Of(item)) : OfObject(type),
    };

    /// <summary>The written form of each value; "nothing is recorded yet" is a state nobody can send.</summary>
    private IEnumerable<string> Names(Type type) =>
        from object value in Enum.GetValues(type)
        where value is not LegalState.Unrecorded
        select JsonSerializer.SerializeToElement(value, type, options).GetString()!;

    /// <summary>Derived properties are written, never read.</summary>
    private static bool IsRead(JsonPropertyInfo property) => property.AssociatedParameter is not null || property.Set is not null;
}
