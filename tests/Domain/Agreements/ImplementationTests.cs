using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class ImplementationTests
{
    [Fact]
    public void The_first_dated_evidence_starts_the_implementation() =>
        Given(UntilPlanned()).When(Ask.Start(on: "2026-02-20")).ThenHappened<ImplementationStarted>()
        .And(agreement => Assert.Equal((LegalState.Implementing, Asking.On("2026-02-20")), (agreement.Periods[^1].State, agreement.Periods[^1].Since)));

    [Fact]
    public void Evidence_attached_to_a_plan_starts_it_as_well() => Given(UntilPlanned()).When(Ask.Attach()).ThenHappened<ImplementationStarted>();

    [Fact]
    public void Later_evidence_is_added() =>
        Given(UntilImplementing()).When(Ask.Attach("c1-m1")).ThenHappened<EvidenceAttached>().And(agreement => Assert.Equal(2, agreement.Evidence.Length));

    [Fact]
    public void Evidence_before_any_plan_starts_nothing() => Given(UntilInEffect()).When(Ask.Attach(@for: null)).ThenHappened<EvidenceAttached>()
        .And(agreement => Assert.Equal(LegalState.InEffect, agreement.State));

    [Fact]
    public void What_is_not_planned_is_not_started() => Given(UntilInEffect()).When(Ask.Start()).ThenRefused("agreement/not-planned");

    [Fact]
    public void What_is_not_signed_has_no_evidence() =>
        Given(UntilApproved()).When(Ask.Attach()).ThenRefused("agreement/not-signed", "Đã ký, Có hiệu lực", "Signed, InEffect");

    [Fact]
    public void Evidence_speaks_for_something_that_was_promised() => Given(UntilPlanned()).When(Ask.Attach("c9")).ThenRefused("agreement/no-such-commitment");

    [Fact]
    public void Evidence_is_not_dated_ahead() =>
        Given(UntilPlanned()).When(Ask.Start(on: "2026-03-03")).ThenRefused("agreement/in-the-future", "evidence.datedOn");

    [Fact]
    public void Evidence_has_a_title_and_a_date() =>
        Given(UntilPlanned()).When(new AttachEvidence(new Evidence("", default, " ", new DocumentHash("x"))) { For = "" })
        .ThenInvalid("evidence.title", "evidence.datedOn", "evidence.reference", "evidence.hash.sha256", "for");

    [Fact]
    public void Evidence_is_given() => Given(UntilPlanned()).When(new StartImplementation(null!)).ThenInvalid("evidence");

    [Fact]
    public void An_implementation_is_complete_once_every_commitment_is_met_with_evidence() =>
        Given([.. UntilImplementing(), Met()]).When(Ask.Complete()).ThenHappened<ImplementationCompleted>()
            .And(agreement => Assert.Equal(Progress.Done, agreement.Progress));

    [Fact]
    public void A_waived_commitment_needs_no_evidence() =>
        Given([.. UntilImplementing(commitments: 2), Met(), new MilestoneWaived("c2-m1", Asking.On("2026-02"), "Bỏ")]).When(Ask.Complete())
            .ThenHappened<ImplementationCompleted>();

    [Fact]
    public void What_is_still_owed_is_not_complete() =>
        Given([.. UntilImplementing(commitments: 2), Met()]).When(Ask.Complete())
            .ThenRefused("agreement/commitment-owed", "c2", "Record each of its milestones");

    [Fact]
    public void A_met_commitment_without_evidence_is_not_complete() =>
        Given([.. UntilImplementing(commitments: 2), Met("c1-m1"), Met("c2-m1")]).When(Ask.Complete())
            .ThenRefused("agreement/evidence-missing", "c2", "Attach evidence");

    [Fact]
    public void Evidence_for_the_whole_proves_no_single_commitment() =>
        Given([.. UntilPlanned(), Started(@for: null), Met()]).When(Ask.Complete()).ThenRefused("agreement/evidence-missing");

    [Fact]
    public void Where_nothing_was_promised_nothing_is_complete() =>
        Given(Legacy(LegalState.Implementing)).When(Ask.Complete()).ThenRefused("agreement/no-commitment");

    [Fact]
    public void A_completion_is_summed_up() => Given(UntilImplementing()).When(new CompleteImplementation("")).ThenInvalid("summary");

    [Fact]
    public void Only_what_was_started_is_complete() => Given(UntilPlanned()).When(Ask.Complete()).ThenRefused("agreement/not-implementing");

    [Fact]
    public void Progress_is_declared_beside_what_the_milestones_say() =>
        Given(UntilImplementing()).When(Ask.Report(percent: 90)).ThenHappened<ProgressReported>().And(agreement =>
    {
        Assert.Equal(new DeclaredProgress(90, "Đoàn thứ nhất đã sang", Asking.On("2026-03-02")), agreement.Declared);
        Assert.Equal(0, agreement.DerivedPercent);
    });

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_percentage_is_0_to_100(int percent) => Given(UntilImplementing()).When(Ask.Report(percent)).ThenInvalid("percent");

    [Fact]
    public void A_finished_agreement_is_archived() => Given(UntilImplemented()).When(Ask.Archive()).ThenHappened<AgreementArchived>()
        .And(agreement => Assert.Equal("Kho lưu trữ tỉnh, hộp 12", agreement.ArchivedAt));

    [Fact]
    public void A_running_agreement_is_not_archived() => Given(UntilImplementing()).When(Ask.Archive()).ThenRefused("agreement/not-archivable");

    [Fact]
    public void An_archived_original_lies_somewhere() => Given(UntilImplemented()).When(new ArchiveAgreement(null!)).ThenInvalid("location");
}
