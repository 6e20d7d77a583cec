using System.Text.Json;
using CityGrains.Api.Queries.Due;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Clocks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Offices;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;
using CityGrains.Journal.Rows;
using CityGrains.Journal.Rows.Due;

namespace CityGrains.Api.Queries;

/// <summary>The filters of each list.</summary>
public sealed class ListFilters(CountryDirectory countries, KnownOffices offices, Viewpoints viewpoints)
{
    /// <summary>Filters of questions to the portfolio only.</summary>
    public const string Partner = "partner", Field = "field", Year = "year";

    private const int LongestName = 500;

    /// <summary>Of agreements.</summary>
    public IReadOnlyList<ListFilter> Agreements => [State, Kind, Office, City, Country, Flag, DueBefore, Claims];

    /// <summary>Of questions to the portfolio.</summary>
    public IReadOnlyList<ListFilter> Portfolio => [Office, Country, FieldOfCooperation, City with { Name = Partner }, YearOfSigning, Kind];

    /// <summary>Of the annual report, whose path names its year.</summary>
    public IReadOnlyList<ListFilter> Report => [.. Portfolio.Where(filter => filter.Name != Year)];

    /// <summary>Of cities.</summary>
    public IReadOnlyList<ListFilter> Cities => [Country, Network, Claims];

    /// <summary>Of activities.</summary>
    public IReadOnlyList<ListFilter> Activities => [ActivityKinds, ActivityStates, Office, City, Agreement, Claims];

    /// <summary>Of offices.</summary>
    public static IReadOnlyList<ListFilter> Offices => [Level, Parent, Standing];

    private static ListFilter State { get; } = ListFilter.OneOf(FacetNames.State,
        new Sentence("Trạng thái pháp lý", "Legal state"), [.. Enum.GetNames<LegalState>().Where(name => name != nameof(LegalState.Unrecorded))]);

    private static ListFilter Kind { get; } = ListFilter.OneOf(FacetNames.Kind,
        new Sentence("Loại văn kiện", "Kind of instrument"), [.. Enum.GetValues<AgreementKind>().Select(AgreementRow.KindName)]);

    private static ListFilter Level { get; } = ListFilter.OneOf(FacetNames.Level,
        new Sentence("Cấp", "Level"), [.. Enum.GetValues<OfficeLevel>().Select(OfficeRow.LevelName)]);

    private static ListFilter Standing { get; } = ListFilter.OneOf(
        FacetNames.State, new Sentence("Còn hoạt động hay không", "Whether it still works"), Enum.GetNames<OfficeStanding>());

    private static ListFilter Parent { get; } = new(FacetNames.Parent,
        new Sentence("Mã cơ quan cấp trên", "Id of the office above"), new Sentence("mã cơ quan, như bo-ngoai-giao", "an office's id, as bo-ngoai-giao"),
        value => RecordId.IsValid(value) ? value : null);

    private ListFilter Office => new(FacetNames.Office,
        new Sentence("Cơ quan phụ trách", "Responsible office"), new Sentence("mã hoặc tên cơ quan", "an office's id or name"),
        value => value.Length <= LongestName ? NormalForm.Compose(value) : null)
        { Meaning = async (value, cancel) => (await offices.Read(cancel)).WrittenAs(value) };

    private static ListFilter FieldOfCooperation { get; } = new(Field,
        new Sentence("Lĩnh vực hợp tác", "Field of cooperation"), new Sentence("tên lĩnh vực, như giáo dục", "a field's name, as giáo dục"),
        value => value.Length <= LongestName ? NormalForm.Compose(value).Trim() : null);

    private static ListFilter YearOfSigning { get; } = new(Year,
        new Sentence("Năm ký", "Year of signing"), new Sentence("năm, như 2024", "a year, as 2024"),
        value => value.Length == 4 && value.All(char.IsAsciiDigit) ? value : null);

    private static ListFilter City { get; } = new(FacetNames.City,
        new Sentence("Mã thành phố tham gia", "Id of a city that is a party"), new Sentence("mã thành phố, như vn-son-la", "a city's id, as vn-son-la"),
        value => RecordId.IsValid(value) ? value : null);

    private static ListFilter Claims { get; } = ListFilter.OneOf(FacetNames.Claims,
        new Sentence("Thông tin mâu thuẫn, hoặc khác với hồ sơ", "Claims that contradict each other, or the record"),
        [FacetNames.Conflicting, FacetNames.RecordDiffers]);

    private static ListFilter Network { get; } = new(FacetNames.Network,
        new Sentence("Mạng lưới mà thành phố có hồ sơ", "Network the city has to do with"), new Sentence("mã mạng lưới, như gnlc", "a network's id, as gnlc"),
        value => RecordId.IsValid(value) ? value : null);

    private static ListFilter ActivityKinds { get; } = ListFilter.OneOf(FacetNames.Kind,
        new Sentence("Loại hoạt động", "Kind of activity"), [.. Enum.GetValues<ActivityKind>().Select(ActivityRow.Written)]);

    private static ListFilter ActivityStates { get; } = ListFilter.OneOf(FacetNames.State,
        new Sentence("Trạng thái", "State"), [.. Enum.GetValues<ActivityState>().Where(state => state is not ActivityState.Unrecorded)
            .Select(ActivityRow.Written)]);

    private static ListFilter Agreement { get; } = new(FacetNames.Agreement,
        new Sentence("Mã thỏa thuận", "Id of an agreement it belongs to"),
        new Sentence("mã thỏa thuận, như agr-2024-000123", "an agreement's id, as agr-2024-000123"),
        value => RecordId.IsValid(value) ? value : null);

    private ListFilter Flag => ListFilter.OneOf("flag",
        new Sentence("Cảnh báo, tính vào ngày hỏi", "What a reader should notice, on the day of asking"), [.. Enum.GetValues<FlagKind>().Select(Kebab)]) with
    {
        Clocks = async (flags, cancel) =>
        {
            var now = await viewpoints.Now(cancel);
            return [.. flags.SelectMany(flag => DueRanges.Raising(Enum.GetValues<FlagKind>().First(kind => Kebab(kind) == flag), now.Today, now.Terms))];
        },
    };

    private ListFilter DueBefore => new("dueBefore",
        new Sentence("Có việc phải làm trước ngày này, kể cả quá hạn", "Something is owed before this day, overdue or not"),
        new Sentence("một ngày, như 2026-05-31", "a day, as 2026-05-31"),
        value => QueryReader.TryDay(value, out _) ? value : null)
    {
        Clocks = async (days, cancel) =>
        {
            var now = await viewpoints.Now(cancel);
            return [.. DueRanges.OwedBefore(days.Max(day => QueryReader.TryDay(day, out var before) ? before : default), now.Terms)];
        },
    };

    private static string Kebab(FlagKind flag) => JsonNamingPolicy.KebabCaseLower.ConvertName(flag.ToString());

    private ListFilter Country => new(FacetNames.Country,
        new Sentence("Nước", "Country"), new Sentence("mã ISO hoặc tên nước, như VN, Việt Nam, Vietnam",
            "an ISO code or a country's name, as VN, Việt Nam, Vietnam"),
        value => value.Length <= LongestName && countries.Resolve(value) is { Code: { } code } ? code : null) { AlsoAsWritten = true };
}
