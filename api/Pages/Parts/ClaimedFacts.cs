using System.Text.Json;
using CityGrains.Api.Pages.Reading;

namespace CityGrains.Api.Pages.Parts;

/// <summary>What the facts are called that sources make claims of.</summary>
internal static class ClaimedFacts
{
    /// <summary>Those of an agreement that the record itself has.</summary>
    public static IReadOnlyList<string> OfAgreements { get; } = ["signedOn", "effectiveOn", "proposedOn", "approvedOn"];

    /// <summary>The name of a fact, <c>membership/gnlc/recognisedOn</c>; a subject in words is its own.</summary>
    public static string Name(Reader reader, string fact)
    {
        var parts = fact.Split('/');
        var key = $"claim-of.{JsonNamingPolicy.KebabCaseLower.ConvertName(parts[^1])}";
        if (!Wording.All.ContainsKey(key)) return fact;
        return parts is ["membership", var network, _] ? $"{reader[key]} ({network.ToUpperInvariant()})" : reader[key];
    }
}
