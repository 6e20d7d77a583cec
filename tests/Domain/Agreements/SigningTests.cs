using CityGrains.Domain.Agreements;
using CityGrains.Domain.Geography;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class SigningTests
{
    [Fact]
    public void An_agreement_nobody_approved_cannot_be_signed() =>
        Given(Proposed(), ConsultationOpened()).When(Ask.Sign(on: "2026-03-02")).ThenRefused("agreement/not-approved");

    [Fact]
    public void An_approved_agreement_is_signed() => Given(UntilApproved()).When(Ask.Sign()).ThenHappened<AgreementSigned>()
        .And(agreement => Assert.Equal((LegalState.Signed, Asking.On("2026-03-02")), (agreement.Periods[^1].State, agreement.Periods[^1].Since)));

    [Fact]
    public void Nothing_is_signed_before_it_is_permitted() =>
        Given(UntilApproved(on: "2026-02-10")).When(Ask.Sign(on: "2026-02-09")).ThenRefused("agreement/signed-before-approval", "9/2/2026", "10 February 2026");

    [Theory]
    [InlineData("2026-02-10", "2026-02-10")]
    [InlineData("2026-02-10", "2026-02")]
    [InlineData("2026-02-10", "2026")]
    [InlineData("2026-02", "2026-02-01")]
    [InlineData("2026", "2026-01")]
    public void Dates_are_only_as_far_apart_as_they_are_known(string approved, string signed) =>
        Given(UntilApproved(on: approved)).When(Ask.Sign(on: signed)).ThenHappened<AgreementSigned>();

    [Theory]
    [InlineData("2026-02", "2026-01-31")]
    [InlineData("2026-02", "2026-01")]
    [InlineData("2026", "2025")]
    public void Dates_that_cannot_overlap_are_told_apart(string approved, string signed) =>
        Given(UntilApproved(on: approved)).When(Ask.Sign(on: signed)).ThenRefused("agreement/signed-before-approval");

    [Fact]
    public void A_signing_does_not_lie_ahead() => Given(UntilApproved()).When(Ask.Sign(on: "2026-03-03")).ThenRefused("agreement/in-the-future");

    [Fact]
    public void A_signing_has_a_date_place_languages_signatories_and_the_text() =>
        Given(UntilApproved()).When(new SignAgreement(default, null!, [""], [null!, new Signatory("", "", "")], null!))
        .ThenInvalid("signedOn", "signedAt", "languages[0]", "signatories[0]",
            "signatories[1].name", "signatories[1].role", "signatories[1].for", "text.sha256");

    [Fact]
    public void A_place_may_name_its_country() => Given(UntilApproved()).When(Ask.Sign() with { SignedAt = new Place("", new Country(null, "")) })
        .ThenInvalid("signedAt.name", "signedAt.country");

    [Theory]
    [InlineData("")]
    [InlineData("A1")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_hash_is_64_lower_case_digits(string hash) =>
        Given(UntilApproved()).When(Ask.Sign() with { Text = new DocumentHash(hash) }).ThenInvalid("text.sha256");

    [Fact]
    public void A_legacy_approval_leads_to_a_signing_too() => Given(Legacy(LegalState.Approved)).When(Ask.Sign()).ThenHappened<AgreementSigned>();

    [Fact]
    public void A_signed_agreement_enters_into_effect() => Given(UntilSigned()).When(Ask.EnterIntoEffect(until: "2031")).ThenHappened<EnteredIntoEffect>()
        .And(agreement => Assert.Equal(Asking.On("2031"), agreement.Term!.Until));

    [Fact]
    public void An_effect_that_lies_ahead_is_no_effect_yet() =>
        Given(UntilSigned()).When(Ask.EnterIntoEffect(on: "2026-04-01")).ThenRefused("agreement/in-the-future");

    [Fact]
    public void Nothing_takes_effect_before_it_is_signed() =>
        Given(UntilSigned("2026-02-05")).When(Ask.EnterIntoEffect(on: "2026-02-04")).ThenRefused("agreement/effective-before-signing");

    [Fact]
    public void An_unsigned_agreement_does_not_take_effect() => Given(UntilApproved()).When(Ask.EnterIntoEffect()).ThenRefused("agreement/not-signed");

    [Fact]
    public void A_term_does_not_end_before_it_begins() =>
        Given(UntilSigned()).When(Ask.EnterIntoEffect(on: "2026-02-06", until: "2026-01")).ThenInvalid("term.until");

    [Fact]
    public void A_term_is_stated() => Given(UntilSigned()).When(new EnterIntoEffect(default, null!)).ThenInvalid("effectiveOn", "term");
}
