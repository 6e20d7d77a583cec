using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Domain.Tests.Cities;
using FsCheck;
using FsCheck.Fluent;

namespace CityGrains.Domain.Tests.Histories;

/// <summary>Random ways into and out of a network.</summary>
public sealed class MembershipHistories
{
    private static readonly DateOnly[] Days = [.. Enumerable.Range(0, 12).Select(n => new DateOnly(2025, 4, 1).AddMonths(n))];

    private static readonly Gen<DateOfRecord> Dates = Gen.Elements("2024", "2025-05-01", "2025-08", "2025-11-15", "2026-02-01", "unknown").Select(Asking.On);

    /// <summary>Commands that often follow from one another.</summary>
    internal static Gen<CityCommand> Commands { get; } = Gen.OneOf(
        Gen.Elements<MembershipCommand>(
            new StartApplication(), new EndorseAsMayor("Chủ tịch"), new SubmitToNationalCommission(), new EndorseByNationalCommission(), new SubmitToUnesco(),
            new DeclineByNationalCommission("x"), new DeclineApplication("x"), new AbandonApplication("x"), new ReopenApplication("x"), new ReviseDossier("x"),
            new InactivateMembership("x"), new ReinstateMembership("x"), new RemoveMembership("x"), new WithdrawMembership("x"), new NoteReportOverdue()),
        from date in Dates
        from number in Gen.Choose(0, 43)
        from command in Gen.Elements<MembershipCommand>(
            new RecogniseMembership(date), new SubmitReport(date), new AcceptReport(date), new RecordReminder(date), new TransferMembership("vn-vinh", date),
            new ReceiveMembership("vn-hue", date), new NoteReportOverdue { DueOn = date }, new AssessCriterion(number, number % 2 == 0, date) { Evidence = Told.Proof })
        select command).Select(command => InANetwork(command));

    /// <summary>A command about a membership is about one of the network of learning cities.</summary>
    internal static CityCommand InANetwork(CityCommand command) =>
        command is MembershipCommand membership ? membership with { Network = Told.LearningCities } : command;

    /// <summary>Each step is one of the table; what a city takes over from another is none of its own.</summary>
    internal static void StepsAreLegal(City before, City after, CityCommand command)
    {
        Assert.Equal(after.Memberships.Length, after.Memberships.Select(membership => membership.Network).Distinct().Count());
        var (from, to) = (before.Membership(), after.Membership());
        Assert.True(from.State == to.State || command is ReceiveMembership || MembershipLifecycle.Allows(from.State, to.State), $"{from.State} → {to.State}");
        Assert.InRange(to.CriteriaMet, 0, Told.LearningCities.Criteria);
        Assert.True(to.RecognisedOn is not null || !to.IsMember);
    }

    [Fact]
    public void The_periods_alone_tell_where_a_city_stood_on_any_day_as_known_at_any_instant() => Prop.ForAll(
        History.Of(from command in Commands from date in Dates select (Command: command, On: date)), steps =>
        {
            var registered = Asking.Today.Told<CityEvent>(Told.Registered);
            var live = City.Evolve(City.Unrecorded("vn-son-la"), registered);
            var history = new List<Happening<CityEvent>> { registered };
            foreach (var (step, minute) in steps.Select((step, place) => (step, place)))
            {
                var context = Asking.Grounded(Asking.Today) with { OccurredOn = step.On, Now = Asking.Today.Now.AddMinutes(minute) };
                foreach (var e in CityDecider.Decide(live, step.Command, context).Events)
                {
                    history.Add(context.Told(e));
                    live = City.Evolve(live, history[^1]);
                }
            }

            foreach (var when in Days.Select(day => new AsOf(day, null)).Append(new AsOf(null, Asking.Today.Now.AddMinutes(steps.Count / 2))))
            {
                var shown = City.AsOf("vn-son-la", history, when).Membership();
                Assert.Equal((shown.State, shown.Since), live.Membership().AsOf(when) is { } then ? (then.State, then.Since) : (MembershipState.Unrecorded, DateOfRecord.Unknown));
            }
        }).Check(Checking.Of(400));
}
