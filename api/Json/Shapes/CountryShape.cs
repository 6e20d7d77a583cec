using System.Text.Json;
using CityGrains.Domain.Checks;
using Microsoft.OpenApi;

namespace CityGrains.Api.Json.Shapes;

/// <summary>A country: its ISO code or a name of it, or an object that keeps a name as written. See <see cref="CountryConverter"/>.</summary>
public sealed record CountryShape(CountryConverter Countries) : Shape
{
    private static readonly ObjectShape AsWritten = new([new Property(CountryConverter.Written, new TextShape(), Required: true, Nullable: false)]);

    /// <inheritdoc/>
    public override void Check(JsonElement value, string path, FieldChecks faults)
    {
        if (value.ValueKind is JsonValueKind.Object) AsWritten.Check(value, path, faults);
        else if (value.ValueKind is not JsonValueKind.String) faults.Must(holds: false, path, "phải là tên nước hoặc mã ISO", "must be a country's name or ISO code");
        else Resolve(value.GetString()!, path, faults);
    }

    /// <inheritdoc/>
    public override OpenApiSchema Describe() => new()
    {
        OneOf = [new TextShape().Describe(), AsWritten.Describe()],
        Description = "ISO 3166-1 code or a Vietnamese or English name; {\"written\": \"…\"} keeps a name that stands for no ISO country.",
    };

    private void Resolve(string name, string path, FieldChecks faults) => faults
        .Must(name.Length <= 200, path, "dài quá 200 ký tự", "is longer than 200 characters")
        .Must(name.Length > 200 || Countries.Known(name) is not null, path,
            $"không có nước '{name}'; dùng mã ISO (VN), tên (Việt Nam, Vietnam), hoặc {{\"written\": \"{name}\"}} để giữ tên như đã viết",
            $"there is no country '{name}'; use its ISO code (VN), its name (Việt Nam, Vietnam), or {{\"written\": \"{name}\"}} to keep the name as written");
}
