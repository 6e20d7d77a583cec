using CityGrains.Domain.Agreements;
using FsCheck;
using FsCheck.Fluent;

namespace CityGrains.Domain.Tests.Histories;

public sealed class AgreementHistoryTests
{
    [Fact]
    public void Whatever_is_asked_the_record_stays_sound() =>
        Prop.ForAll(History.Of(AgreementHistories.Commands.Select(command => new AgreementHistories.Step(0, command))), history =>
        {
            Live(history);
        }).Check(Checking.Of(400));

    [Fact]
    public void Histories_that_lead_on_reach_every_state()
    {
        var reached = new HashSet<LegalState>();
        Prop.ForAll(History.Of(AgreementHistories.Steps), history =>
        {
            foreach (var period in Live(history).Periods) reached.Add(period.State);
        }).Check(Checking.Of(400));

        Assert.Empty(Enum.GetValues<LegalState>().Except([LegalState.Unrecorded]).Except(reached));
    }

    [Fact]
    public void No_command_makes_the_decider_throw() =>
        Prop.ForAll(Anything.OneOf<AgreementCommand>(Anything.CommandsOf<AgreementCommand>()).ToArbitrary(), command =>
        {
            foreach (var state in Enum.GetValues<LegalState>())
            {
                var history = Agreements.Happened.Until(state);
                var agreement = history.Aggregate(Agreement.Unrecorded("agr-1"), (before, e) => Agreement.Evolve(before, Asking.Today.Told(e)));
                History.Answered(() => AgreementDecider.Decide(agreement, command, Asking.Today));
            }
        }).Check(Checking.Of(3000));

    /// <summary>The agreement after a history, every step of it held against what must always be so.</summary>
    private static Agreement Live(IEnumerable<AgreementHistories.Step> history)
    {
        var live = Agreement.Unrecorded("agr-1");
        var happened = new List<AgreementEvent>();
        foreach (var step in history)
        {
            var (command, context) = (step.From(live), Asking.Grounded(Asking.Today));
            var decision = History.Answered(() => AgreementDecider.Decide(live, command, context.For(command)));
            if (command is ApproveChange || (command is ApproveSigning && live.ProposedBy is not null)) Assert.Empty(AgreementDecider.Decide(live, command, context).Events);
            foreach (var e in decision.Events)
            {
                var after = Evolved(live, e);
                happened.Add(e);
                Assert.Equal(happened.Count, after.Version);
                if (after.State != live.State) Assert.True(Lifecycle.Allows(live.State, after.State), $"{live.State} → {after.State} by {e.GetType().Name}");
                Assert.Equal(after.State, after.Periods[^1].State);
                Sound(after);
                live = after;
            }
        }

        History.Same(live, happened.Aggregate(Agreement.Unrecorded("agr-1"), Evolved));
        return live;
    }

    private static Agreement Evolved(Agreement agreement, AgreementEvent e) => Agreement.Evolve(agreement, Asking.Today.Told(e));

    /// <summary>What the guards promise of whatever did not enter as a legacy record.</summary>
    private static void Sound(Agreement agreement)
    {
        var ids = agreement.Commitments.SelectMany(commitment => commitment.Milestones).Select(milestone => milestone.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.InRange(agreement.DerivedPercent ?? 0, 0, 100);
        Following.Sound(agreement.Claims, agreement.ClaimedFacts, agreement.Requests);
        if (agreement.Proposer is null) return;

        if (Lifecycle.IsLive(agreement.State)) Assert.False(agreement.Signing!.SignedOn.IsBefore(agreement.Approval!.DecidedOn));
        if (agreement.EffectiveOn is { } effective) Assert.False(effective.IsBefore(agreement.Signing!.SignedOn));
        if (agreement.State is LegalState.Escalated) Assert.Empty(agreement.Consultation!.Missing);
        if (agreement.State is LegalState.Planned or LegalState.Implementing) Assert.NotEmpty(agreement.Commitments);
        if (agreement.State is LegalState.Implementing or LegalState.Implemented) Assert.NotEmpty(agreement.Evidence);
        if (agreement.State is LegalState.Implemented) Assert.Equal((Progress.Done, 100), (agreement.Progress, agreement.DerivedPercent));
    }
}
