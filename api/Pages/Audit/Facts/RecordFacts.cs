using CityGrains.Api.Pages.Reading;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Requests;
using static CityGrains.Api.Pages.Audit.Facts.FactList;

namespace CityGrains.Api.Pages.Audit.Facts;

/// <summary>What agreements and cities have alike.</summary>
internal static class RecordFacts
{
    public static void Add(FactList facts, ClaimBook claims, RequestBook requests, IReadOnlyDictionary<string, string> names, Reader reader)
    {
        foreach (var claim in claims.All)
            facts.Add("claim", claim.Id, $"{names.GetValueOrDefault(claim.Fact, claim.Fact)} ({claim.Source.Title})",
                Join(claim.Value.Text, reader.Name("claim", claim.Standing)));
        foreach (var request in requests.All)
            facts.Add(
                "request", request.Id, request.Question.AskedOf, Join(request.Question.Text, reader.Name("request", request.Standing), request.Answer?.Text));
    }
}
