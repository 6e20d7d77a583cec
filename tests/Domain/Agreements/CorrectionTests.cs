using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class CorrectionTests
{
    [Fact]
    public void A_wrong_signing_date_is_corrected_and_the_state_began_when_it_is_right() =>
        Given(UntilInEffect()).AsOf(Asking.Grounded).When(Ask.Correct(signedOn: "2026-02-04"))
            .ThenHappened<RecordCorrected>()
            .And(agreement =>
            {
                Assert.Equal(Asking.On("2026-02-04"), agreement.Signing!.SignedOn);
                Assert.Equal("Luang Prabang", agreement.Signing.SignedAt!.Name);
                Assert.Equal((LegalState.Signed, Asking.On("2026-02-04")), (agreement.Periods[3].State, agreement.Periods[3].Since));
                var former = Assert.Single(agreement.FormerPeriods);
                Assert.Equal((4, Asking.On("2026-02-05")), (former.Ordinal, former.Period.Since));
                Assert.Equal(LegalState.InEffect, agreement.State);
            });

    [Fact]
    public void The_event_tells_what_was_recorded_and_what_is_right()
    {
        var decision = AgreementDecider.Decide(Folded(UntilInEffect()), Ask.Correct("2026-02-04", "2026-02-05", "Bản ghi nhớ", new CorrectedName("Luang Prabang", "Tỉnh Luang Prabang")), Asking.Grounded(Asking.Today));

        var corrected = Assert.IsType<RecordCorrected>(Assert.Single(decision.Events));
        Assert.Equal(new Correction<DateOfRecord>(Asking.On("2026-02-05"), Asking.On("2026-02-04")), corrected.SignedOn);
        Assert.Equal(new Correction<DateOfRecord>(Asking.On("2026-02-06"), Asking.On("2026-02-05")), corrected.EffectiveOn);
        Assert.Equal(("Bản ghi nhớ về giáo dục", "Bản ghi nhớ"), (corrected.Title!.From.Vi, corrected.Title.To.Vi));
        Assert.Equal([new CorrectedName("Luang Prabang", "Tỉnh Luang Prabang")], corrected.Parties);
    }

    [Fact]
    public void Only_the_party_named_gets_another_name_and_keeps_its_city() =>
        Given(Proposed()).AsOf(Asking.Grounded).When(Ask.Correct(parties: new CorrectedName("Sơn La", "Thành phố Sơn La")))
            .ThenHappened<RecordCorrected>()
            .And(agreement => Assert.Equal([SonLa with { Name = "Thành phố Sơn La" }, LuangPrabang], agreement.Parties));

    [Fact]
    public void What_is_right_already_changes_nothing() =>
        Given(UntilSigned()).AsOf(Asking.Grounded).When(Ask.Correct(signedOn: "2026-02-05", title: "Bản ghi nhớ về giáo dục")).ThenUnchanged();

    [Fact]
    public void A_correction_says_why_and_on_what_source() =>
        Given(UntilSigned()).When(Ask.Correct(signedOn: "2026-02-04")).ThenInvalid("reason", "source");

    [Fact]
    public void A_correction_corrects_something() => Given(UntilSigned()).AsOf(Asking.Grounded).When(Ask.Correct()).ThenInvalid("signedOn");

    [Fact]
    public void A_right_title_is_no_treaty_s() =>
        Given(Proposed()).AsOf(Asking.Grounded).When(Ask.Correct(title: "Hiệp định về giáo dục")).ThenInvalid("title.vi");

    [Fact]
    public void A_date_that_is_not_recorded_is_not_corrected() =>
        Given(UntilApproved()).AsOf(Asking.Grounded).When(Ask.Correct(signedOn: "2026-02-04"))
            .ThenRefused("agreement/nothing-to-correct", "signedOn", "Record the signing");

    [Fact]
    public void A_party_nobody_named_is_not_renamed() =>
        Given(Proposed()).AsOf(Asking.Grounded).When(Ask.Correct(parties: new CorrectedName("Vientiane", "Viêng Chăn")))
            .ThenRefused("agreement/no-such-party", "Các bên: Sơn La; Luang Prabang", "The parties are: Sơn La; Luang Prabang");

    [Theory]
    [InlineData("2026-03-03", null, "agreement/in-the-future")]
    [InlineData("2026-01-31", null, "agreement/signed-before-approval")]
    [InlineData("2026-02-07", null, "agreement/effective-before-signing")]
    [InlineData(null, "2026-02-04", "agreement/effective-before-signing")]
    [InlineData(null, "2026-03-03", "agreement/in-the-future")]
    public void The_right_dates_follow_each_other_and_have_come(string? signedOn, string? effectiveOn, string code) =>
        Given(UntilInEffect()).AsOf(Asking.Grounded).When(Ask.Correct(signedOn, effectiveOn)).ThenRefused(code);

    [Fact]
    public void It_does_not_enter_into_effect_after_its_term() =>
        Given([.. UntilSigned(), new EnteredIntoEffect(Asking.On("2026-02-06"), new Term(Asking.On("2026-02-20")))]).AsOf(Asking.Grounded)
            .When(Ask.Correct(effectiveOn: "2026-02-21")).ThenRefused("agreement/effective-after-term");

    [Fact]
    public void An_old_record_that_turns_out_to_have_a_date_is_in_effect_since_then() =>
        Given(Legacy(LegalState.InEffect)).AsOf(Asking.Grounded).When(Ask.Correct("1994-05-03", "1995")).ThenHappened<RecordCorrected>().And(agreement =>
        {
            Assert.Equal((Asking.On("1994-05-03"), Asking.On("1995")), (agreement.Signing!.SignedOn, agreement.EffectiveOn));
            Assert.Equal((Asking.On("1995"), new DateOnly(1995, 1, 1)), (agreement.Periods[0].Since, agreement.Periods[0].From));
            Assert.Null(Assert.Single(agreement.FormerPeriods).Period.From);
        });

    [Fact]
    public void A_list_that_is_read_again_is_known_although_its_title_was_corrected_since() =>
        Given(Legacy(LegalState.InEffect)).AsOf(Asking.Grounded).When(Ask.Correct(title: "Bản ghi nhớ", parties: new CorrectedName("Sơn La", "Tỉnh Sơn La")))
            .AsOf(Asking.FromAList).When(Ask.RegisterLegacy()).ThenUnchanged();

    private static Agreement Folded(IEnumerable<AgreementEvent> happened) =>
        happened.Aggregate(Agreement.Unrecorded("agr-1"), (before, e) => Agreement.Evolve(before, Asking.Today.Told(e)));
}
