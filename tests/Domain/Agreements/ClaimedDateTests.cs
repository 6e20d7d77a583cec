using CityGrains.Domain.Agreements;
using CityGrains.Domain.Claims;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;
using static CityGrains.Domain.Tests.Asking;

namespace CityGrains.Domain.Tests.Agreements;

/// <summary>Claims of the dates that the agreement itself records.</summary>
public sealed class ClaimedDateTests
{
    [Fact]
    public void A_claim_that_says_otherwise_than_the_record_is_seen_and_the_record_stays() =>
        Given(UntilSigned("2026-02-05")).AsOf(FromAList).When(Ask.Claim(date: "2026-02-07")).ThenHappened<AgreementClaimAsserted>().And(agreement =>
        {
            Assert.Equal(On("2026-02-05"), agreement.Signing!.SignedOn);
            Assert.Equal((On("2026-02-05"), true, false), Fact(agreement) is var fact ? (fact.Recorded!.Value, fact.RecordDiffers, fact.Conflicting) : default);
        });

    [Fact]
    public void A_claim_that_agrees_with_the_record_is_no_matter() =>
        Given(UntilSigned("2026-02-05")).AsOf(FromAList).When(Ask.Claim(date: "2026-02")).And(agreement => Assert.False(Fact(agreement).RecordDiffers));

    [Fact]
    public void A_claim_set_aside_leaves_the_record_undisputed() =>
        Given(UntilSigned("2026-02-05")).AsOf(FromAList).When(Ask.Claim(date: "2026-02-07")).When(Ask.Resolve(holds: null))
        .And(agreement => Assert.False(Fact(agreement).RecordDiffers));

    [Fact]
    public void Once_the_record_is_corrected_it_no_longer_differs() =>
        Given(UntilSigned("2026-02-05")).AsOf(Grounded).When(Ask.Claim(date: "2026-02-07")).When(Ask.Resolve()).When(Ask.Correct(signedOn: "2026-02-07"))
        .ThenHappened<RecordCorrected>().And(agreement => Assert.False(Fact(agreement).RecordDiffers));

    [Fact]
    public void A_look_back_shows_what_was_claimed_by_then()
    {
        var history = UntilSigned().Select(e => Today.Told(e)).ToList();
        var later = Today with { Now = Today.Now.AddDays(1) };
        history.Add(later.Told<AgreementEvent>(new AgreementClaimAsserted("k1", "signedOn", new ClaimedValue("7/2"), new("Báo"))));
        Assert.Empty(Agreement.AsOf("agr-1", history, new(null, Today.Now)).ClaimedFacts);
        Assert.Empty(Agreement.AsOf("agr-1", history, new(Today.Today, null)).ClaimedFacts);
        Assert.Single(Agreement.AsOf("agr-1", history, new(later.Today, null)).ClaimedFacts);
    }

    private static ClaimedFact Fact(Agreement agreement) => Assert.Single(agreement.ClaimedFacts);
}
