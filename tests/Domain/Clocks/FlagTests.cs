using System.Text.Json;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Tests.Agreements.Happened;
using static CityGrains.Domain.Tests.Asking;
using static CityGrains.Domain.Tests.Clocks.Shipped;

namespace CityGrains.Domain.Tests.Clocks;

/// <summary>What a reader notices of an agreement, and on which day. All is recorded on 2 March 2026.</summary>
public class FlagTests
{
    private static readonly AgreementEvent[] Told =
        [new CopySentToMofa(On("2026-02-10"), "88", null), new ReportedToPrimeMinister(On("2026-02-10"), "35")];

    [Theory]
    [InlineData("2026-05-06", "")]
    [InlineData("2026-05-07", "no-plan")]
    [InlineData("2026-08-29", "no-plan")]
    [InlineData("2026-08-30", "no-plan silent")] // the 180th day after 2 March has passed
    public void Signed_and_without_a_plan_it_is_flagged_once_the_time_of_the_office_is_over(string day, string flags) =>
        Assert.Equal(flags, Flags(day, [.. UntilInEffect(), .. Told]));

    [Theory]
    [InlineData("2021-05-01", true)]
    [InlineData("unknown", false)] // nobody knows how long it has been silent
    public void What_is_entered_from_an_old_list_breaks_no_silence(string signed, bool isSilent) => Assert.Equal(
        isSilent, Flags("2026-03-03", [Legacy(LegalState.InEffect) with { SignedOn = DateOfRecord.Parse(signed) }]).Contains("silent", StringComparison.Ordinal));

    [Theory]
    [InlineData("2026-06-30", "")]
    [InlineData("2026-07-01", "overdue")]
    [InlineData("2026-08-30", "stalled overdue silent")]
    public void A_plan_that_stands_still_is_overdue_then_stalled_and_silent(string day, string flags) =>
        Assert.Equal(flags, Flags(day, [.. UntilPlanned(), .. Told]));

    [Theory]
    [InlineData("2026-02-20", "")] // the 20th is the 15th day, in Tết; the Monday after is the last
    [InlineData("2026-02-23", "")]
    [InlineData("2026-02-24", "overdue")]
    public void What_the_law_asks_after_the_signing_is_overdue_after_its_last_working_day(string day, string flags) =>
        Assert.Equal(flags, Flags(day, UntilSigned()));

    [Theory]
    [InlineData("2026-07-03", "")]
    [InlineData("2026-07-04", "expiring")]
    [InlineData("2026-12-31", "expiring")]
    [InlineData("2027-01-01", "overdue")] // and nobody recorded that it expired
    public void A_term_is_expiring_within_the_time_of_the_office_and_overdue_after(string day, string flags)
    {
        AgreementEvent[] happened = [.. UntilSigned(), new EnteredIntoEffect(On("2026-02-06"), new Term(On("2026"))), Planned(), Started(), Met(), .. Told];
        Assert.Equal(flags, Flags(day, happened, new OfficePolicy(90, 3650, 180, 3650)));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(24, "mismatch")] // nothing is evidenced
    [InlineData(100, "mismatch")]
    public void What_is_declared_of_a_mere_plan_is_held_against_it(int percent, string flags) =>
        Assert.Equal(flags, Flags("2026-03-02", [.. UntilPlanned(2), new ProgressReported(percent, "…"), .. Told]));

    [Theory]
    [InlineData(0, "mismatch")]
    [InlineData(25, "mismatch")]
    [InlineData(26, "")]
    [InlineData(74, "")]
    [InlineData(75, "mismatch")]
    [InlineData(100, "mismatch")]
    public void What_is_declared_may_differ_a_little_from_half(int percent, string flags) =>
        Assert.Equal(flags, Flags("2026-03-02", [.. UntilImplementing(2), Met(), new ProgressReported(percent, "…"), .. Told]));

    [Fact]
    public void All_done_and_all_declared_agree() =>
        Assert.Equal("", Flags("2026-03-02", [.. UntilImplementing(), Met(), new ProgressReported(100, "…"), .. Told]));

    [Fact]
    public void Each_flag_says_why_in_one_sentence_of_each_language_and_names_its_events()
    {
        var agreement = Agreement(UntilSigned());
        var flags = Standing.Of(agreement, Day("2027-03-01"), Usual, Rules).Flags;

        Assert.Equal([FlagKind.NoPlan, FlagKind.Overdue, FlagKind.Silent], flags.Select(flag => flag.Kind));
        Assert.Equal("Counted from 5 February 2026 there is no implementation plan; the office expects one by 6 May 2026 (agr-1@5).", flags[0].Why.En);
        Assert.Equal("Tính từ 5/2/2026 chưa có kế hoạch thực hiện, quá hạn cơ quan đặt ra là 6/5/2026 (agr-1@5).", flags[0].Why.Vi);
        Assert.Equal("2 overdue; the earliest: Send a copy of the agreement to the Ministry of Foreign Affairs (Sở Ngoại vụ Sơn La), due 23 February 2026 (agr-1@5).",
            flags[1].Why.En);
        Assert.Equal(["agr-1@5"], flags[2].Events);
    }

    [Theory]
    [InlineData("2026-05-01", "Thỏa thuận hết thời hạn ngày 1/5/2026, hôm nay", "The term ends on 1 May 2026, today")]
    [InlineData("2026-04-30", "Thỏa thuận hết thời hạn ngày 1/5/2026, còn 1 ngày", "The term ends on 1 May 2026, 1 day left")]
    public void The_end_of_a_term_is_counted_as_people_say_it(string today, string vi, string en)
    {
        var flags = Standing.Of(Agreement([.. UntilSigned(), InEffect("2026-05-01")]), Day(today), Usual, Rules).Flags;
        var why = Assert.Single(flags, flag => flag.Kind is FlagKind.Expiring).Why;
        Assert.StartsWith(vi, why.Vi, StringComparison.Ordinal);
        Assert.StartsWith(en, why.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_set_later_never_flags_the_past()
    {
        var strict = Book.TermsOf([], From("2026-04-01", OfficePolicy.Usual with { PlanWithinDays = 1 }));
        AgreementEvent[] happened = [.. UntilInEffect(), .. Told];
        Assert.DoesNotContain(Standing.Of(Agreement(happened), Day("2026-04-01"), strict, Rules).Flags, flag => flag.Kind is FlagKind.NoPlan);
        Assert.Contains(Standing.Of(Agreement(happened), Day("2026-04-02"), strict, Rules).Flags, flag => flag.Kind is FlagKind.NoPlan);
    }

    [Theory]
    [InlineData(LegalState.Proposed, "open-consultation")]
    [InlineData(LegalState.Consulting, "record-opinion")]
    [InlineData(LegalState.Escalated, "approve-signing")]
    [InlineData(LegalState.Approved, "sign")]
    [InlineData(LegalState.Signed, "send-copy-to-mofa")]
    [InlineData(LegalState.Planned, "send-copy-to-mofa")]
    [InlineData(LegalState.Rejected, "archive")]
    [InlineData(LegalState.Archived, null)]
    public void What_is_next_is_what_is_owed_first_or_the_way_on(LegalState state, string? verb) =>
        Assert.Equal(verb, Standing.Of(Agreement(Until(state)!), Day("2026-03-02"), Usual, Rules).Next?.Verb);

    [Fact]
    public void Told_and_planned_the_next_is_the_first_milestone_and_its_owner_owes_it()
    {
        var next = Standing.Of(Agreement([.. UntilPlanned(), .. Told]), Day("2026-03-02"), Usual, Rules).Next!;
        Assert.Equal(("meet-milestone", "Sở Giáo dục và Đào tạo", Day("2026-06-30")), (next.Verb, next.Who.Vi, next.Due!.Value));
    }

    private static string Flags(string day, IEnumerable<AgreementEvent> happened, OfficePolicy? policy = null)
    {
        var terms = policy is null ? Usual : Book.TermsOf([], From("2000-01-01", policy));
        return string.Join(' ', Standing.Of(Agreement(happened), Day(day), terms, Rules).Flags.Select(flag => JsonNamingPolicy.KebabCaseLower.ConvertName(flag.Kind.ToString())));
    }

    private static Agreement Agreement(IEnumerable<AgreementEvent> happened) =>
        happened.Aggregate(Domain.Agreements.Agreement.Unrecorded("agr-1"), (agreement, e) => Domain.Agreements.Agreement.Evolve(agreement, Today.Told(e)));
}
