using CityGrains.Domain.Agreements;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class LinkedActivityTests
{
    private static readonly AgreementProposed Proposed = new(AgreementKind.Mou, new AgreementTitle("Bản ghi nhớ"), [], [], "so", "ubnd");

    [Fact]
    public void Activities_and_delegations_are_linked_once() => Given(Proposed).When(new LinkActivity("act-1")).ThenHappened<ActivityLinked>()
        .When(new LinkActivity("act-2") { Delegation = true }).ThenHappened<DelegationLinked>()
        .And(agreement => Assert.Equal(["act-1", "act-2"], agreement.Activities))
        .When(new LinkActivity("act-1")).ThenUnchanged();

    [Fact]
    public void They_are_bounded() =>
        Given([Proposed, .. Enumerable.Range(0, 2000).Select(n => new ActivityLinked($"act-{n}"))]).When(new LinkActivity("act-x"))
            .ThenRefused("agreement/too-many-activities");

    private static Story<Agreement, AgreementCommand, AgreementEvent> Given(params AgreementEvent[] happened) =>
        new Story<Agreement, AgreementCommand, AgreementEvent>(Agreement.Unrecorded("agr-1"), AgreementDecider.Decide, Agreement.Evolve).Given(happened);
}
