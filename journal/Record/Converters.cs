using System.Text.Json;
using System.Text.Json.Serialization;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;

namespace CityGrains.Journal.Record;

/// <summary>Dates as <c>2024-02-14</c>, <c>2024-02</c>, <c>2024</c>, <c>unknown</c>.</summary>
public sealed class DateOfRecordConverter : JsonConverter<DateOfRecord>
{
    /// <inheritdoc/>
    public override DateOfRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && DateOfRecord.TryParse(reader.GetString(), out var date) ? date
        : throw new JsonException("Expected a date as YYYY-MM-DD, YYYY-MM, YYYY or unknown.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateOfRecord value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Legal states by their English name, <c>InEffect</c>.</summary>
public sealed class LegalStateConverter() : JsonStringEnumConverter<LegalState>(namingPolicy: null, allowIntegerValues: false);

/// <summary>States of a membership by their English name, <c>ReportOverdue</c>.</summary>
public sealed class MembershipStateConverter() : JsonStringEnumConverter<MembershipState>(namingPolicy: null, allowIntegerValues: false);

/// <summary>All other enumerations in kebab-case, <c>sister-city</c>.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public sealed class KebabEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
