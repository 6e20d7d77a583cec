using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class PlanTests
{
    [Fact]
    public void A_plan_numbers_its_commitments_and_their_steps() => Given(UntilInEffect())
        .When(new AdoptPlan([Ask.ToPromise("2026-06", "2026-09"), Ask.ToPromise()])).ThenHappened<ImplementationPlanAdopted>()
        .And(agreement => Assert.Equal(["c1-m1", "c1-m2", "c2-m1"], agreement.Commitments.SelectMany(commitment => commitment.Milestones)
            .Select(milestone => milestone.Id)));

    [Fact]
    public void A_commitment_without_steps_is_its_own_step() => Given(UntilInEffect()).When(Ask.AdoptPlan()).ThenHappened<ImplementationPlanAdopted>()
        .And(agreement => Assert.Equal(new Milestone("c1-m1", "Trao đổi giáo viên", Asking.On("2026-12")), agreement.Milestone("c1-m1")));

    [Fact]
    public void A_plan_holds_at_least_one_commitment_with_owner_and_due_date() => Given(UntilInEffect()).When(new AdoptPlan([])).ThenInvalid("commitments");

    [Fact]
    public void Faults_of_a_plan_bear_their_path() => Given(UntilInEffect()).When(new AdoptPlan(
    [
        new PlannedCommitment("", "", default) { Milestones = [null!, new PlannedMilestone(" ", default)] },
        null!,
        Ask.ToPromise() with { Milestones = null! },
    ]) { Reference = "" }).ThenInvalid(
        "commitments[0].description", "commitments[0].owner", "commitments[0].dueOn", "commitments[0].milestones[0]",
        "commitments[0].milestones[1].description", "commitments[0].milestones[1].dueOn", "commitments[1]", "commitments[2].milestones", "reference");

    [Fact]
    public void Nothing_is_planned_before_it_is_in_effect() => Given(UntilSigned()).When(Ask.AdoptPlan()).ThenRefused("agreement/not-in-effect");

    [Fact]
    public void After_a_completed_phase_the_next_plan_goes_on_counting() =>
        Given(UntilImplemented()).When(Ask.AdoptPlan()).ThenHappened<ImplementationPlanAdopted>().And(agreement =>
    {
        Assert.Equal(LegalState.Planned, agreement.State);
        Assert.Equal(["c1", "c2"], agreement.Commitments.Select(commitment => commitment.Id));
        Assert.Equal(Progress.Partial, agreement.Progress);
    });

    [Fact]
    public void A_commitment_is_added_to_a_plan() => Given(UntilImplementing()).When(Ask.AddCommitment()).ThenHappened<CommitmentAdded>()
        .And(agreement => Assert.Equal("c2", agreement.Commitments[^1].Id));

    [Fact]
    public void Without_a_plan_nothing_is_added() => Given(UntilInEffect()).When(Ask.AddCommitment()).ThenRefused("agreement/no-plan");

    [Fact]
    public void A_commitment_to_add_is_given() => Given(UntilPlanned()).When(new AddCommitment(null!)).ThenInvalid("commitment");
}
