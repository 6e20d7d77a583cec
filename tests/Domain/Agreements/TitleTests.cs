using CityGrains.Domain.Agreements;
using static CityGrains.Domain.Tests.Agreements.AgreementStory;

namespace CityGrains.Domain.Tests.Agreements;

public sealed class TitleTests
{
    [Theory]
    [InlineData("Hiệp định hợp tác giáo dục")]
    [InlineData("HIỆP ĐỊNH hợp tác")]
    [InlineData("Hie\u0323\u0302p đi\u0323nh hợp tác")]
    [InlineData("Dự thảo hiệp ước hữu nghị")]
    [InlineData("Công\u00A0ước về môi trường")]
    [InlineData("“Định ước” Sơn La")]
    [InlineData("Hiệp\nđịnh/Agreement")]
    [InlineData("Hiệp định về kế hoạch hợp tác")]
    public void A_title_that_names_a_treaty_is_refused(string title) => When(Ask.Propose(title)).ThenInvalid("title.vi");

    [Fact]
    public void The_refusal_says_which_names_and_what_to_do()
    {
        var fault = AgreementDecider.Decide(Agreement.Unrecorded("agr-1"), Ask.Propose("Hiệp định"), Asking.Today).Refusal!.Fields[0];
        Assert.Contains("công ước, hiệp ước, định ước, hiệp định", fault.Message.En, StringComparison.Ordinal);
        Assert.Contains("treatyLevel", fault.Message.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bản ghi nhớ thực hiện Hiệp định thương mại tự do")]
    [InlineData("Kế hoạch hợp tác theo Công ước Ramsar")]
    [InlineData("Thoả thuận hợp tác trong khuôn khổ Hiệp định biên giới")]
    [InlineData("Hiệp đinh")]
    [InlineData("Hội nghị hiệp thương định kỳ")]
    [InlineData("Quan hệ kết nghĩa Sơn La – Luang Prabang")]
    public void A_title_that_only_speaks_of_a_treaty_is_not(string title) => When(Ask.Propose(title)).ThenHappened<AgreementProposed>();

    [Fact]
    public void A_treaty_may_be_called_one() => When(Ask.Propose("Hiệp định biên giới", treatyLevel: true)).ThenHappened<AgreementProposed>();

    [Fact]
    public void A_legacy_record_obeys_the_same_rule() => Given().AsOf(Asking.FromAList)
        .When(Ask.RegisterLegacy() with { Title = new AgreementTitle("Hiệp định kết nghĩa", "") }).ThenInvalid("title.foreign", "title.vi");
}
