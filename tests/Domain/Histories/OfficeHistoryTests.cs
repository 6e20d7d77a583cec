using CityGrains.Domain.Clocks;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;
using FsCheck;
using FsCheck.Fluent;

namespace CityGrains.Domain.Tests.Histories;

public sealed class OfficeHistoryTests
{
    private static readonly Gen<OfficeCommand> Commands = Gen.Frequency(
        (2, Gen.Elements<OfficeCommand>(new RegisterOffice(new OfficeName("Sở Ngoại vụ"), OfficeLevel.Department), new RegisterOffice(new OfficeName("Bộ", "Ministry"), OfficeLevel.Ministry))),
        (3, Gen.Elements("Sở Ngoại vụ", "So\u031B\u0309 Ngoại vụ", "Sở khác").Select(name => (OfficeCommand)new RenameOffice(new OfficeName(name)))),
        (3, from days in Gen.Choose(0, 5)
            from ahead in Gen.Choose(-1, 3)
            select (OfficeCommand)new SetOfficePolicy(new OfficePolicy(days, 1, 2, 3)) { From = Asking.Today.Today.AddDays(ahead) }),
        (2, Gen.Elements<OfficeCommand>(new AddPerson("Giám đốc", OfficeRole.Leader), new AddPerson("Chuyên viên", OfficeRole.Officer), new RemovePerson("p1"), new RemovePerson("p2"))),
        (1, Gen.Elements("2025", "2027", "unknown").Select(on => (OfficeCommand)new CloseOffice(Asking.On(on), "Sáp nhập"))),
        (2, Anything.OneOf<OfficeCommand>(Anything.CommandsOf<OfficeCommand>())));

    [Fact]
    public void Whatever_is_asked_the_record_stays_sound_and_any_part_of_it_folds() => Prop.ForAll(
        History.Of(Commands), Arb.From(Gen.Choose(0, int.MaxValue)), (commands, seed) =>
    {
        var live = Unrecorded;
        var history = new List<Happening<OfficeEvent>>();
        foreach (var command in commands)
        {
            foreach (var e in History.Answered(() => OfficeDecider.Decide(live, command, Reasoned, OfficeBook.Empty)).Events)
            {
                history.Add(Asking.Today.Told(e));
                live = Office.Evolve(live, history[^1]);
            }

            Assert.Equal(history.Count, live.Version);
            Assert.True(live.Policies.Zip(live.Policies.Skip(1)).All(pair => pair.First.From < pair.Second.From));
            Assert.Equal(live.People.Length, live.People.Select(person => person.Id).Distinct().Count());
            Assert.True(live.Names.All(name => name.IsNormalized()));
        }

        History.Same(live, Office.AsOf("so-ngoai-vu", history, new AsOf(Asking.Today.Today, Asking.Today.Now)));
        Assert.NotNull(history.Where((_, place) => ((seed >> (place % 30)) & 1) == 1).Aggregate(Unrecorded, Office.Evolve).Names.ToList());
    }).Check(Checking.Of(500));

    [Fact]
    public void No_command_makes_the_decider_throw() => Prop.ForAll(
        Anything.OneOf<OfficeCommand>(Anything.CommandsOf<OfficeCommand>()).ToArbitrary(), command =>
    {
        var registered = Office.Evolve(Unrecorded, Asking.Today.Told<OfficeEvent>(new OfficeRegistered(new OfficeName("Sở"), OfficeLevel.Department, null)));
        History.Answered(() => OfficeDecider.Decide(Unrecorded, command, Asking.Today, OfficeBook.Empty));
        History.Answered(() => OfficeDecider.Decide(registered, command, Reasoned, OfficeBook.Empty));
    }).Check(Checking.Of(3000));

    private static CommandContext Reasoned => Asking.Today with { Reason = "Giao ban" };

    private static Office Unrecorded => Office.Unrecorded("so-ngoai-vu");
}
