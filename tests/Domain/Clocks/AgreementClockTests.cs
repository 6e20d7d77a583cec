using System.Globalization;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Tests.Agreements.Happened;
using static CityGrains.Domain.Tests.Asking;

namespace CityGrains.Domain.Tests.Clocks;

/// <summary>Which clocks an agreement starts, and what ends them. All is recorded on 2 March 2026.</summary>
public class AgreementClockTests
{
    [Fact]
    public void Each_agency_asked_has_a_clock_of_its_own_until_it_answers()
    {
        var clocks = Of([Proposed(), ConsultationOpened("Bộ Ngoại giao", "Bộ Công an"), Answered(agency: "Bộ Công an")]);
        Assert.Equal(
            ["opinion Bộ Ngoại giao 2026-03-02@2", "opinion Bộ Công an 2026-03-02@2 until 2026-01-20@3", "silent 2026-03-02@0"], clocks);
    }

    [Fact]
    public void A_decision_ends_the_clocks_of_agencies_that_stay_silent() =>
        Assert.Contains(
            "opinion Bộ Công an 2026-03-02@2 until 2026-02-01@4", Of([Proposed(), ConsultationOpened("Bộ Ngoại giao", "Bộ Công an"), Answered(), Approved()]));

    [Fact]
    public void The_reduced_procedure_has_a_clock_of_its_own() =>
        Assert.Contains("opinion-reduced Bộ Ngoại giao 2026-03-02@2", Of([Proposed(), new ConsultationOpened(["Tờ trình"], ["Bộ Ngoại giao"], ConsultationProcedure.Reduced, "Khẩn")]));

    [Fact]
    public void The_Prime_Minister_has_seven_days_from_the_escalation() =>
        Assert.Contains("prime-minister-decision 2026-03-02@4", Of(UntilEscalated()));

    [Fact]
    public void A_department_needs_its_chair_and_sends_its_copy_to_the_foreign_affairs_office()
    {
        AgreementEvent[] signed = [Proposed() with { Parties = [new Party("Sở Y tế Sơn La", PartyType.Agency, Vietnam), LuangPrabang] },
            .. UntilSigned().Skip(1)];
        var clocks = Of(signed);
        Assert.Contains("chair-decision 2026-03-02@2 until 2026-02-01@4", clocks);
        Assert.Contains("copy-to-foreign-affairs-office 2026-02-05@5", clocks);
        Assert.DoesNotContain(
            clocks, clock => clock.StartsWith("report-to", StringComparison.Ordinal) || clock.StartsWith("copy-to-mofa", StringComparison.Ordinal));
    }

    [Fact]
    public void A_signing_starts_the_notices_and_the_wait_for_a_plan() => Assert.Equal(
        ["opinion Bộ Ngoại giao 2026-03-02@2 until 2026-01-20@3", "report-to-prime-minister 2026-02-05@5", "copy-to-mofa 2026-02-05@5", "plan 2026-02-05@5", "silent 2026-03-02@0"], Of(UntilSigned()));

    [Fact]
    public void What_was_told_ends_its_clock()
    {
        var clocks = Of([.. UntilSigned(), new CopySentToMofa(On("2026-02-10"), "88", null), new ReportedToPrimeMinister(On("2026-02"), "35")]);
        Assert.Contains("copy-to-mofa 2026-02-05@5 until 2026-02-10@6", clocks);
        Assert.Contains("report-to-prime-minister 2026-02-05@5 until 2026-02-28@7", clocks);
    }

    [Fact]
    public void A_plan_ends_the_wait_for_one_and_starts_its_milestones()
    {
        var clocks = Of([.. UntilInEffect(), new ImplementationPlanAdopted([Promised("c1", "2026-06", "2026-09-30"), Promised("c2", "2026-12")], null)]);
        Assert.Contains("plan 2026-02-05@5 until 2026-03-02@7", clocks);
        Assert.Contains("milestone c1-m1 2026-06-30@7", clocks);
        Assert.Contains("milestone c1-m2 2026-09-30@7", clocks);
        Assert.Contains("commitment c1 2026-12-31@7", clocks); // goes on after its milestones
        Assert.Contains("milestone c2-m1 2026-12-31@7", clocks);
        Assert.DoesNotContain("commitment c2 2026-12-31@7", clocks);
        Assert.Contains("stalled 2026-03-02@7", clocks);
    }

    [Fact]
    public void A_milestone_ends_when_it_is_met_or_waived_and_not_when_it_is_missed()
    {
        var clocks = Of(
            [.. UntilImplementing(3), Met(), new MilestoneMissed("c2-m1", On("2026-02-26"), "Hoãn"), new MilestoneWaived("c3-m1", On("2026-02-27"), "Bỏ")]);
        Assert.Contains("milestone c1-m1 2026-06-30@7 until 2026-02-25@9", clocks);
        Assert.Contains("milestone c2-m1 2026-06-30@7", clocks);
        Assert.Contains("milestone c3-m1 2026-06-30@7 until 2026-02-27@11", clocks);
        Assert.Contains("commitment c1 2026-12-31@7 until 2026-02-25@9", clocks);
    }

    [Fact]
    public void A_milestone_given_another_date_is_due_by_the_event_that_gave_it() =>
        Assert.Contains("milestone c1-m1 2026-10-31@8", Of([.. UntilPlanned(), new MilestoneRescheduled("c1-m1", On("2026-06"), On("2026-10"), "Hoãn")]));

    [Fact]
    public void Work_done_resets_the_clock_of_standstill_and_a_declaration_does_not()
    {
        var planned = (CommandContext context) => context with { OccurredOn = On("2026-01-10") };
        Assert.Contains("stalled 2026-01-10@7", Of([.. UntilPlanned(), new ProgressReported(40, "…")], planned));
        Assert.Contains("stalled 2026-02-25@9", Of([.. UntilImplementing(), Met(), new ProgressReported(40, "…")], planned));
    }

    [Fact]
    public void A_term_ends_on_its_last_day_and_one_that_renews_itself_has_no_clock()
    {
        Assert.Contains("term 2030-12-31@6", Of([.. UntilSigned(), new EnteredIntoEffect(On("2026-02-06"), new Term(On("2030")))]));
        Assert.DoesNotContain(Of([.. UntilSigned(), new EnteredIntoEffect(On("2026-02-06"), new Term(On("2030"), RenewsAutomatically: true))]),
            clock => clock.StartsWith("term", StringComparison.Ordinal));
    }

    [Fact]
    public void A_change_has_clocks_of_its_own_and_is_notified_once_in_effect()
    {
        AgreementEvent[] changed = [.. UntilImplementing(), .. UntilChangeApproved(Agreements.Changes.Of(ChangeKind.Suspension)), Suspended()];
        Assert.Contains("opinion ch1/Bộ Ngoại giao 2026-03-02@10 until 2026-02-20@11", Of(changed));
        Assert.Contains(
            Of(changed), clock => clock.StartsWith("notify-change ch1 ", StringComparison.Ordinal) && clock.EndsWith("@13", StringComparison.Ordinal));
        Assert.DoesNotContain(Of(changed), clock => clock.StartsWith("milestone", StringComparison.Ordinal)); // nothing is owed under a plan meanwhile
        foreach (var named in new[] { "ch1", "Tạm đình chỉ vì thiên tai" })
            Assert.Contains(Of([.. changed, new ChangeNotifiedToMofa(named, On("2026-03-01"), "12", null)]),
                clock => clock.StartsWith("notify-change ch1 ", StringComparison.Ordinal) && clock.EndsWith("until 2026-03-01@14", StringComparison.Ordinal));
    }

    [Fact]
    public void An_amendment_that_only_renames_a_party_is_to_be_done_while_its_exemption_lasts()
    {
        var rename = new Change(ChangeKind.Amendment, "Sắp xếp bộ máy") { Renames = [new NewName("Sơn La", "Tây Bắc")] };
        Assert.Contains("rename-only ch1 2026-03-02@8", Of([.. UntilPlanned(), ChangeProposed(rename)]));
        Assert.Contains("rename-only ch1 2026-03-02@8 until 2026-03-02@9", Of([.. UntilPlanned(), ChangeProposed(rename), new ChangeDropped("ch1", "Thôi")]));
    }

    [Fact]
    public void A_request_that_names_a_day_is_owed_by_whoever_was_asked()
    {
        var asked = new AgreementFeedbackRequested(
            "r1", new Domain.Requests.Question("Đại sứ quán", "Đối tác đồng ý không?", On("2026-02-20")) { DueBy = On("2026-03") });
        Assert.Contains("request r1 2026-03-31@2", Of([Proposed(), asked]));
        Assert.Contains("request r1 2026-03-31@2 until 2026-03-01@3", Of([Proposed(), asked, new AgreementFeedbackAnswered("r1", new Domain.Requests.Answer("Đồng ý", On("2026-03-01")))]));
    }

    [Fact]
    public void Nothing_is_owed_once_the_file_is_closed() =>
        Assert.DoesNotContain(Of([.. UntilImplemented(), Archived()]), clock => !clock.Contains("until", StringComparison.Ordinal));

    [Fact]
    public void A_date_is_counted_from_the_last_day_it_can_have_been_and_never_after_it_was_recorded()
    {
        Assert.Contains("plan 1994-12-31@1", Of([Legacy(LegalState.InEffect) with { SignedOn = On("1994") }]));
        Assert.Contains("plan 2026-03-02@1", Of([Legacy(LegalState.InEffect) with { SignedOn = On("2026") }]));
        Assert.Contains("plan 2026-03-02@1", Of([Legacy(LegalState.InEffect)]));
    }

    [Fact]
    public void Of_a_signing_nobody_dated_the_law_asks_nothing() =>
        Assert.DoesNotContain(Of([Legacy(LegalState.InEffect)]), clock => clock.StartsWith("report-to", StringComparison.Ordinal) || clock.StartsWith("copy-to", StringComparison.Ordinal));

    [Fact]
    public void One_entered_at_a_later_state_has_had_its_plan() =>
        Assert.DoesNotContain(Of([Legacy(LegalState.Implementing)]), clock => clock.StartsWith("plan", StringComparison.Ordinal));

    private static IReadOnlyList<string> Of(IEnumerable<AgreementEvent> happened, Func<CommandContext, CommandContext>? asked = null)
    {
        var context = asked is null ? Today : asked(Today);
        return [.. AgreementClocks.Of(happened.Aggregate(Agreement.Unrecorded("agr-1"), (agreement, e) => Agreement.Evolve(agreement, context.Told(e)))).Select(Text)];
    }

    private static string Text(Clock clock) => string.Create(
        CultureInfo.InvariantCulture,
        $"{clock.Code} {(clock.Subject.Length > 0 ? clock.Subject + " " : "")}{clock.Trigger:yyyy-MM-dd}@{clock.StartedBy}{(clock.Runs ? "" : $" until {clock.EndedOn:yyyy-MM-dd}@{clock.EndedBy}")}");
}
