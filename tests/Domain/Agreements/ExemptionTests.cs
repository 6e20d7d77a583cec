using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class ExemptionTests
{
    [Fact]
    public void A_technical_amendment_is_approved_without_asking_anybody() =>
        Given([.. UntilInEffect(), ChangeProposed(ChangeKind.Amendment)]).When(Ask.Exempt()).ThenHappened<ChangeExempted>()
            .AsOf(context => context.For(Ask.ApproveChange()))
            .When(Ask.ApproveChange()).ThenHappened<ChangeApproved>();

    [Fact]
    public void An_end_is_never_technical() =>
        Given([.. UntilInEffect(), ChangeProposed(ChangeKind.Termination)]).When(Ask.Exempt())
            .ThenRefused("agreement/not-exempt", "Chỉ sửa đổi", "Only an amendment");

    [Fact]
    public void An_amendment_of_more_than_names_is_no_renaming() =>
        Given([.. UntilInEffect(), ChangeProposed(ChangeKind.Amendment)]).When(Ask.Exempt(exemption: Exemption.RenameOnly))
            .ThenRefused("agreement/not-exempt", "renames");

    [Theory]
    [InlineData("2027-02-28", true)]
    [InlineData("2027-03-01", false)]
    public void A_renaming_is_exempt_to_the_last_day_of_the_decree_and_not_the_day_after(string day, bool exempt)
    {
        var story = Given([.. UntilInEffect(), ChangeProposed(Changes.Renaming())]).AsOf(On(day)).When(Ask.Exempt(exemption: Exemption.RenameOnly));
        if (exempt) story.ThenHappened<ChangeExempted>();
        else story.ThenRefused("agreement/exemption-ended", "28/2/2027 (Nghị định 177/2025/NĐ-CP, khoản 4 Điều 5, Điều 10)", "open-change-consultation");
    }

    [Theory]
    [InlineData("2027-02-28", true)]
    [InlineData("2027-03-01", false)]
    public void It_is_decided_by_that_day_too(string day, bool decided)
    {
        var story = Given(
            [.. UntilInEffect(), ChangeProposed(Changes.Renaming()), new ChangeExempted("ch1", Exemption.RenameOnly, "Sáp nhập", "Nghị định 177")])
            .AsOf(On("2027-03-05")).When(Ask.ApproveChange(on: day));
        if (decided) story.ThenHappened<ChangeApproved>();
        else story.ThenRefused("agreement/exemption-ended");
    }

    [Fact]
    public void One_that_was_held_exempt_by_then_may_be_recorded_later() =>
        Given([.. UntilInEffect(), ChangeProposed(Changes.Renaming())]).AsOf(context => On("2027-03-05")(context) with { OccurredOn = Asking.On("2027-02-28") })
            .When(Ask.Exempt(exemption: Exemption.RenameOnly)).ThenHappened<ChangeExempted>();

    [Fact]
    public void When_the_exemption_has_ended_the_agencies_are_asked_after_all() =>
        Given([.. UntilInEffect(), ChangeProposed(Changes.Renaming()), new ChangeExempted("ch1", Exemption.RenameOnly, "Sáp nhập", "Nghị định 177")])
            .When(Ask.OpenChangeConsultation()).ThenHappened<ChangeConsultationOpened>().And(agreement => Assert.Null(agreement.Changes[0].Exemption));

    /// <summary>At noon of a day in Vietnam.</summary>
    private static Func<CommandContext, CommandContext> On(string day) =>
        context => context with { Now = new DateTimeOffset(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(12, 0)), TimeSpan.FromHours(7)) };
}
