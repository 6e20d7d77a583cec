using System.Security.Cryptography;
using System.Text;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Domain.Tests.Histories;

namespace CityGrains.Domain.Tests.Samples;

public sealed class SampleTests
{
    private static readonly IReadOnlyList<Request> Agreements = [.. SampleFile.Read("agreements.jsonl")];

    [Fact]
    public void Every_line_is_accepted_and_some_forty_agreements_show_every_state()
    {
        var states = Folded().Values.Select(agreement => agreement.State).ToList();
        Assert.InRange(states.Count, 40, 45);
        Assert.Equal(Enum.GetValues<LegalState>().Skip(1), states.Distinct().Order());
    }

    [Fact]
    public void They_show_several_kinds_offices_and_countries_and_how_milestones_end()
    {
        var agreements = Folded().Values.ToList();
        var steps = agreements.SelectMany(agreement => agreement.Commitments).SelectMany(commitment => commitment.Milestones).Select(step => step.Status);
        Assert.Equal(Enum.GetValues<AgreementKind>(), agreements.Select(agreement => agreement.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<MilestoneStatus>(), steps.Distinct().Order());
        Assert.Equal(Enum.GetValues<Progress>(), agreements.Select(agreement => agreement.Progress).Distinct().Order());
        Assert.True(agreements.Select(agreement => agreement.Office).Distinct().Count() >= 5);
        Assert.True(agreements.SelectMany(agreement => agreement.Parties).Select(party => party.Country.Code).Distinct().Count() >= 15);
        Assert.DoesNotContain(agreements.SelectMany(agreement => agreement.Parties), party => party.Country.Code is null);
    }

    [Fact]
    public void Every_act_of_an_agreement_occurs() => Assert.Equal(
        typeof(AgreementCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AgreementCommand))).Select(type => type.Name)
            .Order(StringComparer.Ordinal),
        Agreements.Select(request => request.Command.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_state_began_before_the_one_it_followed() => Assert.All(Folded().Values, agreement =>
        Assert.All(agreement.Periods.Zip(agreement.Periods.Skip(1)), pair => Assert.False(pair.Second.Since.IsBefore(pair.First.Since), agreement.Id)));

    [Fact]
    public void Nothing_invented_goes_unmarked()
    {
        Assert.All(Agreements, request => Assert.Equal("Dữ liệu minh họa (không có thật) / Invented sample", request.Context.Source?.Title));
        Assert.All(Folded().Values, agreement => Assert.StartsWith("[Invented sample] ", agreement.Title.Foreign, StringComparison.Ordinal));
    }

    [Fact]
    public void The_texts_that_were_signed_are_the_sentences_that_the_readme_states() =>
        Assert.All(Agreements.Where(request => request.Command is SignAgreement), request =>
            Assert.Equal(Sha256($"Invented sample text of {request.Id}"), ((SignAgreement)request.Command).Text.Sha256));

    [Fact]
    public void The_six_learning_cities_are_registered_each_with_its_source()
    {
        var cities = new Dictionary<string, City>(StringComparer.Ordinal);
        foreach (var request in SampleFile.Read("learning-cities.jsonl").Where(request => request.Command is CityCommand))
        {
            Assert.NotNull(request.Context.Source);
            var city = cities.GetValueOrDefault(request.Id) ?? City.Unrecorded(request.Id);
            var decision = CityDecider.Decide(city, MembershipHistories.InANetwork((CityCommand)request.Command), request.Context);
            cities[request.Id] = Accepted(request, decision).Aggregate(city, (before, e) => City.Evolve(before, request.Context.Told(e)));
        }

        Assert.Equal(["vn-cao-lanh", "vn-ha-noi", "vn-ho-chi-minh-city", "vn-sa-dec", "vn-son-la", "vn-vinh"], cities.Keys.Order(StringComparer.Ordinal));
        Assert.All(cities.Values, city => Assert.Equal(("VN", true), (city.Country!.Code, city.Location!.AreOnEarth)));
        Assert.Equal(["2022", "2025-12-04", "2024-02-14", "2020", "2024-02-14", "2020"], cities.OrderBy(city => city.Key, StringComparer.Ordinal)
            .Select(city => city.Value.MembershipIn("gnlc").RecognisedOn.ToString()));
        Assert.Equal(["vn-cao-lanh", "vn-sa-dec", "vn-son-la", "vn-vinh"], cities.Values.Where(city => city.Ending is not null).Select(city => city.Id).Order(StringComparer.Ordinal));
        Assert.Equal([62.88m, 43.66m, 88, 12, 130, 2_000_000, 36, 300], cities["vn-son-la"].Indicators.Select(indicator => indicator.Value));
        Assert.Equal(["vn-ho-chi-minh-city", "vn-son-la"], cities.Values.Where(city => city.ClaimedFacts.Any(fact => fact.Conflicting)).Select(city => city.Id).Order(StringComparer.Ordinal));
        var partners = SampleFile.Read("partner-cities.jsonl").Select(request => request.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(Folded().Values.SelectMany(agreement => agreement.Parties)
            .Select(party => party.City).OfType<string>(), id => Assert.True(cities.ContainsKey(id) || partners.Contains(id), id));
    }

    [Fact]
    public void The_four_activities_of_2022_took_place_and_the_day_of_one_is_in_doubt()
    {
        var activities = new Dictionary<string, Activity>(StringComparer.Ordinal);
        foreach (var request in SampleFile.Read("activities.jsonl"))
        {
            Assert.NotNull(request.Context.Source);
            var activity = activities.GetValueOrDefault(request.Id) ?? Activity.Unrecorded(request.Id);
            var decision = ActivityDecider.Decide(activity, (ActivityCommand)request.Command, request.Context);
            activities[request.Id] = Accepted(request, decision).Aggregate(activity, (before, e) => Activity.Evolve(before, request.Context.Told(e)));
        }

        Assert.Equal(4, activities.Values.Count(activity => activity.State is ActivityState.Held));
        Assert.Equal(["act-2022-gap-go-thanh-hoa-han-quoc"], activities.Values.Where(activity => activity.ClaimedFacts.Any(fact => fact.Conflicting)).Select(activity => activity.Id));
    }

    private static Dictionary<string, Agreement> Folded()
    {
        var agreements = new Dictionary<string, Agreement>(StringComparer.Ordinal);
        foreach (var request in Agreements)
        {
            var agreement = agreements.GetValueOrDefault(request.Id) ?? Agreement.Unrecorded(request.Id);
            var decision = AgreementDecider.Decide(agreement, (AgreementCommand)request.Command, request.Context);
            agreements[request.Id] = Accepted(request, decision).Aggregate(agreement, (before, e) => Agreement.Evolve(before, request.Context.Told(e)));
        }

        return agreements;
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IReadOnlyList<T> Accepted<T>(Request request, Decision<T> decision)
    {
        var faults = decision.Refusal is { } refusal ? $"{refusal.Code} {string.Join(" ", refusal.Fields.Select(fault => fault.Message.En))}" : null;
        Assert.True(decision.Events.Count > 0, $"line {request.Line}, {request.Id}, {request.Command.GetType().Name}: {faults ?? "changes nothing"}");
        return decision.Events;
    }
}
