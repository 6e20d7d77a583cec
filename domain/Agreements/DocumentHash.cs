using CityGrains.Domain.Checks;

namespace CityGrains.Domain.Agreements;

/// <summary>The fingerprint of a document's file.</summary>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits (FIPS 180-4).</param>
public sealed record DocumentHash(string Sha256)
{
    internal static void Check(FieldChecks fields, string path, DocumentHash? hash) => fields.Must(
        hash?.Sha256 is { Length: 64 } digits && digits.All(char.IsAsciiHexDigitLower), $"{path}.sha256",
        "phải là SHA-256 gồm 64 chữ số thập lục phân viết thường", "must be a SHA-256 of 64 lower-case hexadecimal digits");
}
