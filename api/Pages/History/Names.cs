using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Networks;

namespace CityGrains.Api.Pages.History;

/// <summary>What the ids within an agreement stand for, in its own words: a milestone, a commitment, a request.</summary>
internal static class Names
{
    public static IReadOnlyDictionary<string, string> Of(AgreementView agreement)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var commitment in agreement.Commitments)
        {
            names[commitment.Id] = commitment.Description;
            foreach (var step in commitment.Milestones) names[step.Id] = step.Description;
        }

        foreach (var claim in agreement.Claims.SelectMany(fact => fact.Claims)) names[claim.Id] = $"“{claim.Value.Text}”";
        foreach (var request in agreement.Requests) names[request.Id] = request.Question.Text;
        return names;
    }

    /// <summary>The same of a state, with what its facts are called.</summary>
    public static IReadOnlyDictionary<string, string> Of(Agreement agreement, Reader reader)
    {
        var names = agreement.Commitments.SelectMany(commitment => commitment.Milestones).ToDictionary(step => step.Id, step => step.Description, StringComparer.Ordinal);
        foreach (var commitment in agreement.Commitments) names[commitment.Id] = commitment.Description;
        foreach (var request in agreement.Requests.All) names[request.Id] = request.Question.Text;
        names["signedOn"] = reader["claimed.signed-on"];
        names["effectiveOn"] = reader["claimed.effective-on"];
        return names;
    }

    /// <summary>What networks of cities are called, and facts of belonging to them.</summary>
    public static IReadOnlyDictionary<string, string> Of(NetworkDirectory networks, Reader reader)
    {
        var names = networks.All.ToDictionary(network => network.Id, network => reader.Say(network.Name), StringComparer.Ordinal);
        foreach (var network in networks.All) names[$"membership/{network.Id}/recognisedOn"] = reader["claimed.recognised-on", names[network.Id]];
        return names;
    }
}
