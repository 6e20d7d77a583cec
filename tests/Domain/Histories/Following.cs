using CityGrains.Domain.Claims;
using CityGrains.Domain.Requests;

namespace CityGrains.Domain.Tests.Histories;

/// <summary>What must always be so of claims and requests, whatever their record.</summary>
internal static class Following
{
    public static void Sound(ClaimBook claims, IReadOnlyList<ClaimedFact> facts, RequestBook requests)
    {
        Assert.Equal(claims.All.Length, claims.All.Select(claim => claim.Id).Distinct().Count());
        Assert.Equal(claims.All.Select(claim => claim.Id).Order(StringComparer.Ordinal),
            facts.SelectMany(fact => fact.Claims).Select(claim => claim.Id).Order(StringComparer.Ordinal));
        Assert.All(facts, fact =>
        {
            if (fact.Conflicting) Assert.Contains(fact.Claims.Concat(facts.Where(other => fact.ConflictsWith.Contains(other.Fact)).SelectMany(other => other.Claims)), Undecided);
            if (fact.Claims.Any(claim => claim.Standing is ClaimStanding.Holds or ClaimStanding.SetAside)) Assert.NotEmpty(fact.Resolutions);
            Assert.All(fact.ConflictsWith, other => Assert.Contains(fact.Fact, facts.Single(found => found.Fact == other).ConflictsWith));
        });
        Assert.Equal(requests.All.Length, requests.All.Select(request => request.Id).Distinct().Count());
        Assert.All(requests.All, request =>
        {
            Assert.False(request.Answer is not null && request.Withdrawal is not null);
            Assert.NotNull(request.Question.AskedBy);
            Assert.InRange(request.Days ?? 0, 0, int.MaxValue);
        });
    }

    private static bool Undecided(Claim claim) => claim.Standing is ClaimStanding.Open or ClaimStanding.Disputed;
}
