using System.Text.Json;
using System.Text.Json.Serialization;
using CityGrains.Domain.Geography;

namespace CityGrains.Api.Json;

/// <summary>
/// A country in a body: its ISO code or any of its names, or <c>{"written": "Northern Cyprus"}</c> to keep a name that stands for no ISO country.
/// </summary>
public sealed class CountryConverter(CountryDirectory countries) : JsonConverter<Country>
{
    /// <summary>The property that keeps a name as written.</summary>
    public const string Written = "written";

    /// <summary>The country a text stands for; null when ISO 3166 knows none.</summary>
    public Country? Known(string text) => countries.Resolve(text) is { Code: not null } country ? country : null;

    /// <inheritdoc/>
    public override Country Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var value = document.RootElement;
        return countries.Resolve((value.ValueKind is JsonValueKind.Object ? value.GetProperty(Written) : value).GetString()!);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Country value, JsonSerializerOptions options) => writer.WriteStringValue(value.Key);
}
