using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class LegacyTests
{
    public static TheoryData<LegalState> States => LifecycleTests.States;

    [Theory]
    [MemberData(nameof(States))]
    public void An_old_agreement_enters_at_any_state(LegalState state) => Given().AsOf(Asking.FromAList).When(Ask.RegisterLegacy(state))
        .ThenHappened<LegacyAgreementRegistered>().And(agreement => Assert.Equal(state, agreement.State));

    [Fact]
    public void An_old_agreement_names_its_source() => When(Ask.RegisterLegacy()).ThenRefused("agreement/source-missing", "source.title", "source.title");

    [Fact]
    public void The_oldest_known_runs_from_1967() =>
        Given().AsOf(Asking.FromAList).When(Ask.RegisterLegacy(signedOn: "1967", effectiveOn: "1967")).ThenHappened<LegacyAgreementRegistered>()
        .And(agreement => Assert.Equal((Asking.On("1967"), Asking.On("1967")), (agreement.Signing!.SignedOn, agreement.Periods[0].Since)));

    [Fact]
    public void An_ended_agreement_ended_when_its_record_says_and_not_when_it_was_signed() =>
        Given().AsOf(context => Asking.FromAList(context) with { OccurredOn = Asking.On("2015-07") })
            .When(Ask.RegisterLegacy(LegalState.Expired, "2010", "2010"))
            .ThenHappened<LegacyAgreementRegistered>()
            .And(agreement => Assert.Equal((LegalState.Expired, Asking.On("2015-07")), (agreement.Periods[0].State, agreement.Periods[0].Since)));

    [Fact]
    public void An_old_agreement_was_not_signed_in_the_future() =>
        Given().AsOf(Asking.FromAList).When(Ask.RegisterLegacy(signedOn: "2026-03-03")).ThenRefused("agreement/in-the-future", "signedOn");

    [Fact]
    public void An_old_agreement_did_not_take_effect_in_the_future() =>
        Given().AsOf(Asking.FromAList).When(Ask.RegisterLegacy(effectiveOn: "2027")).ThenRefused("agreement/in-the-future", "effectiveOn");

    [Fact]
    public void An_old_agreement_did_not_take_effect_before_it_was_signed() =>
        Given().AsOf(Asking.FromAList).When(Ask.RegisterLegacy(signedOn: "2001", effectiveOn: "2000")).ThenRefused("agreement/effective-before-signing");

    [Fact]
    public void A_state_contradicts_no_date() =>
        Given().AsOf(Asking.FromAList).When(Ask.RegisterLegacy(LegalState.Rejected, "2001", "2001")).ThenInvalid("signedOn", "effectiveOn");

    [Fact]
    public void A_term_ends_after_it_began() =>
        Given().AsOf(Asking.FromAList).When(Ask.RegisterLegacy(effectiveOn: "2001") with { Term = new Term(Asking.On("2000")) }).ThenInvalid("term.until");

    [Theory]
    [InlineData(LegalState.Unrecorded)]
    [InlineData((LegalState)99)]
    public void A_state_is_one_it_can_have_reached(LegalState state) => Given().AsOf(Asking.FromAList).When(Ask.RegisterLegacy(state)).ThenInvalid("state");

    [Fact]
    public void The_same_record_again_changes_nothing() => Given().AsOf(Asking.FromAList).When(Ask.RegisterLegacy()).When(Ask.RegisterLegacy()).ThenUnchanged();

    [Fact]
    public void The_same_record_again_changes_nothing_whatever_has_happened_since() =>
        Given(Legacy(LegalState.InEffect), Planned(), Started()).AsOf(Asking.FromAList).When(Ask.RegisterLegacy()).ThenUnchanged();

    [Fact]
    public void The_same_id_with_another_state_is_another_record() =>
        Given(Legacy(LegalState.InEffect)).AsOf(Asking.FromAList).When(Ask.RegisterLegacy(LegalState.Expired)).ThenRefused("agreement/already-exists");

    [Fact]
    public void The_same_id_with_other_parties_is_another_record() =>
        Given(Legacy(LegalState.InEffect)).AsOf(Asking.FromAList).When(Ask.RegisterLegacy() with { Parties = [LuangPrabang, SonLa] })
            .ThenRefused("agreement/already-exists");

    [Fact]
    public void A_proposal_is_no_legacy_record() =>
        Given(Proposed()).AsOf(Asking.FromAList).When(Ask.RegisterLegacy(LegalState.Proposed)).ThenRefused("agreement/already-exists");

    [Fact]
    public void A_bad_id_is_refused_here_too() => Of("Sơn La").AsOf(Asking.FromAList).When(Ask.RegisterLegacy()).ThenRefused("agreement/bad-id");

    [Fact]
    public void An_archived_record_was_signed_if_it_bears_the_date()
    {
        Given().AsOf(Asking.FromAList).When(Ask.RegisterLegacy(LegalState.Archived)).ThenHappened<LegacyAgreementRegistered>()
            .And(agreement => Assert.Null(agreement.Signing));
        Given().AsOf(Asking.FromAList).When(Ask.RegisterLegacy(LegalState.Archived, "1999")).ThenHappened<LegacyAgreementRegistered>()
            .And(agreement => Assert.Equal(Asking.On("1999"), agreement.Signing!.SignedOn));
    }
}
