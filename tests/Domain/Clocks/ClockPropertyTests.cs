using CityGrains.Domain.Agreements;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Record;
using CityGrains.Domain.Tests.Histories;
using FsCheck;
using FsCheck.Fluent;
using static CityGrains.Domain.Tests.Clocks.Shipped;

namespace CityGrains.Domain.Tests.Clocks;

/// <summary>What holds of clocks whatever the day, the policy, the calendar and the history.</summary>
public class ClockPropertyTests
{
    private static readonly DateOnly[] Looked = [Day("2026-03-02"), Day("2026-06-01"), Day("2028-02-29")];

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 365 * 16).Select(days => new DateOnly(2020, 1, 1).AddDays(days));

    private static readonly Gen<InForce<OfficePolicy>> Policies =
        from day in Days from plan in Gen.Choose(1, 400) from silent in Gen.Choose(1, 400) select new InForce<OfficePolicy>(
            day, new OfficePolicy(plan, silent, 90, silent));

    private static readonly Gen<InForce<CalendarYear>> Years =
        from day in Days
        from year in Gen.Choose(2020, 2035)
        from off in Gen.Choose(0, 364).ListOf(8)
        select new InForce<CalendarYear>(
            day, new CalendarYear(year, [.. off.Distinct().Select(n => new DayOff(new DateOnly(year, 1, 1).AddDays(n), new Sentence("Nghỉ", "Off")))], [], Announced: true, "Thông báo"));

    private static readonly Gen<OfficeTerms> Terms =
        from policies in Policies.ListOf(3) from years in Years.ListOf(2)
        select Book.TermsOf([.. years.OrderBy(year => year.From)], [.. policies.OrderBy(policy => policy.From)]);

    [Fact]
    public void A_clock_that_starts_later_is_never_due_earlier() => Prop.ForAll(
        (from terms in Terms from one in Days from other in Days select (terms, one, other)).ToArbitrary(), asked =>
    {
        var (terms, earlier, later) = (asked.terms, Min(asked.one, asked.other), Max(asked.one, asked.other));
        Assert.All(Rules.All, rule => Assert.True(rule.Due(earlier, terms) <= rule.Due(later, terms), $"{rule.Code} {earlier:o} {later:o}"));
    }).Check(Checking.Of(300));

    [Fact]
    public void A_policy_set_or_a_year_replaced_changes_nothing_that_was_due_before() =>
        Prop.ForAll((from policies in Policies.ListOf(2) from policy in Policies from year in Years from trigger in Days select (policies, policy, year, trigger)).ToArbitrary(), asked =>
        {
            var change = Max(asked.policy.From, Max(asked.year.From, asked.policies.Max(policy => policy.From)));
            InForce<OfficePolicy>[] before = [.. asked.policies.OrderBy(policy => policy.From)];
            var (was, isNow) = (Book.TermsOf([], before), Book.TermsOf([asked.year with { From = change }], [.. before, asked.policy with { From = change }]));
            foreach (var rule in Rules.All)
            {
                var (then, now) = (rule.Due(asked.trigger, was), rule.Due(asked.trigger, isNow));
                Assert.True(then < change ? now == then : now >= change, $"{rule.Code}: {then:o} became {now:o} on {change:o}");
            }
        }).Check(Checking.Of(300));

    [Fact]
    public void Whatever_happened_each_deadline_has_a_basis_and_each_flag_its_events() =>
        Prop.ForAll(History.Of(AgreementHistories.Steps), history =>
        {
            var agreement = Agreement.Unrecorded("agr-1");
            foreach (var step in history)
            {
                var command = step.From(agreement);
                var decision = AgreementDecider.Decide(agreement, command, Asking.Grounded(Asking.Today).For(command));
                agreement = decision.Events.Aggregate(agreement, (before, e) => Agreement.Evolve(before, Asking.Today.Told(e)));
                foreach (var day in Looked) Sound(agreement, day);
            }
        }).Check(Checking.Of(200));

    private static void Sound(Agreement agreement, DateOnly day)
    {
        var standing = Standing.Of(agreement, day, Usual, Rules);
        Assert.All(standing.Deadlines, deadline =>
        {
            Assert.NotEqual("", deadline.Rule.Basis.Vi);
            Assert.NotEqual("", deadline.Rule.Basis.En);
            Assert.NotEqual("", deadline.Who.En);
            Assert.InRange(deadline.Clock.StartedBy, 0, agreement.Version);
            if (!deadline.Clock.Runs) Assert.InRange(deadline.Clock.EndedBy!.Value, deadline.Clock.StartedBy, agreement.Version);
        });
        Assert.All(standing.Flags, flag =>
        {
            Assert.NotEmpty(flag.Events);
            Assert.EndsWith(").", flag.Why.Vi, StringComparison.Ordinal);
            Assert.EndsWith(").", flag.Why.En, StringComparison.Ordinal);
        });
        Assert.Equal(standing.Deadlines.Length, standing.Deadlines.DistinctBy(deadline => (deadline.Clock.Code, deadline.Clock.Subject, deadline.Clock.StartedBy)).Count());
        if (agreement.State is LegalState.Archived) Assert.Empty(standing.Owed);
    }

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
