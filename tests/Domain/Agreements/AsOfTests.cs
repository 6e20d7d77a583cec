using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

/// <summary>
/// Looks back at an agreement that was approved on 1 February 2026, signed on the 5th, in effect on the 6th, and entered day by day in March.
/// </summary>
public sealed class AsOfTests
{
    private static readonly DateTimeOffset March = new(2026, 3, 1, 5, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-02-01", LegalState.Approved)]
    [InlineData("2026-02-05", LegalState.Signed)]
    [InlineData("2026-02-28", LegalState.InEffect)]
    public void It_is_in_the_state_of_that_day(string day, LegalState state)
    {
        var agreement = On(day, Entered(UntilInEffect()));
        Assert.Equal(state, agreement.State);
        Assert.Equal(state >= LegalState.Signed, agreement.Signing is not null);
    }

    [Fact]
    public void It_has_its_title_on_a_day_before_the_proposal_was_entered()
    {
        var agreement = On("2026-02-05", Entered(UntilInEffect()));
        Assert.Equal("Bản ghi nhớ về giáo dục", agreement.Title.Vi);
        Assert.Equal([LegalState.Approved, LegalState.Signed], agreement.Periods.Select(period => period.State));
    }

    [Fact]
    public void It_is_not_there_before_anything_happened() => Assert.False(On("2026-01-31", Entered([Proposed(), Approved()])).Exists);

    [Fact]
    public void It_is_not_there_where_only_evidence_is_older() =>
        Assert.False(On("2026-02-20", Entered([Proposed(), new EvidenceAttached(Photo, null)])).Exists);

    [Fact]
    public void A_date_known_to_the_year_counts_from_its_first_day_on()
    {
        var history = Entered([.. UntilApproved("2025"), Signed("2025")]);
        Assert.False(On("2024-12-31", history).Exists);
        Assert.Equal(LegalState.Signed, On("2025-01-01", history).State);
    }

    [Fact]
    public void A_date_nobody_knows_counts_on_every_day() => Assert.Equal(LegalState.InEffect, On("1700-01-01", Entered([Legacy(LegalState.InEffect)])).State);

    [Fact]
    public void A_legacy_record_counts_from_its_signing_where_its_effect_is_unknown()
    {
        var history = Entered([Legacy(LegalState.InEffect) with { SignedOn = Asking.On("1994") }]);
        Assert.False(On("1993-12-31", history).Exists);
        Assert.Equal((LegalState.InEffect, DateOfRecord.Unknown), On("1994-01-01", history) is var then ? (then.State, then.Periods[0].Since) : default);
    }

    [Fact]
    public void What_was_recorded_at_the_instant_is_known_and_nothing_later()
    {
        var history = Entered(UntilInEffect());
        Assert.Equal(LegalState.Signed, Known(history[^2].RecordedAt, history).State);
        Assert.Equal(LegalState.Approved, Known(history[^2].RecordedAt.AddTicks(-1), history).State);
        Assert.False(Known(March.AddTicks(-1), history).Exists);
    }

    [Fact]
    public void What_was_known_then_of_an_earlier_day_is_neither_what_is_known_now_nor_what_was_so_then()
    {
        var history = Entered(UntilInEffect());
        var signedIsRecorded = history[^2].RecordedAt;
        Assert.Equal(LegalState.Signed, Agreement.AsOf("agr-1", history, new AsOf(new DateOnly(2026, 2, 28), signedIsRecorded)).State);
        Assert.Equal(LegalState.InEffect, On("2026-02-28", history).State);
        Assert.Equal(LegalState.Approved, Agreement.AsOf("agr-1", history, new AsOf(new DateOnly(2026, 2, 4), signedIsRecorded)).State);
    }

    [Fact]
    public void A_correction_tells_what_was_so_all_along_and_not_what_was_known()
    {
        var history = Entered([.. UntilInEffect(), new RecordCorrected(new(Asking.On("2026-02-05"), Asking.On("2026-02-03")), null, new(new("Bản ghi nhớ về giáo dục"), new("Bản ghi nhớ")), [])]);
        var before = new AsOf(new DateOnly(2026, 2, 4), history[^2].RecordedAt);

        var now = On("2026-02-04", history);
        var then = Agreement.AsOf("agr-1", history, before);

        Assert.Equal((LegalState.Signed, "Bản ghi nhớ"), (now.State, now.Title.Vi));
        Assert.Equal((LegalState.Approved, "Bản ghi nhớ về giáo dục"), (then.State, then.Title.Vi));
        Assert.Equal(Asking.On("2026-02-05"), Known(history[^2].RecordedAt, history).Signing!.SignedOn);
        Assert.Equal(Asking.On("2026-02-03"), Known(history[^1].RecordedAt, history).Signing!.SignedOn);
    }

    [Fact]
    public void A_signing_that_turns_out_to_be_later_is_not_signed_before()
    {
        var history = Entered([.. UntilSigned(), new RecordCorrected(new(Asking.On("2026-02-05"), Asking.On("2026-02-20")), null, null, [])]);
        Assert.Equal(LegalState.Approved, On("2026-02-19", history).State);
        Assert.Equal(LegalState.Signed, On("2026-02-20", history).State);
    }

    private static Agreement On(string day, IReadOnlyList<Happening<AgreementEvent>> history) =>
        Agreement.AsOf("agr-1", history, new AsOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), null));

    private static Agreement Known(DateTimeOffset instant, IReadOnlyList<Happening<AgreementEvent>> history) =>
        Agreement.AsOf("agr-1", history, new AsOf(null, instant));

    /// <summary>The events as entered one day after the other, from 1 March 2026 on; each dated that day where it has no date of its own.</summary>
    private static IReadOnlyList<Happening<AgreementEvent>> Entered(IEnumerable<AgreementEvent> happened) =>
        [.. happened.Select((e, i) => (Asking.Today with { Now = March.AddDays(i) }).Told(e))];
}
