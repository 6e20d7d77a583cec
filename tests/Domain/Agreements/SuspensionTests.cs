using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class SuspensionTests
{
    [Fact]
    public void A_suspension_of_the_whole_leads_back_to_the_state_before() =>
        Given([.. UntilImplementing(), .. UntilChangeApproved(Changes.Of(ChangeKind.Suspension))])
            .When(Ask.PutIntoEffect()).ThenHappened<ImplementationSuspended>()
            .And(agreement => Assert.Equal((LegalState.Suspended, LegalState.Implementing), (agreement.State, Assert.Single(agreement.Suspensions).Before)))
            .When(Ask.Resume()).ThenHappened<ImplementationResumed>()
            .And(agreement =>
            {
                Assert.Empty(agreement.Suspensions);
                Assert.Equal([(LegalState.Suspended, Asking.On("2026-02-26")), (LegalState.Implementing, Asking.On("2026-02-28"))],
                    agreement.Periods.Skip(agreement.Periods.Length - 2).Select(period => (period.State, period.Since)));
            });

    [Fact]
    public void A_suspension_in_part_lets_the_rest_go_on() =>
        Given([.. UntilImplementing(), .. UntilChangeApproved(Changes.PartOf("Hợp phần y tế"))]).When(Ask.PutIntoEffect())
            .ThenHappened<ImplementationSuspended>()
            .And(agreement => Assert.Equal((LegalState.Implementing, "Hợp phần y tế"), (agreement.State, Assert.Single(agreement.Suspensions).Part)))
            .When(Ask.Meet()).ThenHappened<MilestoneMet>()
            .When(Ask.Resume()).ThenHappened<ImplementationResumed>()
                .And(agreement => Assert.Equal((LegalState.Implementing, 0), (agreement.State, agreement.Suspensions.Length)));

    [Fact]
    public void Of_several_parts_one_is_named()
    {
        var story = Given([.. UntilImplementing(), Suspended("Y tế"), Suspended("Du lịch", "ch2")]);
        story.When(Ask.Resume()).ThenRefused("agreement/no-such-suspension", "một trong: ch1, ch2", "one of: ch1, ch2");
        story.When(Ask.Resume("ch2")).ThenHappened<ImplementationResumed>().And(agreement => Assert.Equal("ch1", Assert.Single(agreement.Suspensions).Change));
    }

    [Fact]
    public void The_whole_is_meant_where_nothing_is_named() =>
        Given([.. UntilImplementing(), Suspended("Y tế"), Suspended(null, "ch2")]).When(Ask.Resume()).ThenHappened<ImplementationResumed>()
            .And(agreement => Assert.Equal((LegalState.Implementing, "ch1"), (agreement.State, Assert.Single(agreement.Suspensions).Change)));

    [Fact]
    public void Of_an_old_record_somebody_must_say_what_it_returns_to()
    {
        Given(Legacy(LegalState.Suspended)).When(Ask.Resume()).ThenRefused("agreement/state-before-unknown", "returnsTo", "returnsTo");
        Given(Legacy(LegalState.Suspended)).When(Ask.Resume(returnsTo: LegalState.InEffect)).ThenHappened<ImplementationResumed>()
            .And(agreement => Assert.Equal(LegalState.InEffect, agreement.State));
    }

    [Fact]
    public void It_returns_to_the_state_before_and_no_other() => Given(UntilSuspended()).When(Ask.Resume(returnsTo: LegalState.InEffect))
        .ThenRefused("agreement/returns-elsewhere", "Đang thực hiện", "Implementing");

    [Fact]
    public void What_was_not_suspended_is_not_resumed() => Given(UntilImplementing()).When(Ask.Resume()).ThenRefused("agreement/not-suspended");

    [Fact]
    public void It_returns_to_no_end() => Given(UntilSuspended()).When(Ask.Resume(returnsTo: LegalState.Expired)).ThenInvalid("returnsTo");

    [Fact]
    public void It_is_not_resumed_before_it_began() =>
        Given(UntilSuspended()).When(Ask.Resume(on: "2026-02-25")).ThenRefused("agreement/resumed-before-suspension");

    [Fact]
    public void It_does_not_begin_after_its_own_end() =>
        Given([.. UntilImplementing(), .. UntilChangeApproved(Changes.Of(ChangeKind.Suspension) with { Until = Asking.On("2026-02-25") })])
            .When(Ask.PutIntoEffect()).ThenRefused("agreement/suspended-after-its-end");

    [Fact]
    public void A_suspended_agreement_ends_without_being_resumed() =>
        Given([.. UntilSuspended(), ChangeProposed(ChangeKind.Withdrawal, "ch2"), ChangeApproved("ch2")]).When(Ask.PutIntoEffect("ch2", "2026-02-27"))
            .ThenHappened<WithdrawnFromAgreement>()
            .And(agreement => Assert.Empty(agreement.Suspensions));

    [Fact]
    public void A_right_date_of_effect_is_not_that_of_the_return_from_a_suspension() =>
        Given([.. UntilInEffect(), Suspended(), new ImplementationResumed("ch1", Asking.On("2026-02-28"), "81/QĐ", "UBND tỉnh", LegalState.InEffect)])
            .AsOf(Asking.Grounded).When(Ask.Correct(effectiveOn: "2026-02-05")).ThenHappened<RecordCorrected>()
            .And(agreement => Assert.Equal([Asking.On("2026-02-05"), Asking.On("2026-02-26"), Asking.On("2026-02-28")],
                agreement.Periods.Skip(agreement.Periods.Length - 3).Select(period => period.Since)));

    [Theory]
    [InlineData("2026-02-25", LegalState.InEffect)]
    [InlineData("2026-02-26", LegalState.Suspended)]
    [InlineData("2026-02-27", LegalState.Suspended)]
    [InlineData("2026-02-28", LegalState.InEffect)]
    public void It_is_suspended_on_the_days_it_was(string day, LegalState state)
    {
        AgreementEvent[] happened = [.. UntilInEffect(), .. UntilChangeApproved(Changes.Of(ChangeKind.Suspension)), Suspended(),
            new ImplementationResumed("ch1", Asking.On("2026-02-28"), "81/QĐ", "UBND tỉnh", LegalState.InEffect)];
        var history = happened.Select(e => Asking.Today.Told(e)).ToList();
        Assert.Equal(state, Agreement.AsOf("agr-1", history, new AsOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), null)).State);
    }
}
