using System.Globalization;
using CityGrains.Api.Imports.Cities;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Imports.Rows;

/// <summary>Ids of agreements that a file names by what they are only: the same row gets the same id, whenever it is imported.</summary>
internal static class AgreementId
{
    private const int LongestPart = 40;

    /// <summary>As <c>mou-2024-tinh-son-la--luang-prabang-1f3a9c20</c>: kind, year, parties, and a mark of kind, title, parties and signing date.</summary>
    public static string Of(PlannedAgreement plan)
    {
        var parties = string.Join("--", plan.Parties.Select(PartOf));
        return CityId.Fit($"{AgreementRow.KindName(plan.Kind)}-{YearOf(plan.SignedOn)}-{parties}-{CityId.Mark(Content(plan))}", RecordId.Longest);
    }

    /// <summary>What two rows of one agreement have in common.</summary>
    public static string Content(PlannedAgreement plan) =>
        string.Join('\n', plan.Parties.Select(party => $"{party.Name}\t{party.Country.Key}").Prepend($"{plan.Kind}\t{plan.Title.Vi}\t{plan.SignedOn}"));

    private static string YearOf(DateOfRecord date) => date.Earliest is { } day ? day.Year.ToString("D4", CultureInfo.InvariantCulture) : "undated";

    private static string PartOf(PlannedParty party) => SearchText.Slug(party.Name) is { Length: > 0 } slug ? CityId.Fit(slug, LongestPart) : "x";
}
