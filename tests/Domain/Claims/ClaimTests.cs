using CityGrains.Domain.Cities;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Tests.Asking;

namespace CityGrains.Domain.Tests.Claims;

/// <summary>What the press says of Sơn La and Hồ Chí Minh City in the network of learning cities.</summary>
public sealed class ClaimTests
{
    private const string Recognised = "membership/gnlc/recognisedOn", Submitted = "membership/gnlc/submittedOn";

    [Fact]
    public void The_dates_of_one_article_and_of_UNESCO_stay_side_by_side_until_someone_decides()
    {
        var claimed = SonLa().And(city => Assert.True(Fact(city).Conflicting))
            .And(city => Assert.Equal(["k1", "k2", "k3", "k4"], Fact(city).Claims.Select(claim => claim.Id)))
            .And(city => Assert.All(Fact(city).Claims, claim => Assert.Equal(ClaimStanding.Open, claim.Standing)));

        claimed.When(new ResolveCityClaim(Recognised, "Trang của UNESCO") { Holds = "k4", By = "Sở Ngoại vụ Sơn La" }).And(city =>
        {
            var fact = Fact(city);
            Assert.False(fact.Conflicting);
            Assert.Equal([ClaimStanding.Holds, ClaimStanding.SetAside, ClaimStanding.Holds, ClaimStanding.Holds], fact.Claims.Select(claim => claim.Standing));
            Assert.Equal(["14/2/2024", "12/2/2024", "14/2/2024 (nhắc lại)", "14 February 2024"], fact.Claims.Select(claim => claim.Value.Text));
            Assert.Equal(("k4", "Sở Ngoại vụ Sơn La", "Trang của UNESCO"), Assert.Single(fact.Resolutions) is var (_, holds, by, ground, _) ? (holds, by, ground) : default);
        });
    }

    [Fact]
    public void What_is_claimed_after_a_decision_reopens_it_where_it_differs()
    {
        var decided = SonLa().When(Resolve("k4"));
        decided.When(Claim(Recognised, "14/2", "2024-02-14")).And(city => Assert.False(Fact(city).Conflicting));
        decided.When(Claim(Recognised, "15/2", "2024-02-15")).And(city => Assert.True(Fact(city).Conflicting));
    }

    [Fact]
    public void A_later_decision_counts_and_the_earlier_one_is_kept() => SonLa().When(Resolve("k4")).When(Resolve("k2")).And(city =>
    {
        Assert.Equal(["k4", "k2"], Fact(city).Resolutions.Select(resolution => resolution.Holds));
        Assert.Equal(["k2"], Fact(city).Claims.Where(claim => claim.Standing is ClaimStanding.Holds).Select(claim => claim.Id));
    });

    [Fact]
    public void The_same_decision_again_changes_nothing() => SonLa().When(Resolve("k4")).When(Resolve("k4")).ThenUnchanged();

    [Fact]
    public void The_same_source_saying_the_same_again_changes_nothing() =>
        City(Claim(Recognised, "14/2/2024", "2024-02-14")).When(Claim(" " + Recognised, "14/2/2024 ", "2024-02-14")).ThenUnchanged();

    [Fact]
    public void A_month_and_a_day_of_it_do_not_differ() =>
        City(Claim(Recognised, "tháng 2/2024", "2024-02"), Claim(Recognised, "14/2/2024", "2024-02-14")).And(city => Assert.False(Fact(city).Conflicting));

    [Fact]
    public void A_filing_after_the_recognition_cannot_be_and_both_facts_say_so()
    {
        var claimed = City(Claim(Recognised, "14/2/2024", "2024-02-14"), Claim(Submitted, "trong năm 2025", "2025")).And(city =>
        {
            Assert.Equal([(Recognised, Submitted), (Submitted, Recognised)], city.ClaimedFacts.Select(fact => (fact.Fact, Assert.Single(fact.ConflictsWith))));
            Assert.All(city.ClaimedFacts, fact => Assert.True(fact.Conflicting));
        });

        claimed.When(new ResolveCityClaim(Submitted, "Bài báo nhầm năm")).And(city =>
        {
            Assert.All(city.ClaimedFacts, fact => Assert.False(fact.Conflicting));
            Assert.Equal(ClaimStanding.SetAside, city.ClaimedFacts[1].Claims[0].Standing);
        });
    }

    [Fact]
    public void A_filing_before_the_recognition_is_as_it_should_be() =>
        City(Claim(Recognised, "14/2/2024", "2024-02-14"), Claim(Submitted, "2024", "2024"))
        .And(city => Assert.All(city.ClaimedFacts, fact => Assert.False(fact.Conflicting)));

    [Fact]
    public void The_filing_of_another_network_says_nothing() =>
        City(Claim(Recognised, "14/2/2024", "2024-02-14"), Claim("membership/uccn/submittedOn", "2025", "2025"))
        .And(city => Assert.All(city.ClaimedFacts, fact => Assert.Empty(fact.ConflictsWith)));

    [Fact]
    public void Nearly_a_number_and_the_number_itself_differ()
    {
        Assertion books = new("sách", "gần 2 triệu") { Number = 2_000_000, Qualifier = Qualifier.Nearly };
        City(new AssertCityClaim(books), new AssertCityClaim(books with { Value = "2 triệu", Qualifier = null })).And(city =>
        {
            Assert.True(city.ClaimedFacts[0].Conflicting);
            Assert.Equal([Qualifier.Nearly, Qualifier.Exact], city.ClaimedFacts[0].Claims.Select(claim => claim.Value.Qualifier!.Value));
        });
    }

    [Fact]
    public void A_claim_names_its_source() =>
        Given().AsOf(context => context with { Source = null }).When(Claim(Recognised, "14/2/2024", "2024-02-14")).ThenInvalid("source");

    [Fact]
    public void A_claim_names_its_fact_and_is_a_date_or_a_number() =>
        Given().When(new AssertCityClaim(new Assertion(" ", "x") { Date = On("2024"), Number = 3 })).ThenInvalid("claim.fact", "claim.number");

    [Fact]
    public void A_qualifier_goes_with_a_number() =>
        Given().When(new AssertCityClaim(new Assertion("sách", "gần 2 triệu") { Qualifier = Qualifier.Nearly })).ThenInvalid("claim.qualifier");

    [Fact]
    public void A_doubt_stands_beside_the_claim() => SonLa().When(new DisputeCityClaim("k2", "Cùng bài ghi hai ngày")).And(city =>
    {
        Assert.Equal(ClaimStanding.Disputed, Fact(city).Claims[1].Standing);
        Assert.Equal(("Lò Thị Mai", "Cùng bài ghi hai ngày"), Assert.Single(Fact(city).Claims[1].Disputes) is var (by, ground, _) ? (by, ground) : default);
    });

    [Fact]
    public void What_is_set_aside_needs_no_dispute() =>
        SonLa().When(Resolve("k4")).When(new DisputeCityClaim("k2", "Sai")).ThenRefused("claim/set-aside", "resolve-claim", "resolve the fact again");

    [Fact]
    public void What_nobody_claimed_is_neither_doubted_nor_decided()
    {
        SonLa().When(new DisputeCityClaim("k9", "Sai")).ThenRefused("claim/no-such-claim", "k1, k2, k3, k4", "The claims are: k1");
        SonLa().When(Resolve("k9")).ThenRefused("claim/no-such-claim");
        SonLa().When(new ResolveCityClaim("tên", "Sai")).ThenRefused("claim/no-such-fact", Recognised, Recognised);
        Given().When(Resolve("k1")).ThenRefused("claim/no-such-fact", "assert-claim", "assert-claim");
    }

    private static Story<City, CityCommand, CityEvent> SonLa() => City(
        Claim(Recognised, "14/2/2024", "2024-02-14"), Claim(Recognised, "12/2/2024", "2024-02-12"),
        Claim(Recognised, "14/2/2024 (nhắc lại)", "2024-02-14"), Claim(Recognised, "14 February 2024", "2024-02-14"));

    /// <summary>A city of which this was claimed, all by one article.</summary>
    private static Story<City, CityCommand, CityEvent> City(params AssertCityClaim[] claims) => claims.Aggregate(Given(), (story, claim) => story.When(claim));

    private static Story<City, CityCommand, CityEvent> Given() =>
        new Story<City, CityCommand, CityEvent>(Domain.Cities.City.Unrecorded("vn-son-la"), CityDecider.Decide, Domain.Cities.City.Evolve)
        .Given(new CityRegistered("Sơn La", new Country("VN", "Việt Nam"), null))
        .AsOf(context => context with { Source = new SourceDocument("Thế giới & Việt Nam", DatedOn: On("2025-01-29")) });

    private static AssertCityClaim Claim(string fact, string value, string date) => new(new Assertion(fact, value) { Date = On(date) });

    private static ResolveCityClaim Resolve(string holds) => new(Recognised, "Đối chiếu") { Holds = holds };

    private static ClaimedFact Fact(City city) => Assert.Single(city.ClaimedFacts);
}
