using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class ConsultationTests
{
    [Fact]
    public void Agencies_are_asked_about_a_proposal() => Given(Proposed()).When(Ask.OpenConsultation("Bộ Ngoại giao", "Bộ Công an"))
        .ThenHappened<ConsultationOpened>().And(agreement => Assert.Equal(["Bộ Ngoại giao", "Bộ Công an"], agreement.Consultation!.Missing));

    [Fact]
    public void Agencies_are_asked_once() => Given(UntilConsulting()).When(Ask.OpenConsultation()).ThenRefused("agreement/not-proposed");

    [Fact]
    public void An_agency_named_twice_is_one() =>
        Given(Proposed()).When(Ask.OpenConsultation("Bộ Ngoại giao", "bộ ngoại giao ", "Bộ Ngoại giao".Normalize(System.Text.NormalizationForm.FormD)))
        .ThenHappened<ConsultationOpened>().And(agreement => Assert.Single(agreement.Consultation!.Agencies));

    [Fact]
    public void The_reduced_procedure_needs_its_ground() =>
        Given(Proposed()).When(Ask.OpenConsultation() with { Procedure = ConsultationProcedure.Reduced }).ThenInvalid("reducedGround");

    [Fact]
    public void The_reduced_procedure_runs_on_its_ground() =>
        Given(Proposed()).When(Ask.OpenConsultation() with { Procedure = ConsultationProcedure.Reduced, ReducedGround = "Đoàn cấp cao thăm trong tuần" })
            .ThenHappened<ConsultationOpened>().And(agreement => Assert.Equal(ConsultationProcedure.Reduced, agreement.Consultation!.Procedure));

    [Fact]
    public void A_consultation_needs_documents_and_agencies() =>
        Given(Proposed()).When(new OpenConsultation([], null!, (ConsultationProcedure)7)).ThenInvalid("dossier", "agencies", "procedure");

    [Fact]
    public void An_answer_is_noted() =>
        Given(UntilConsulting()).When(Ask.RecordOpinion()).ThenHappened<OpinionReceived>().And(agreement => Assert.Empty(agreement.Consultation!.Missing));

    [Theory]
    [InlineData("bộ ngoại giao")]
    [InlineData(" Bộ Ngoa\u0323i giao ")]
    public void An_agency_is_known_however_its_name_is_typed(string agency) => Given(UntilConsulting()).When(Ask.RecordOpinion(agency))
        .ThenHappened<OpinionReceived>().And(agreement => Assert.Empty(agreement.Consultation!.Missing));

    [Fact]
    public void An_agency_nobody_asked_has_no_answer_to_give() =>
        Given(UntilConsulting()).When(Ask.RecordOpinion("Bộ Công an"))
            .ThenRefused("agreement/agency-not-asked", "Bộ Ngoại giao", "Agencies asked: Bộ Ngoại giao");

    [Fact]
    public void An_answer_does_not_come_from_the_future() =>
        Given(UntilConsulting()).When(Ask.RecordOpinion(on: "2026-03-03")).ThenRefused("agreement/in-the-future", "3/3/2026", "3 March 2026");

    [Fact]
    public void An_answer_has_a_date() => Given(UntilConsulting()).When(Ask.RecordOpinion(on: "unknown")).ThenInvalid("receivedOn");

    [Fact]
    public void A_later_answer_of_an_agency_replaces_the_earlier() => Given(UntilDisputed()).When(Ask.RecordOpinion(opinion: Opinion.AgreeWithComments))
        .ThenHappened<OpinionReceived>().And(agreement => Assert.False(agreement.Consultation!.IsDisputed));

    [Fact]
    public void A_legacy_consultation_takes_the_answer_of_any_agency() =>
        Given(Legacy(LegalState.Consulting)).When(Ask.RecordOpinion("Bộ Công an", Opinion.Disagree))
        .ThenHappened<OpinionReceived>().And(agreement => Assert.True(agreement.Consultation!.IsDisputed));
}
