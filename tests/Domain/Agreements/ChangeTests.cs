using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

/// <summary>The small procedure that every change goes through, whatever it does.</summary>
public sealed class ChangeTests
{
    [Fact]
    public void A_change_is_proposed_consulted_on_approved_and_takes_effect() =>
        Given(UntilInEffect()).When(Ask.Propose(ChangeKind.Termination)).ThenHappened<ChangeProposed>()
            .When(Ask.OpenChangeConsultation()).ThenHappened<ChangeConsultationOpened>()
            .When(Ask.RecordChangeOpinion()).ThenHappened<ChangeOpinionReceived>()
            .AsOf(context => context.For(Ask.ApproveChange())).When(Ask.ApproveChange()).ThenHappened<ChangeApproved>()
            .When(Ask.PutIntoEffect()).ThenHappened<AgreementTerminated>()
            .And(agreement => Assert.Equal(
                (LegalState.Terminated, ChangeState.Effective, Asking.On("2026-02-26"), "Lò Thị Mai"),
                (agreement.State, agreement.Changes[0].State, agreement.Changes[0].EffectiveOn, agreement.Changes[0].ProposedBy)));

    [Fact]
    public void Who_proposed_a_change_may_not_approve_it() =>
        Given([.. UntilInEffect()]).When(Ask.Propose(ChangeKind.Termination)).When(Ask.OpenChangeConsultation()).When(Ask.RecordChangeOpinion())
            .When(Ask.ApproveChange()).ThenRefused("agreement/four-eyes", "'Lò Thị Mai' đã đề xuất", "another key");

    [Fact]
    public void Who_proposed_an_agreement_may_not_approve_its_signing() =>
        When(Ask.Propose()).When(Ask.OpenConsultation()).When(Ask.RecordOpinion()).When(Ask.Approve()).ThenRefused("agreement/four-eyes");

    [Fact]
    public void Of_an_agreement_nobody_proposed_here_anybody_approves_the_signing() =>
        Given(Legacy(LegalState.Consulting)).When(Ask.Approve()).ThenHappened<SigningApproved>();

    [Fact]
    public void One_change_of_a_kind_is_under_way_at_a_time() =>
        Given([.. UntilInEffect(), ChangeProposed(ChangeKind.Amendment)]).When(Ask.Propose(ChangeKind.Amendment))
            .ThenRefused("agreement/change-under-way", "'ch1'", "drop-change");

    [Fact]
    public void Another_kind_or_one_after_it_was_dropped_may_begin() =>
        Given([.. UntilInEffect(), ChangeProposed(ChangeKind.Amendment)]).When(Ask.Propose(ChangeKind.Extension)).ThenHappened<ChangeProposed>()
            .When(Ask.Drop()).ThenHappened<ChangeDropped>().When(Ask.Propose(ChangeKind.Amendment)).ThenHappened<ChangeProposed>()
            .And(agreement => Assert.Equal(
                [("ch1", ChangeState.Dropped), ("ch2", ChangeState.Proposed), ("ch3", ChangeState.Proposed)], agreement.Changes.Select(change => (change.Id, change.State))));

    [Fact]
    public void Silence_is_no_consent_to_a_change() => Given([.. UntilInEffect(), ChangeProposed(), ChangeConsulted("Bộ Ngoại giao", "Bộ Công an")])
        .When(Ask.ApproveChange()).ThenRefused("agreement/opinions-missing", "Bộ Công an");

    [Fact]
    public void A_disagreement_needs_the_Prime_Ministers_consent() =>
        Given([.. UntilInEffect(), ChangeProposed(), ChangeConsulted(), ChangeAnswered(Opinion.Disagree)])
            .When(Ask.ApproveChange(overriding: "Gấp")).ThenRefused("agreement/prime-minister-consent-missing");

    [Fact]
    public void With_that_consent_it_is_approved() =>
        Given([.. UntilInEffect(), ChangeProposed(), ChangeConsulted(), ChangeAnswered(Opinion.Disagree)]).When(Ask.ApproveChange(consent: "9/TTg"))
            .ThenHappened<ChangeApproved>();

    [Fact]
    public void An_agency_that_was_not_asked_does_not_answer() =>
        Given([.. UntilInEffect(), ChangeProposed(), ChangeConsulted()]).When(Ask.RecordChangeOpinion(agency: "Bộ Y tế"))
            .ThenRefused("agreement/agency-not-asked");

    [Fact]
    public void Nothing_takes_effect_before_it_is_approved() => Given([.. UntilInEffect(), ChangeProposed(), ChangeConsulted()])
        .When(Ask.PutIntoEffect()).ThenRefused("agreement/wrong-step", "Đang lấy ý kiến", "The change 'ch1' is consulting. This needs: approved.");

    [Fact]
    public void Nor_before_the_decision() => Given([.. UntilInEffect(), .. UntilChangeApproved(Changes.Of(ChangeKind.Termination))])
        .When(Ask.PutIntoEffect(on: "2026-02-24")).ThenRefused("agreement/effective-before-decision");

    [Fact]
    public void Nor_in_the_future() => Given([.. UntilInEffect(), .. UntilChangeApproved(Changes.Of(ChangeKind.Termination))])
        .When(Ask.PutIntoEffect(on: "2026-03-03")).ThenRefused("agreement/in-the-future");

    [Fact]
    public void A_change_nobody_proposed_is_not_found() =>
        Given([.. UntilInEffect(), ChangeProposed()]).When(Ask.Drop("ch7")).ThenRefused("agreement/no-such-change", "Các thay đổi: ch1.", "Changes: ch1.");

    [Fact]
    public void What_is_effective_is_not_dropped() => Given(UntilSuspended()).When(Ask.Drop()).ThenRefused("agreement/wrong-step");

    [Fact]
    public void An_end_leaves_nothing_to_change() =>
        Given([.. UntilInEffect(), .. UntilChangeApproved(Changes.Of(ChangeKind.Termination)), ChangeProposed(ChangeKind.Amendment, "ch2")])
            .When(Ask.PutIntoEffect()).ThenHappened<AgreementTerminated>()
            .And(agreement => Assert.Equal([ChangeState.Effective, ChangeState.Lapsed], agreement.Changes.Select(change => change.State)));

    [Fact]
    public void What_the_state_forbids_when_it_is_to_take_effect_does_not() =>
        Given([.. UntilImplementing(), .. UntilChangeApproved(Changes.Of(ChangeKind.Suspension)), Met(), Completed(), Archived()])
            .When(Ask.PutIntoEffect()).ThenRefused("agreement/not-changeable");

    [Fact]
    public void What_belongs_to_another_kind_is_named() =>
        Given(UntilInEffect()).When(
            Ask.Propose(Changes.Of(ChangeKind.Termination) with { Part = "Y tế", Until = Asking.On("2027"), Term = Term.Open, Successor = "agr-1" }))
            .ThenInvalid("change.part", "change.until", "change.term", "change.successor");

    [Fact]
    public void What_a_kind_needs_is_asked_for()
    {
        Given(UntilInEffect()).When(Ask.Propose(new Change(ChangeKind.Amendment, "Đổi"))).ThenInvalid("change.provisions");
        Given(UntilInEffect()).When(Ask.Propose(new Change(ChangeKind.Extension, "Đổi"))).ThenInvalid("change.term");
        Given(UntilInEffect()).When(Ask.Propose(new Change(ChangeKind.Supersession, "Đổi"))).ThenInvalid("change.successor");
        Given(UntilInEffect()).When(Ask.Propose(new Change((ChangeKind)9, " "))).ThenInvalid("change.kind", "change.ground");
    }
}
