using CityGrains.Api.Pages.Parts;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Queries.Views;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Networks;
using CityGrains.Domain.Requests;

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
        foreach (var change in agreement.Changes) names[change.Id] = $"“{change.Ground}”";
        return names;
    }

    /// <summary>The same of a state, with what its facts are called.</summary>
    public static IReadOnlyDictionary<string, string> Of(Agreement agreement, Reader reader)
    {
        var names = agreement.Commitments.SelectMany(commitment => commitment.Milestones)
            .ToDictionary(step => step.Id, step => step.Description, StringComparer.Ordinal);
        foreach (var commitment in agreement.Commitments) names[commitment.Id] = commitment.Description;
        foreach (var request in agreement.Requests.All) names[request.Id] = request.Question.Text;
        foreach (var change in agreement.Changes) names[change.Id] = $"“{change.Change.Ground}”";
        names["signedOn"] = reader["claimed.signed-on"];
        names["effectiveOn"] = reader["claimed.effective-on"];
        return names;
    }

    /// <summary>Ids that stand for nothing else.</summary>
    public static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the claims and facts of an activity are called.</summary>
    public static IReadOnlyDictionary<string, string> Of(Activity activity, Reader reader)
    {
        var names = activity.Claims.All.ToDictionary(claim => claim.Id, claim => $"“{claim.Value.Text}”", StringComparer.Ordinal);
        foreach (var fact in activity.Claims.All.Select(claim => claim.Fact)) names[fact] = ClaimedFacts.Name(reader, fact);
        return names;
    }

    /// <summary>What networks of cities are called, and facts of belonging to them; and what was asked.</summary>
    public static IReadOnlyDictionary<string, string> Of(NetworkDirectory networks, IEnumerable<FeedbackRequest> requests, Reader reader)
    {
        var names = networks.All.ToDictionary(network => network.Id, network => reader.Say(network.Name), StringComparer.Ordinal);
        foreach (var network in networks.All) names[$"membership/{network.Id}/recognisedOn"] = reader["claimed.recognised-on", names[network.Id]];
        foreach (var request in requests) names[request.Id] = request.Question.Text;
        return names;
    }
}
