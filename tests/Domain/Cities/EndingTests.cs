using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Tests.Asking;
using static CityGrains.Domain.Tests.Cities.Told;

namespace CityGrains.Domain.Tests.Cities;

/// <summary>A city's standing, its end, and who follows it.</summary>
public sealed class EndingTests
{
    private static readonly CityDissolved Dissolved = new(On("2025-07-01"), "Kết thúc hoạt động của cấp huyện", "203/2025/QH15");

    [Fact]
    public void A_status_is_kept_as_the_decision_names_it() =>
        Given(Registered).When(new ChangeCityStatus(" thành phố thuộc tỉnh", On("2008")) { Decision = "98/2008/NĐ-CP" })
        .ThenHappened<CityStatusChanged>().And(city => Assert.Equal("thành phố thuộc tỉnh", city.Status));

    [Fact]
    public void The_status_it_has_changes_nothing() =>
        Given(Registered, new CityStatusChanged(null, "thị xã", On("2005"), null)).When(new ChangeCityStatus("thị xã", On("2006"))).ThenUnchanged();

    [Fact]
    public void A_city_that_merges_is_succeeded_by_what_it_became_part_of() =>
        Given(Registered).When(new MergeCity("vn-to-hieu", On("2025-07-01"))).ThenHappened<CityMerged>()
        .And(city => Assert.Equal((CityEndingKind.Merged, On("2025-07-01")), (city.Ending!.Kind, city.Ending.On)))
        .And(city => Assert.Equal(new Successor("vn-to-hieu", Part: false, On("2025-07-01"), null), Assert.Single(city.Successors)));

    [Fact]
    public void Several_may_follow_in_part_and_one_in_whole_takes_the_place_of_all() => Given(Registered, Dissolved)
        .When(Follows("vn-to-hieu", part: true)).When(Follows("vn-chieng-coi", part: true))
            .And(city => Assert.Equal(["vn-to-hieu", "vn-chieng-coi"], city.Successors.Select(next => next.City)))
        .When(Follows("vn-tinh-son-la", part: false)).And(city => Assert.Equal(["vn-tinh-son-la"], city.Successors.Select(next => next.City)))
        .When(Follows("vn-to-hieu", part: true)).And(city => Assert.Equal(["vn-to-hieu"], city.Successors.Select(next => next.City)));

    [Fact]
    public void A_hundred_follow_in_part_at_most() =>
        Given([Registered, Dissolved, .. Enumerable.Range(0, 100).Select(n => new SuccessorDesignated($"vn-{n}", Part: true, On("2025-07-01"), null))])
            .When(Follows("vn-100", part: true)).ThenRefused("city/too-many-successors", "100");

    [Fact]
    public void Activities_are_linked_once_and_are_bounded()
    {
        Given(Registered).When(new LinkCityActivity("act-1")).ThenHappened<CityActivityLinked>().And(city => Assert.Equal(["act-1"], city.Activities));
        Given(Registered, new CityDelegationLinked("act-1")).When(new LinkCityActivity("act-1") { Delegation = true }).ThenUnchanged();
        Given([Registered, .. Enumerable.Range(0, 2000).Select(n => new CityActivityLinked($"act-{n}"))]).When(new LinkCityActivity("act-x"))
            .ThenRefused("city/too-many-activities");
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        Given(Registered, Dissolved).When(new DissolveCity(On("2025-07-01"), "Lại")).ThenUnchanged();
        Given(Registered, new CityMerged("vn-to-hieu", On("2025-07-01"), null)).When(new MergeCity("vn-to-hieu", On("2025-07-01"))).ThenUnchanged();
        Given(Registered, Dissolved).When(Follows("vn-to-hieu", part: true)).When(Follows("vn-to-hieu", part: true)).ThenUnchanged();
    }

    [Fact]
    public void A_city_ends_once_and_is_what_it_was_then_for_ever()
    {
        var ended = Given(Registered, Dissolved, new SuccessorDesignated("vn-to-hieu", Part: false, On("2025-07-01"), null));
        ended.When(new RenameCity("Tô Hiệu")).ThenRefused("city/ended", "vn-to-hieu", "was dissolved, on 2025-07-01");
        ended.When(new ChangeCityStatus("phường", On("2025-07-01"))).ThenRefused("city/ended");
        ended.When(new MergeCity("vn-to-hieu", On("2025-07-01"))).ThenRefused("city/ended");
        ended.When(new DissolveCity(On("2025-08-01"), "x")).ThenRefused("city/ended");
        ended.When(new RecordIndicator("sách", 1, "cuốn", Qualifier.Exact, On("2025-08"))).ThenRefused("city/ended");
        ended.When(new RecordIndicator("sách", 1, "cuốn", Qualifier.Exact, On("2025"))).ThenHappened<IndicatorRecorded>();
    }

    [Fact]
    public void Nobody_follows_a_city_that_has_not_ended_nor_itself()
    {
        Given(Registered).When(Follows("vn-to-hieu", part: false)).ThenRefused("city/not-ended", "dissolve", "merge");
        Given(Registered, Dissolved).When(Follows("vn-son-la", part: false)).ThenRefused("city/its-own-successor");
        Given(Registered).When(new MergeCity("vn-son-la", On("2025"))).ThenRefused("city/its-own-successor");
    }

    [Fact]
    public void No_end_lies_ahead()
    {
        Given(Registered).When(new DissolveCity(On("2027"), "x")).ThenRefused("city/in-the-future", "dissolvedOn");
        Given(Registered).When(new MergeCity("vn-to-hieu", On("2026-04"))).ThenRefused("city/in-the-future", "mergedOn");
        Given(Registered).When(new ChangeCityStatus("phường", On("2026-04"))).ThenRefused("city/in-the-future", "changedOn");
    }

    [Fact]
    public void All_faults_are_named_at_once() =>
        Given(Registered).When(new DesignateSuccessor("Tô Hiệu", DateOfRecord.Unknown) { Decision = " " }).ThenInvalid("successor", "designatedOn", "decision");

    [Fact]
    public void A_day_before_its_end_shows_the_city_that_it_was()
    {
        CityEvent[] happened = [Registered, new CityStatusChanged(null, "thành phố thuộc tỉnh", On("2008-09-03"), null), Recognised, Dissolved];
        var history = happened.Select(Asking.Today.Told).ToList();

        var before = City.AsOf("vn-son-la", history, new AsOf(new DateOnly(2025, 6, 30), null));
        var after = City.AsOf("vn-son-la", history, new AsOf(new DateOnly(2025, 7, 1), null));

        Assert.Equal(("thành phố thuộc tỉnh", null, MembershipState.Member), (before.Status, before.Ending, before.Membership().State));
        Assert.Equal(CityEndingKind.Dissolved, after.Ending!.Kind);
        Assert.Empty(City.AsOf("vn-son-la", history, new AsOf(new DateOnly(2024, 2, 13), null)).Memberships);
    }

    private static DesignateSuccessor Follows(string city, bool part) => new(city, On("2025-07-01")) { Part = part };
}
