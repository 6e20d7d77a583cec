using CityGrains.Api.Pages.Reading;

namespace CityGrains.Api.Pages.Audit.Facts;

/// <summary>What a claimed fact is called: those the record itself knows have words, others are words already.</summary>
internal static class ClaimedName
{
    public static string Of(string fact, IReadOnlyDictionary<string, string> names, Reader reader) => fact.Split('/') switch
    {
        ["membership", var network, "recognisedOn"] => reader["claimed.recognised-on", names.GetValueOrDefault(network, network)],
        ["signedOn"] => reader["claimed.signed-on"],
        ["effectiveOn"] => reader["claimed.effective-on"],
        _ => fact,
    };
}
