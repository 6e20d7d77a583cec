using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class ApprovalTests
{
    [Fact]
    public void A_signing_is_permitted_once_every_agency_agreed() =>
        Given([.. UntilConsulting(), Answered()]).When(Ask.Approve()).ThenHappened<SigningApproved>()
        .And(agreement => Assert.Equal((LegalState.Approved, Asking.On("2026-02-01")), (agreement.Periods[^1].State, agreement.Periods[^1].Since)));

    [Fact]
    public void Silence_is_not_consent() => Given(UntilConsulting("Bộ Ngoại giao", "Bộ Công an")).When(Ask.Approve())
        .ThenRefused("agreement/opinions-missing", "Chưa có ý kiến của: Bộ Ngoại giao; Bộ Công an.", "overrideReason");

    [Fact]
    public void An_override_with_its_reason_stands_in_for_missing_answers() =>
        Given(UntilConsulting()).When(Ask.Approve(overriding: "Quá hạn 7 ngày làm việc, đã nhắc hai lần")).ThenHappened<SigningApproved>();

    [Fact]
    public void An_override_does_not_silence_a_disagreement() =>
        Given(UntilDisputed()).When(Ask.Approve(overriding: "Gấp")).ThenRefused("agreement/disputed", "Trình Thủ tướng");

    [Fact]
    public void A_disagreement_goes_to_the_Prime_Minister() => Given(UntilDisputed()).When(Ask.Escalate()).ThenHappened<EscalatedToPrimeMinister>()
        .And(agreement => Assert.Equal(LegalState.Escalated, agreement.State));

    [Fact]
    public void Only_a_disagreement_goes_to_the_Prime_Minister() =>
        Given([.. UntilConsulting(), Answered()]).When(Ask.Escalate()).ThenRefused("agreement/not-disputed");

    [Fact]
    public void The_Prime_Minister_is_told_every_opinion() => Given([.. UntilConsulting("Bộ Ngoại giao", "Bộ Công an"), Answered(Opinion.Disagree)])
        .When(Ask.Escalate()).ThenRefused("agreement/opinions-missing", "Bộ Công an");

    [Fact]
    public void After_an_escalation_nothing_is_signed_without_written_consent() =>
        Given(UntilEscalated()).When(Ask.Approve()).ThenRefused("agreement/prime-minister-consent-missing");

    [Fact]
    public void With_the_Prime_Ministers_consent_the_signing_is_permitted() =>
        Given(UntilEscalated()).When(Ask.Approve(consent: "99/TTg-QHQT")).ThenHappened<SigningApproved>();

    [Fact]
    public void A_decision_is_not_dated_ahead() =>
        Given([.. UntilConsulting(), Answered()]).When(Ask.Approve(on: "2026-04")).ThenRefused("agreement/in-the-future");

    [Fact]
    public void A_decision_names_its_number_date_authority_and_signatory() =>
        Given(UntilConsulting()).When(new ApproveSigning("", default, null!, " ") { OverrideReason = "", PrimeMinisterConsent = " " })
            .ThenInvalid("decisionNumber", "decidedOn", "authority", "signatory", "overrideReason", "primeMinisterConsent");

    [Fact]
    public void A_signing_is_refused_with_its_ground() => Given(UntilEscalated()).When(Ask.Reject()).ThenHappened<SigningRejected>()
        .And(agreement => Assert.Equal(LegalState.Rejected, agreement.State));

    [Fact]
    public void A_signed_agreement_is_not_rejected() => Given(UntilSigned()).When(Ask.Reject()).ThenRefused("agreement/not-consulting");

    [Fact]
    public void A_permitted_signing_may_still_be_given_up() => Given(UntilApproved()).When(Ask.Abandon()).ThenHappened<ProposalAbandoned>()
        .And(agreement => Assert.Equal(LegalState.Abandoned, agreement.State));

    [Fact]
    public void What_lies_with_the_Prime_Minister_is_not_given_up() =>
        Given(UntilEscalated()).When(Ask.Abandon()).ThenRefused("agreement/not-abandonable", "Đề xuất, Đang lấy ý kiến, Đã cho phép ký");

    [Fact]
    public void Grounds_are_given() => Given(Proposed()).When(new AbandonProposal("")).ThenInvalid("ground");

    [Fact]
    public void A_legacy_consultation_is_decided_like_any_other() =>
        Given([Legacy(LegalState.Consulting), Answered(Opinion.Disagree, "Bộ Công an")]).When(Ask.Approve()).ThenRefused("agreement/disputed");
}
