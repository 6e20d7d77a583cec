using CityGrains.Domain.Checks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;

namespace CityGrains.Domain.Agreements;

/// <summary>Who signs, and for whom.</summary>
/// <param name="Name">The person.</param>
/// <param name="Role">The office held, as in "Phó Chủ tịch UBND tỉnh".</param>
/// <param name="For">The party signed for, by its name.</param>
public sealed record Signatory(string Name, string Role, string For)
{
    internal static void Check(FieldChecks fields, string path, Signatory signatory) => fields
        .Text($"{path}.name", signatory.Name).Text($"{path}.role", signatory.Role).Text($"{path}.for", signatory.For);
}

/// <summary>Where something took place.</summary>
/// <param name="Name">The place as written, "Luang Prabang".</param>
/// <param name="Country">Its country; null when not stated.</param>
public sealed record Place(string Name, Country? Country = null)
{
    internal static void Check(FieldChecks fields, string path, Place place)
    {
        fields.Text($"{path}.name", place.Name);
        if (place.Country is { } country) Country.Check(fields, $"{path}.country", country);
    }
}

/// <summary>The act of signing as it is kept with an agreement.</summary>
/// <param name="SignedOn">When.</param>
/// <param name="SignedAt">Where; null when a legacy record does not say.</param>
/// <param name="Signatories">By whom.</param>
public sealed record Signing(DateOfRecord SignedOn, Place? SignedAt, IReadOnlyList<Signatory> Signatories);
