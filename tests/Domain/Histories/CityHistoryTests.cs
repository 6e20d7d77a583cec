using CityGrains.Domain.Cities;
using CityGrains.Domain.Claims;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Requests;
using FsCheck;
using FsCheck.Fluent;

namespace CityGrains.Domain.Tests.Histories;

public sealed class CityHistoryTests
{
    private static readonly Gen<CityCommand> Commands = Gen.Frequency(
        (2, Gen.Elements<CityCommand>(new RegisterCity("Sơn La", new Country("VN", "Việt Nam")), new RegisterCity("Vinh", new Country("VN", "Việt Nam")))),
        (2, Gen.Elements("Sơn La", "So\u031Bn La", "Tô Hiệu").Select(name => (CityCommand)new RenameCity(name))),
        (3, from name in Gen.Elements("sách", "thư viện")
            from asOf in Gen.Elements("2023", "2024-06", "2024", "unknown", "2027")
            from value in Gen.Choose(0, 1000)
            select (CityCommand)new RecordIndicator(name, value, "cuốn", Qualifier.Nearly, Asking.On(asOf))),
        (1, Gen.Elements<CityCommand>(
            new ChangeCityStatus("thị xã", Asking.On("2013")), new MergeCity("vn-vinh", Asking.On("2025-07-01")),
            new DissolveCity(Asking.On("2025-07-01"), "x"),
            new DesignateSuccessor("vn-vinh", Asking.On("2025")) { Part = true })),
        (12, MembershipHistories.Commands),
        (3, from fact in Gen.Elements("membership/gnlc/recognisedOn", "membership/gnlc/submittedOn")
            from date in Gen.Elements("2024-02-14", "2024-02-12", "2025")
            from command in Gen.Elements<CityCommand>(
                new AssertCityClaim(new Assertion(fact, date) { Date = Asking.On(date) }), new DisputeCityClaim("k1", "Ghi hai ngày"),
                new ResolveCityClaim(fact, "Theo UNESCO") { Holds = "k2" })
            select command),
        (3, Gen.Elements<CityCommand>(
            new RequestCityFeedback(new Question("UNESCO", "Ngày nào?", Asking.On("2026-02-01"))),
            new AnswerCityFeedback("r1", new Answer("14/2", Asking.On("2026-02-03"))),
            new RemindCityFeedback("r1", Asking.On("2026-02-02")), new WithdrawCityFeedback("r2", Asking.On("2026-03"), "Đã rõ"))),
        (2, Anything.OneOf<CityCommand>(Anything.CommandsOf<CityCommand>()).Select(MembershipHistories.InANetwork)));

    [Fact]
    public void Whatever_is_asked_the_record_stays_sound() => Prop.ForAll(History.Of(Commands), history =>
    {
        var live = City.Unrecorded("vn-son-la");
        var happened = new List<CityEvent>();
        foreach (var command in history)
        {
            var decision = History.Answered(() => CityDecider.Decide(live, command, Asking.Grounded(Asking.Today)));
            happened.AddRange(decision.Events);
            var before = live;
            live = decision.Events.Aggregate(live, (state, e) => City.Evolve(state, Asking.Today.Told(e)));
            MembershipHistories.StepsAreLegal(before, live, command);
            Assert.Equal(happened.Count, live.Version);
            Assert.Equal(live.Exists, live.Country is not null);
            Assert.True(live.Name.IsNormalized());
            Following.Sound(live.Claims, live.ClaimedFacts, live.Requests);
            Assert.Equal(live.Indicators.Length, live.Indicators.Select(indicator => indicator.Name).Distinct().Count());
        }

        History.Same(live, happened.Aggregate(City.Unrecorded("vn-son-la"), (before, e) => City.Evolve(before, Asking.Today.Told(e))));
    }).Check(Checking.Of(500));

    [Fact]
    public void No_command_makes_the_decider_throw() => Prop.ForAll(Anything.OneOf<CityCommand>(Anything.CommandsOf<CityCommand>()).ToArbitrary(), sent =>
    {
        var command = MembershipHistories.InANetwork(sent);
        var registered = City.Evolve(
            City.Unrecorded("vn-son-la"), Asking.Today.Told<CityEvent>(new CityRegistered("Sơn La", new Country("VN", "Việt Nam"), null)));
        History.Answered(() => CityDecider.Decide(City.Unrecorded("vn-son-la"), command, Asking.Today));
        History.Answered(() => CityDecider.Decide(registered, command, Asking.Today));
    }).Check(Checking.Of(3000));
}
