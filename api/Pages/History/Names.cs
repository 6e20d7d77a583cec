using CityGrains.Api.Queries.Views;

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

        foreach (var request in agreement.Requests) names[request.Id] = request.Question.Text;
        return names;
    }
}
