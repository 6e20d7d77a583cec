using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class EndTests
{
    [Theory]
    [InlineData(ChangeKind.Termination, LegalState.Terminated)]
    [InlineData(ChangeKind.Withdrawal, LegalState.Withdrawn)]
    [InlineData(ChangeKind.Supersession, LegalState.Superseded)]
    public void It_ends_as_was_approved_on_the_day_it_took_effect(ChangeKind kind, LegalState state) =>
        Given([.. UntilImplementing(), .. UntilChangeApproved(Changes.Of(kind))]).When(Ask.PutIntoEffect())
            .And(agreement => Assert.Equal((state, Asking.On("2026-02-26")), (agreement.State, agreement.Periods[^1].Since)));

    [Fact]
    public void A_superseded_agreement_names_the_one_that_took_its_place() =>
        Given([.. UntilInEffect(), .. UntilChangeApproved(Changes.Of(ChangeKind.Supersession))]).When(Ask.PutIntoEffect())
            .And(agreement => Assert.Equal("agr-2026-000002", agreement.SupersededBy));

    [Fact]
    public void Nothing_takes_its_own_place() =>
        Given(UntilInEffect()).When(Ask.Propose(Changes.Of(ChangeKind.Supersession) with { Successor = "agr-2026-000001" }))
            .ThenRefused("agreement/own-successor");

    [Fact]
    public void It_expires_on_the_day_after_its_term() =>
        Given([.. UntilSigned(), InEffect(until: "2026-02-28")]).When(Ask.Expire()).ThenHappened<AgreementExpired>()
        .And(agreement => Assert.Equal((LegalState.Expired, Asking.On("2026-03-01")), (agreement.State, agreement.Periods[^1].Since)));

    [Theory]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-02", false)]
    public void It_expires_once_its_last_day_is_over(string until, bool over)
    {
        var story = Given([.. UntilSigned(), InEffect(until)]).When(Ask.Expire());
        if (over) story.ThenHappened<AgreementExpired>();
        else story.ThenRefused("agreement/term-runs", "2/3/2026", "propose a termination");
    }

    [Fact]
    public void It_does_not_expire_within_its_term() =>
        Given([.. UntilSigned(), InEffect(until: "2026-02-28")]).When(Ask.Expire("2026-02-20")).ThenRefused("agreement/term-runs");

    [Theory]
    [InlineData("unknown", false)]
    [InlineData("2026-02-20", true)]
    public void Where_its_term_does_not_say_somebody_must_with_source_and_reason(string until, bool renews)
    {
        AgreementEvent[] happened = [.. UntilSigned(), InEffect(until, renews)];
        Given(happened).When(Ask.Expire()).ThenRefused("agreement/term-unknown", "expiredOn");
        Given(happened).When(Ask.Expire("2026-02-25")).ThenInvalid("reason", "source");
        Given(happened).AsOf(Asking.Grounded).When(Ask.Expire("2026-02-25")).ThenHappened<AgreementExpired>()
            .And(agreement => Assert.Equal(Asking.On("2026-02-25"), agreement.Periods[^1].Since));
        Given(happened).AsOf(Asking.Grounded).When(Ask.Expire("2026-01-01")).ThenRefused("agreement/before-signing");
    }

    [Fact]
    public void An_extension_gives_it_a_longer_term() =>
        Given([.. UntilSigned(), InEffect(until: "2026-02-28"), .. UntilChangeApproved(Changes.Of(ChangeKind.Extension))]).When(Ask.PutIntoEffect())
            .ThenHappened<AgreementExtended>()
            .And(agreement => Assert.Equal((LegalState.InEffect, Asking.On("2035-12-31")), (agreement.State, agreement.Term!.Until)));

    [Fact]
    public void A_term_is_extended_to_a_later_day() =>
        Given([.. UntilSigned(), InEffect(until: "2040")]).When(Ask.Propose(ChangeKind.Extension)).ThenRefused("agreement/not-longer", "đến 2040", "unknown");

    [Fact]
    public void An_amendment_gives_title_and_parties_their_new_names() =>
        Given([.. UntilInEffect(), .. UntilChangeApproved(Changes.Renaming() with { Title = new AgreementTitle("Bản ghi nhớ mới") })]).When(Ask.PutIntoEffect())
            .ThenHappened<AgreementAmended>()
            .And(agreement => Assert.Equal(("Bản ghi nhớ mới", "Thành phố Sơn La", LegalState.InEffect), (agreement.Title.Vi, agreement.Parties[0].Name, agreement.State)));

    [Fact]
    public void An_amended_title_is_no_treaty_s() =>
        Given(UntilInEffect()).When(Ask.Propose(Changes.Of(ChangeKind.Amendment) with { Title = new AgreementTitle("Hiệp định mới") }))
            .ThenInvalid("change.title.vi");
}
