using CityGrains.Domain.Agreements;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Queries;

/// <summary>The filters of each list.</summary>
public sealed class ListFilters(CountryDirectory countries)
{
    private const int LongestName = 500;

    /// <summary>Of agreements.</summary>
    public IReadOnlyList<ListFilter> Agreements => [State, Kind, Office, City, Country];

    /// <summary>Of cities.</summary>
    public IReadOnlyList<ListFilter> Cities => [Country];

    private static ListFilter State { get; } = ListFilter.OneOf(FacetNames.State,
        new Sentence("Trạng thái pháp lý", "Legal state"), [.. Enum.GetNames<LegalState>().Where(name => name != nameof(LegalState.Unrecorded))]);

    private static ListFilter Kind { get; } = ListFilter.OneOf(FacetNames.Kind,
        new Sentence("Loại văn kiện", "Kind of instrument"), [.. Enum.GetValues<AgreementKind>().Select(AgreementRow.KindName)]);

    private static ListFilter Office { get; } = new(FacetNames.Office,
        new Sentence("Cơ quan phụ trách", "Responsible office"), new Sentence("tên cơ quan, như đã ghi", "an office's name, as recorded"),
        value => value.Length <= LongestName ? NormalForm.Compose(value) : null);

    private static ListFilter City { get; } = new(FacetNames.City,
        new Sentence("Mã thành phố tham gia", "Id of a city that is a party"), new Sentence("mã thành phố, như vn-son-la", "a city's id, as vn-son-la"),
        value => RecordId.IsValid(value) ? value : null);

    private ListFilter Country => new(FacetNames.Country,
        new Sentence("Nước", "Country"), new Sentence("mã ISO hoặc tên nước, như VN, Việt Nam, Vietnam", "an ISO code or a country's name, as VN, Việt Nam, Vietnam"),
        value => value.Length <= LongestName && countries.Resolve(value) is { Code: { } code } ? code : null) { AlsoAsWritten = true };
}
