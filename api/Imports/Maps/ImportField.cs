using System.Globalization;
using CityGrains.Api.Imports.Edits;

namespace CityGrains.Api.Imports.Maps;

/// <summary>What a column of a file can mean; a map gives each of its columns one of these.</summary>
internal static class ImportField
{
    public const string Id = "id";
    public const string Title = "title";
    public const string ForeignTitle = "foreignTitle";
    public const string Kind = "kind";
    public const string Office = "office";
    public const string State = "state";
    public const string SignedOn = "signedOn";
    public const string EffectiveOn = "effectiveOn";
    public const string Until = "until";
    public const string Fields = "fields";
    public const string Source = "source";
    public const string SourceReference = "sourceReference";

    /// <summary>Most parties of one row.</summary>
    public const int Parties = 4;

    /// <summary>The fields of a target.</summary>
    public static IReadOnlyList<string> Of(ImportTarget target) => target switch
    {
        ImportTarget.AgreementEdits => EditField.OfAgreements,
        ImportTarget.Milestones => EditField.OfMilestones,
        ImportTarget.RequestEdits => EditField.OfRequests,
        ImportTarget.CityEdits => EditField.OfCities,
        ImportTarget.ActivityEdits => EditField.OfActivities,
        _ => All,
    };

    /// <summary>The fields that are dates.</summary>
    public static IReadOnlyList<string> Dates { get; } = [SignedOn, EffectiveOn, Until, .. EditField.Dates];

    /// <summary>Every field, those of parties numbered from 1.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Id, Title, ForeignTitle, Kind, Office, State, SignedOn, EffectiveOn, Until, Fields, Source, SourceReference,
        .. Enumerable.Range(1, Parties).SelectMany(n => new[] { PartyName(n), PartyCountry(n), PartyType(n), Latitude(n), Longitude(n) }),
    ];

    public static string PartyName(int n) => Party(n) + ".name";

    public static string PartyCountry(int n) => Party(n) + ".country";

    public static string PartyType(int n) => Party(n) + ".type";

    public static string Latitude(int n) => Party(n) + ".latitude";

    public static string Longitude(int n) => Party(n) + ".longitude";

    private static string Party(int n) => "party" + n.ToString(CultureInfo.InvariantCulture);
}
