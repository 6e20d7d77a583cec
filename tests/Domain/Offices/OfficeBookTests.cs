using CityGrains.Domain.Offices;
using static CityGrains.Domain.Tests.Offices.OfficeStory;

namespace CityGrains.Domain.Tests.Offices;

public sealed class OfficeBookTests
{
    private static readonly Office Old = Known("phong-ngoai-vu", Registered("Phòng Ngoại vụ"), new OfficeClosed(Asking.On("2024"), "Nâng cấp", "so-ngoai-vu"));
    private static readonly Office New = Known("so-ngoai-vu", Registered("Sở Ngoại vụ"),
        new OfficeRenamed(new OfficeName("Sở Ngoại vụ"), new OfficeName("Sở Ngoại vụ Sơn La", "Foreign Affairs of Sơn La")));
    private static readonly OfficeBook Book = OfficeBook.Of([Old, New]);

    [Theory]
    [InlineData("so-ngoai-vu")]
    [InlineData("Sở Ngoại vụ Sơn La")]
    [InlineData("Foreign Affairs of Sơn La")]
    [InlineData("Sở Ngoại vụ")]
    [InlineData(" So\u031B\u0309 Ngoại vụ ")]
    public void An_office_is_meant_by_its_id_and_every_name_it_bears_or_bore(string text) => Assert.Same(New, Book.Find(text));

    [Theory]
    [InlineData("So Ngoai vu")]
    [InlineData("sở ngoại vụ")]
    [InlineData("")]
    public void Another_spelling_is_another_office(string text) => Assert.Null(Book.Find(text));

    [Fact]
    public void A_name_of_today_comes_before_a_former_one_and_an_open_office_before_a_closed_one()
    {
        var today = Known("moi", Registered("Sở Ngoại vụ"));
        Assert.Equal("moi", OfficeBook.Of([New, today]).Find("Sở Ngoại vụ")?.Id);
        var reborn = Known("phong-moi", Registered("Phòng Ngoại vụ"));
        Assert.Equal("phong-moi", OfficeBook.Of([Old, reborn, New]).Find("Phòng Ngoại vụ")?.Id);
    }

    [Fact]
    public void Work_of_a_closed_office_is_listed_with_its_successor_s()
    {
        Assert.Same(New, Book.Heir(Old));
        Assert.Equal(["Foreign Affairs of Sơn La", "Phòng Ngoại vụ", "Sở Ngoại vụ", "Sở Ngoại vụ Sơn La", "phong-ngoai-vu", "so-ngoai-vu"],
            Book.WrittenAs("Sở Ngoại vụ Sơn La").Order(StringComparer.Ordinal));
        Assert.Equal(["Phòng Ngoại vụ", "phong-ngoai-vu"], Book.WrittenAs("phong-ngoai-vu").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_office_nobody_registered_is_meant_by_its_text_alone()
    {
        Assert.Equal(["Sở Ngoại vụ Nghệ An"], Book.WrittenAs("Sở Ngoại vụ Nghệ An "));
        Assert.True(Book.AreSame("Sở Ngoại vụ Nghệ An", "So\u031B\u0309 Ngoại vụ Nghệ An"));
        Assert.False(Book.AreSame("Sở Ngoại vụ Nghệ An", "so-ngoai-vu"));
        Assert.True(Book.AreSame("Sở Ngoại vụ", "so-ngoai-vu"));
    }

    [Fact]
    public void Successors_that_lead_in_a_circle_end_the_search()
    {
        var one = Known("mot", Registered("Một"), new OfficeClosed(Asking.On("2024"), "Sáp nhập", "hai"));
        var two = Known("hai", Registered("Hai"), new OfficeClosed(Asking.On("2024"), "Sáp nhập", "mot"));
        Assert.Equal(OfficeStanding.Closed, OfficeBook.Of([one, two]).Heir(one).Standing);
    }

    private static OfficeRegistered Registered(string name) => new(new OfficeName(name), OfficeLevel.Department, null);
}
