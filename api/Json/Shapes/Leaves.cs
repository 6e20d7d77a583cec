using System.Text.Json;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using Microsoft.OpenApi;

namespace CityGrains.Api.Json.Shapes;

/// <summary>Text; its length and characters are the domain's to judge.</summary>
public sealed record TextShape : Shape
{
    /// <inheritdoc/>
    public override void Check(JsonElement value, string path, FieldChecks faults) =>
        faults.Must(value.ValueKind is JsonValueKind.String, path, "phải là chuỗi", "must be a string");

    /// <inheritdoc/>
    public override OpenApiSchema Describe() => new() { Type = JsonSchemaType.String };
}

/// <summary>Yes or no.</summary>
public sealed record FlagShape : Shape
{
    /// <inheritdoc/>
    public override void Check(JsonElement value, string path, FieldChecks faults) =>
        faults.Must(value.ValueKind is JsonValueKind.True or JsonValueKind.False, path, "phải là true hoặc false", "must be true or false");

    /// <inheritdoc/>
    public override OpenApiSchema Describe() => new() { Type = JsonSchemaType.Boolean };
}

/// <summary>A whole number of 32 bits.</summary>
public sealed record IntegerShape : Shape
{
    /// <inheritdoc/>
    public override void Check(JsonElement value, string path, FieldChecks faults) =>
        faults.Must(value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out _), path, "phải là số nguyên", "must be a whole number");

    /// <inheritdoc/>
    public override OpenApiSchema Describe() => new() { Type = JsonSchemaType.Integer, Format = "int32" };
}

/// <summary>A decimal number, kept as written: up to 28 digits.</summary>
public sealed record DecimalShape : Shape
{
    /// <inheritdoc/>
    public override void Check(JsonElement value, string path, FieldChecks faults) =>
        faults.Must(value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out _), path, "phải là số thập phân, tối đa 28 chữ số",
            "must be a decimal number of at most 28 digits");

    /// <inheritdoc/>
    public override OpenApiSchema Describe() => new() { Type = JsonSchemaType.Number };
}

/// <summary>A finite number.</summary>
public sealed record NumberShape : Shape
{
    /// <inheritdoc/>
    public override void Check(JsonElement value, string path, FieldChecks faults) =>
        faults.Must(
            value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number), path, "phải là số", "must be a number");

    /// <inheritdoc/>
    public override OpenApiSchema Describe() => new() { Type = JsonSchemaType.Number, Format = "double" };
}

/// <summary>A date of the record.</summary>
public sealed record DateShape : Shape
{
    /// <inheritdoc/>
    public override void Check(JsonElement value, string path, FieldChecks faults) => faults.Must(
        value.ValueKind is JsonValueKind.String && DateOfRecord.TryParse(value.GetString(), out _), path,
        "phải là ngày dạng NNNN-TT-NN, NNNN-TT, NNNN hoặc unknown, như 2024-02-14", "must be a date as YYYY-MM-DD, YYYY-MM, YYYY or unknown, as in 2024-02-14");

    /// <inheritdoc/>
    public override OpenApiSchema Describe() => new()
    {
        Type = JsonSchemaType.String,
        Pattern = @"^(\d{4}(-\d{2}(-\d{2})?)?|unknown)$",
        Description = "A date as exactly as it is known: day, month, year, or unknown.",
    };
}
