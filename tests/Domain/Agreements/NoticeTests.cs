using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;
using static CityGrains.Domain.Tests.Agreements.Happened;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class NoticeTests
{
    [Fact]
    public void Each_authority_that_was_told_is_kept_with_the_day_and_the_letter() =>
        Given([.. UntilSigned()]).When(Ask.SendCopy()).When(Ask.ReportToPrimeMinister("2026-02")).When(Ask.NotifyChange("Gia hạn") with { To = "Sở Ngoại vụ" })
        .And(agreement => Assert.Equal(
            [
                new Notice(NoticeKind.CopyToMofa, Asking.On("2026-02-20"), "88/SNgV"),
                new Notice(NoticeKind.ReportToPrimeMinister, Asking.On("2026-02"), "35/BC-UBND"),
                new Notice(NoticeKind.ChangeToMofa, Asking.On("2026-02-20"), "12/SNgV", "Sở Ngoại vụ", "Gia hạn"),
            ],
            agreement.Notices))
        .And(agreement => Assert.Equal(LegalState.Signed, agreement.State));

    [Fact]
    public void Nothing_is_sent_before_the_signing() =>
        Given(UntilSigned("2026-02-05")).When(Ask.SendCopy("2026-02-04"))
        .ThenRefused("agreement/before-signing", "trước ngày ký 5/2/2026", "Check both dates");

    [Fact]
    public void A_month_that_holds_the_signing_is_not_before_it() =>
        Given(UntilSigned("2026-02-05")).When(Ask.SendCopy("2026-02")).ThenHappened<CopySentToMofa>();

    [Fact]
    public void What_is_not_signed_is_reported_to_nobody() => Given(UntilApproved()).When(Ask.ReportToPrimeMinister()).ThenRefused("agreement/not-signed");

    [Fact]
    public void What_will_be_sent_was_not_sent() =>
        Given(UntilSigned()).When(Ask.NotifyChange(on: "2026-03-03")).ThenRefused("agreement/in-the-future", "notifiedOn");

    [Fact]
    public void A_notice_without_a_letter_or_a_day_names_both() => Given(UntilSigned()).When(new SendCopyToMofa(default, "")).ThenInvalid("sentOn", "document");

    [Fact]
    public void It_is_published_with_where_to_read_it() => Given(UntilSigned()).When(Ask.Publish()).ThenHappened<AgreementPublished>()
        .And(agreement => Assert.Equal([new Publication(Asking.On("2026-02-20"), "Công báo số 14", "https://congbao.example/14")], agreement.Publications));

    [Fact]
    public void What_is_restricted_is_not_published() => Given(UntilSigned()).When(Ask.Restrict()).When(Ask.Publish())
        .ThenRefused("agreement/disclosure-restricted", "theo 21/QĐ-UBND", "record it again");

    [Theory]
    [InlineData("2026-02-09")]
    [InlineData("2026-02-16")]
    public void Outside_a_restriction_it_may_be_published(string day) =>
        Given(UntilSigned()).When(Ask.Restrict("2026-02-10", until: "2026-02-15")).When(Ask.Publish(day)).ThenHappened<AgreementPublished>();

    [Fact]
    public void The_latest_restriction_counts() => Given(UntilSigned()).When(Ask.Restrict()).When(Ask.Restrict(until: "2026-02-15")).When(Ask.Publish())
        .ThenHappened<AgreementPublished>();

    [Fact]
    public void A_restriction_does_not_end_before_it_begins() =>
        Given(UntilSigned()).When(Ask.Restrict("2026-02-10", until: "2026-02-09")).ThenInvalid("until");

    [Fact]
    public void A_breach_says_who_and_what() => Given(UntilInEffect()).When(Ask.RecordBreach()).ThenHappened<BreachRecorded>()
        .And(agreement => Assert.Equal([new Breach(Asking.On("2026-02"), "Luang Prabang", "Không tiếp đoàn giáo viên", "7/BB-SNgV")], agreement.Breaches));

    [Fact]
    public void A_breach_that_has_not_come_is_none() => Given(UntilInEffect()).When(Ask.RecordBreach("2026-04")).ThenRefused("agreement/in-the-future");
}
