using CityGrains.Domain.Checks;
using CityGrains.Domain.Geography;

namespace CityGrains.Domain.Agreements;

/// <summary>What sort of body a party is.</summary>
public enum PartyType
{
    /// <summary>A city, town or district.</summary>
    City,

    /// <summary>A province, state or region.</summary>
    Province,

    /// <summary>A department of a province (sở), a border commune, an agency of a ministry.</summary>
    Agency,

    /// <summary>A ministry or a national government.</summary>
    National,

    /// <summary>A foreign or international organisation, a university, a company.</summary>
    Organisation,
}

/// <summary>One side of an agreement, as it was named when it signed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What sort of body it is.</param>
/// <param name="Country">Its country; an international organisation bears that of its seat.</param>
/// <param name="City">Id of the city grain it is, or sits in; null when none is recorded.</param>
public sealed record Party(string Name, PartyType Type, Country Country, string? City = null)
{
    /// <summary>True of its name, however it is composed or capitalised, and of its country where one is given.</summary>
    public bool IsNamed(string name, Country? country) =>
        Consultation.Key(Name) == Consultation.Key(name) && (country is null || Country.Key == country.Key);

    internal static void Check(FieldChecks fields, string path, Party party) => fields
        .Text($"{path}.name", party.Name)
        .OneOf($"{path}.type", party.Type)
        .Given($"{path}.country", party.Country, Country.Check)
        .Must(party.City is null || RecordId.IsValid(party.City), $"{path}.city",
            "phải là mã thành phố, như vn-son-la", "must be the id of a city, as vn-son-la");
}
