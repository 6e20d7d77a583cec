using CityGrains.Domain.Cities;
using CityGrains.Domain.Geography;
using static CityGrains.Domain.Tests.Asking;

namespace CityGrains.Domain.Tests.Cities;

public sealed class CityTests
{
    private static readonly Country Vietnam = new("VN", "Việt Nam");
    private static readonly CityRegistered Registered = new("Sơn La", Vietnam, new Coordinates(21.327, 103.914));

    [Fact]
    public void A_city_is_registered() =>
        When(new RegisterCity("Sơn La", Vietnam) { Location = new Coordinates(21.327, 103.914) }).ThenHappened<CityRegistered>()
        .And(city => Assert.Equal(("Sơn La", Vietnam, 1L), (city.Name, city.Country, city.Version)));

    [Fact]
    public void A_name_is_kept_composed_and_trimmed() =>
        When(new RegisterCity(" So\u031Bn La ", Vietnam)).ThenHappened<CityRegistered>().And(city => Assert.Equal("Sơn La", city.Name));

    [Theory]
    [InlineData("Sơn La")]
    [InlineData("So\u031Bn La")]
    public void The_same_city_again_changes_nothing(string name) =>
        Given(Registered).When(new RegisterCity(name, new Country("VN", "Vietnam"))).ThenUnchanged();

    [Fact]
    public void Another_name_under_the_same_id_is_another_city() =>
        Given(Registered).When(new RegisterCity("Son La", Vietnam)).ThenRefused("city/already-exists", "Sơn La", "Sơn La");

    [Fact]
    public void Another_country_under_the_same_id_is_another_city() =>
        Given(Registered).When(new RegisterCity("Sơn La", new Country(null, "Northern Cyprus"))).ThenRefused("city/already-exists");

    [Fact]
    public void An_id_can_be_read_out() => Of("Sơn La").When(new RegisterCity("Sơn La", Vietnam)).ThenRefused("city/bad-id", "vn-son-la", "vn-son-la");

    [Theory]
    [InlineData(90.1, 0)]
    [InlineData(0, -180.1)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public void A_city_lies_on_the_earth(double latitude, double longitude) =>
        When(new RegisterCity("Sơn La", Vietnam) { Location = new Coordinates(latitude, longitude) }).ThenInvalid("location");

    [Fact]
    public void All_faults_of_a_city_are_named_at_once() =>
        When(new RegisterCity("\ud800", null!) { Location = new Coordinates(91, 0) }).ThenInvalid("name", "country", "location");

    [Fact]
    public void A_renamed_city_keeps_its_former_name() => Given(Registered).When(new RenameCity("Tô Hiệu")).ThenHappened<CityRenamed>()
        .And(city => Assert.Equal(("Tô Hiệu", "Sơn La"), (city.Name, Assert.Single(city.FormerNames))));

    [Fact]
    public void The_name_it_has_is_no_new_name() => Given(Registered).When(new RenameCity("So\u031Bn La ")).ThenUnchanged();

    [Fact]
    public void A_new_name_is_given() => Given(Registered).When(new RenameCity(" ")).ThenInvalid("name");

    [Fact]
    public void A_city_nobody_registered_is_not_renamed() =>
        When(new RenameCity("Tô Hiệu")).ThenRefused("city/not-found", "đăng ký thành phố", "register the city");

    [Fact]
    public void A_value_is_recorded_as_its_source_states_it() => Given(Registered).When(Books(2_000_000, "2024")).ThenHappened<IndicatorRecorded>()
        .And(city => Assert.Equal(new Indicator("sách", 2_000_000, "cuốn", Qualifier.Nearly, On("2024")), Assert.Single(city.Indicators)));

    [Fact]
    public void A_newer_value_takes_the_place_of_the_older() => Given(Registered, Known(1, "2023")).When(Books(2, "2024")).ThenHappened<IndicatorRecorded>()
        .And(city => Assert.Equal(2, Assert.Single(city.Indicators).Value));

    [Fact]
    public void An_older_value_recorded_late_does_not() => Given(Registered, Known(2, "2024-06")).When(Books(1, "2023")).ThenHappened<IndicatorRecorded>()
        .And(city => Assert.Equal((2m, 3L), (Assert.Single(city.Indicators).Value, city.Version)));

    [Fact]
    public void A_value_that_may_be_newer_counts_as_a_correction() =>
        Given(Registered, Known(2, "2024-06")).When(Books(1, "2024")).ThenHappened<IndicatorRecorded>()
        .And(city => Assert.Equal(1, Assert.Single(city.Indicators).Value));

    [Fact]
    public void A_value_is_not_measured_ahead() => Given(Registered).When(Books(1, "2027")).ThenRefused("city/in-the-future", "asOf");

    [Fact]
    public void A_value_has_a_name_a_unit_and_a_qualifier() =>
        Given(Registered).When(new RecordIndicator("", 1, " ", (Qualifier)9, default)).ThenInvalid("name", "unit", "qualifier");

    private static IndicatorRecorded Known(decimal value, string asOf) => new(new Indicator("sách", value, "cuốn", Qualifier.Exact, On(asOf)));

    private static RecordIndicator Books(decimal value, string asOf) => new("sách", value, "cuốn", Qualifier.Nearly, On(asOf));

    private static Story<City, CityCommand, CityEvent> Of(string id) => new(City.Unrecorded(id), CityDecider.Decide, City.Evolve);

    private static Story<City, CityCommand, CityEvent> Given(params CityEvent[] happened) => Of("vn-son-la").Given(happened);

    private static Story<City, CityCommand, CityEvent> When(CityCommand command) => Given().When(command);
}
