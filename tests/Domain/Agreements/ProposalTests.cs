using CityGrains.Domain.Agreements;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class ProposalTests
{
    [Fact]
    public void An_agreement_begins_as_a_proposal() => When(Ask.Propose()).ThenHappened<AgreementProposed>().And(agreement =>
    {
        Assert.Equal(LegalState.Proposed, agreement.State);
        Assert.Equal([SonLa, LuangPrabang], agreement.Parties);
        Assert.Equal("UBND tỉnh Sơn La", agreement.Proposer);
        Assert.Equal([new StatePeriod(LegalState.Proposed, Asking.On("2026-03-02"), Asking.On("2026-03-02"), Asking.Today.Now)], agreement.Periods);
    });

    [Fact]
    public void A_proposal_happened_on_the_day_it_states() =>
        Given().AsOf(context => context with { OccurredOn = Asking.On("2025") }).When(Ask.Propose()).ThenHappened<AgreementProposed>()
            .And(agreement => Assert.Equal(Asking.On("2025"), agreement.Periods[0].Since));

    [Fact]
    public void The_day_of_asking_is_the_day_in_Vietnam() =>
        Given().AsOf(context => context with { Now = new DateTimeOffset(2026, 3, 2, 17, 30, 0, TimeSpan.Zero) }).When(Ask.Propose())
            .ThenHappened<AgreementProposed>()
            .And(agreement => Assert.Equal(Asking.On("2026-03-03"), agreement.Periods[0].Since));

    [Fact]
    public void An_id_is_used_once() => Given(Proposed()).When(Ask.Propose()).ThenRefused("agreement/already-exists");

    [Theory]
    [InlineData("")]
    [InlineData("Agr-1")]
    [InlineData("agr 1")]
    [InlineData("agr---1")]
    [InlineData("agr-1-")]
    [InlineData("sơn-la")]
    [InlineData("agr-1\n")]
    public void An_id_can_be_read_out(string id) => Of(id).When(Ask.Propose()).ThenRefused("agreement/bad-id", "chữ thường không dấu", "lower-case letters");

    [Fact]
    public void A_refusal_shows_no_more_than_the_beginning_of_a_huge_id() =>
        Of(new string('x', 1_000_000)).When(Ask.Propose()).ThenRefused("agreement/bad-id", "x…'", "x…'");

    [Fact]
    public void All_faults_are_named_at_once() => When(new ProposeAgreement((AgreementKind)99, null!, [SonLa], "", null!) { Fields = [" ", null!] })
        .ThenInvalid("kind", "title", "parties", "fields[0]", "fields[1]", "office", "proposer");

    [Fact]
    public void Faults_of_a_party_bear_its_place_in_the_list() => When(Ask.Propose() with
    {
        Parties = [null!, new Party("", (PartyType)(-1), null!, "Sơn La"), new Party("a\0", PartyType.City, new Country("Vietnam", ""), "vn-son-la")],
    }).ThenInvalid(
        "parties[0]", "parties[1].name", "parties[1].type", "parties[1].country", "parties[1].city",
        "parties[2].name", "parties[2].country", "parties[2].country.code");

    [Fact]
    public void A_value_of_no_list_is_told_the_words_it_may_be()
    {
        var refusal = AgreementDecider.Decide(Agreement.Unrecorded("agr-1"), Ask.Propose() with { Kind = (AgreementKind)99 }, Asking.Today).Refusal!;
        Assert.Equal(
            "kind: must be one of: mou, cooperation-agreement, sister-city, letter-of-intent, joint-statement, minutes, programme.",
            refusal.Fields[0].Message.En);
    }

    [Fact]
    public void Too_many_or_too_long_is_refused_as_such() =>
        When(Ask.Propose(new string('x', 501)) with { Parties = [.. Enumerable.Repeat(SonLa, 51)], Fields = [.. Enumerable.Repeat("giáo dục", 21)] })
            .ThenInvalid("title.vi", "parties", "fields");

    [Fact]
    public void A_list_that_was_never_made_is_missing() =>
        When(Ask.Propose() with { Parties = default(System.Collections.Immutable.ImmutableArray<Party>), Fields = null! }).ThenInvalid("parties", "fields");

    [Fact]
    public void Text_that_is_no_text_is_refused()
    {
        foreach (var title in NoText.Samples) When(Ask.Propose(title)).ThenInvalid("title.vi");
    }

    [Fact]
    public void What_surrounds_a_command_is_checked_with_it() => Given().AsOf(context => context with
    {
        OccurredOn = Asking.On("2026-03-03"),
        Reason = " ",
        Source = new SourceDocument("", "", Asking.On("2027")),
    }).When(Ask.Propose()).ThenInvalid("occurredOn", "reason", "source.title", "source.reference", "source.datedOn");

    [Theory]
    [InlineData("2026")]
    [InlineData("2026-03")]
    [InlineData("2026-03-02")]
    [InlineData("unknown")]
    public void A_date_that_may_be_past_is_not_in_the_future(string occurredOn) =>
        Given().AsOf(context => context with { OccurredOn = Asking.On(occurredOn) }).When(Ask.Propose()).ThenHappened<AgreementProposed>();
}
