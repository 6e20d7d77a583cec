using CityGrains.Domain.Offices;
using static CityGrains.Domain.Tests.Asking;

namespace CityGrains.Domain.Tests.Offices;

public sealed class OfficeTests
{
    private static readonly OfficeName SonLa = new("Sở Ngoại vụ Sơn La", "Sơn La Department of Foreign Affairs");
    private static readonly OfficeRegistered Registered = new(SonLa, OfficeLevel.Department, "ubnd-tinh-son-la");
    private static readonly OfficeClosed Merged = new(On("2025-06-30"), "Sáp nhập", "so-ngoai-vu-phu-tho");

    [Fact]
    public void An_office_is_registered() =>
        When(new RegisterOffice(SonLa, OfficeLevel.Department) { Parent = "ubnd-tinh-son-la" }).ThenHappened<OfficeRegistered>()
        .And(office => Assert.Equal((SonLa, OfficeLevel.Department, "ubnd-tinh-son-la", 1L), (office.Name, office.Level, office.Parent, office.Version)))
        .And(office => Assert.Equal((true, OfficeStanding.Open), (office.Exists, office.Standing)));

    [Fact]
    public void A_name_is_kept_composed_and_trimmed() =>
        When(new RegisterOffice(new OfficeName(" So\u031B\u0309 Ngoại vụ ", " Office "), OfficeLevel.Department))
        .ThenHappened<OfficeRegistered>().And(office => Assert.Equal(new OfficeName("Sở Ngoại vụ", "Office"), office.Name));

    [Fact]
    public void The_same_office_again_changes_nothing() =>
        Given(Registered).When(new RegisterOffice(SonLa, OfficeLevel.Department) { Parent = "ubnd-tinh-son-la" }).ThenUnchanged();

    [Fact]
    public void Another_office_under_the_same_id_is_refused() =>
        Given(Registered).When(new RegisterOffice(SonLa, OfficeLevel.Province))
            .ThenRefused("office/already-exists", "Sở Ngoại vụ Sơn La", "Department of Foreign Affairs");

    [Fact]
    public void An_id_can_be_read_out() =>
        Of("Sơn La").When(new RegisterOffice(SonLa, OfficeLevel.Department)).ThenRefused("office/bad-id", "so-ngoai-vu-son-la");

    [Fact]
    public void No_office_stands_above_itself() =>
        When(new RegisterOffice(SonLa, OfficeLevel.Department) { Parent = "so-ngoai-vu-son-la" }).ThenRefused("office/of-itself", "parent", "parent");

    [Fact]
    public void All_faults_of_an_office_are_named_at_once() =>
        When(new RegisterOffice(new OfficeName("", "\ud800"), (OfficeLevel)9) { Parent = "Bộ" }).ThenInvalid("name.vi", "name.en", "level", "parent");

    [Fact]
    public void A_name_must_be_there() => When(new RegisterOffice(null!, OfficeLevel.Ministry)).ThenInvalid("name");

    [Fact]
    public void A_renamed_office_keeps_its_former_names_to_be_found_by() =>
        Given(Registered).When(new RenameOffice(new OfficeName("Sở Ngoại vụ tỉnh Sơn La"))).ThenHappened<OfficeRenamed>()
        .And(office => Assert.Equal(["Sở Ngoại vụ tỉnh Sơn La", "Sở Ngoại vụ Sơn La", "Sơn La Department of Foreign Affairs"], office.Names));

    [Fact]
    public void The_name_it_has_is_no_new_name() => Given(Registered).When(new RenameOffice(SonLa)).ThenUnchanged();

    [Fact]
    public void An_office_nobody_registered_is_not_renamed() =>
        When(new RenameOffice(SonLa)).ThenRefused("office/not-found", "đăng ký cơ quan", "register the office");

    [Fact]
    public void A_closed_office_tells_why_and_who_follows() =>
        Given(Registered).When(new CloseOffice(On("2025-06-30"), "Sáp nhập") { Successor = "so-ngoai-vu-phu-tho" }).ThenHappened<OfficeClosed>()
        .And(office => Assert.Equal((OfficeStanding.Closed, "so-ngoai-vu-phu-tho"), (office.Standing, office.Closing?.Successor)));

    [Fact]
    public void A_closed_office_does_nothing_more() =>
        Given(Registered, Merged).When(new RenameOffice(new OfficeName("Sở khác"))).ThenRefused("office/closed", "so-ngoai-vu-phu-tho", "30 June 2025");

    [Fact]
    public void An_office_is_not_closed_ahead() =>
        Given(Registered).When(new CloseOffice(On("2027"), "Sáp nhập")).ThenRefused("office/in-the-future", "closedOn");

    [Fact]
    public void No_office_follows_itself() =>
        Given(Registered).When(new CloseOffice(On("2025"), "Sáp nhập") { Successor = "so-ngoai-vu-son-la" }).ThenRefused("office/of-itself", "successor");

    [Fact]
    public void A_closing_has_a_date_and_a_ground() =>
        Given(Registered).When(new CloseOffice(default, " ") { Successor = "Phú Thọ" }).ThenInvalid("closedOn", "ground", "successor");

    [Theory]
    [InlineData("Ủy ban nhân dân tỉnh Sơn La")]
    [InlineData("so-ngoai-vu-phu-tho")]
    public void A_name_that_means_another_office_is_taken(string name)
    {
        When(new RegisterOffice(new OfficeName("Sở mới", name), OfficeLevel.Department)).ThenRefused("office/name-taken", "chỉ cơ quan", "means the office");
        Given(Registered).When(new RenameOffice(new OfficeName(name))).ThenRefused("office/name-taken");
    }

    [Fact]
    public void The_office_above_and_the_one_that_follows_are_registered_first()
    {
        When(new RegisterOffice(SonLa, OfficeLevel.Department) { Parent = "bo-cong-thuong" }).ThenRefused("office/unknown-office", "parent", "parent");
        Given(Registered).When(new CloseOffice(On("2025"), "Sáp nhập") { Successor = "bo-cong-thuong" }).ThenRefused("office/unknown-office", "successor");
    }

    private static Story<Office, OfficeCommand, OfficeEvent> Of(string id) => OfficeStory.Of(id);

    private static Story<Office, OfficeCommand, OfficeEvent> Given(params OfficeEvent[] happened) => Of("so-ngoai-vu-son-la").Given(happened);

    private static Story<Office, OfficeCommand, OfficeEvent> When(OfficeCommand command) => Given().When(command);
}
