using CityGrains.Api.Imports.Cities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Rows;

/// <summary>What a row says, read and checked, before its cities are in the record.</summary>
internal sealed record PlannedAgreement
{
    /// <summary>The line the row begins on.</summary>
    public required int Line { get; init; }

    /// <summary>The id; null where its two cities name it.</summary>
    public string? Id { get; init; }

    /// <summary>Its title in Vietnamese and, if given, in another language.</summary>
    public required AgreementTitle Title { get; init; }

    /// <summary>What sort of instrument it is.</summary>
    public required AgreementKind Kind { get; init; }

    /// <summary>The state it has reached.</summary>
    public required LegalState State { get; init; }

    /// <summary>The office that follows it up.</summary>
    public required string Office { get; init; }

    /// <summary>The sides, in the order of the file.</summary>
    public required IReadOnlyList<PlannedParty> Parties { get; init; }

    /// <summary>When it was signed, as exactly as known.</summary>
    public DateOfRecord SignedOn { get; init; }

    /// <summary>First day in effect, as exactly as known.</summary>
    public DateOfRecord EffectiveOn { get; init; }

    /// <summary>Last day in effect; unknown when not stated.</summary>
    public DateOfRecord Until { get; init; }

    /// <summary>Fields of cooperation.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Where it comes from.</summary>
    public required SourceDocument Source { get; init; }

    /// <summary>Its id and the command that enters it; its cities have their ids by now.</summary>
    public (string Id, RegisterLegacyAgreement Command) Ready() => (
        Id ?? CityId.OfPair(Parties[0].City!.Id, Parties[1].City!.Id),
        new RegisterLegacyAgreement(Kind, Title, [.. Parties.Select(party => party.Ready())], Office, State, SignedOn)
        {
            Fields = Fields,
            EffectiveOn = EffectiveOn,
            Term = Until.Precision is DatePrecision.Unknown ? null : new Term(Until),
        });
}

/// <summary>A side of an agreement as a row names it.</summary>
/// <param name="Named">What its cells say.</param>
/// <param name="City">The city it is; null where it is none.</param>
internal sealed record PlannedParty(NamedParty Named, BookedCity? City)
{
    public string Name => Named.Name;

    public Country Country => Named.Country;

    public Party Ready() => new(Name, Named.Type, Country, City?.Id);
}
