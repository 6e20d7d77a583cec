using CityGrains.Domain.Checks;

namespace CityGrains.Domain.Geography;

/// <summary>A country as it was written, with the ISO 3166-1 code it resolves to.</summary>
/// <param name="Code">Two-letter code; null when the name resolves to no ISO 3166 country and is kept as written.</param>
/// <param name="Written">The name as the source wrote it, Unicode NFC, with its region if one was given.</param>
public sealed record Country(string? Code, string Written)
{
    /// <summary>What countries are compared and counted by: the code, or the name where there is none.</summary>
    public string Key => Code ?? Written;

    internal static void Check(FieldChecks fields, string path, Country country) => fields
        .Text(path, country.Written, 200)
        .Must(country.Code is null || (country.Code.Length == 2 && country.Code.All(char.IsAsciiLetterUpper)), $"{path}.code",
            "phải là mã ISO 3166-1 gồm hai chữ hoa, như VN", "must be an ISO 3166-1 code of two capital letters, as VN");
}
