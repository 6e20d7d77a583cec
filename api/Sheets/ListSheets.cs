using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Edits;
using CityGrains.Api.Imports.Maps;
using CityGrains.Domain.Record;
using static CityGrains.Api.Sheets.SheetColumn;

namespace CityGrains.Api.Sheets;

/// <summary>The columns of each list. Those of lists that come back by an import bear the names of its map.</summary>
internal static class ListSheets
{
    /// <summary>Agreements; they come back by the map agreement-list.</summary>
    public static IReadOnlyList<SheetColumn> Agreements { get; } = OfMap("agreement-list", new(StringComparer.Ordinal)
    {
        [EditField.Id] = Path("id"), [EditField.Version] = Path("version"), [EditField.Title] = Path("title.vi"), [EditField.ForeignTitle] = Path("title.foreign"),
        [EditField.State] = new("stateVi", "state"), [EditField.Kind] = Path("kind"), [EditField.Office] = Path("office"), [EditField.Parties] = Path("parties.name"),
        [EditField.Countries] = new("parties.country.vi", "parties.country.en"), [EditField.SignedOn] = Path("signedOn"), [EditField.EffectiveOn] = Path("effectiveOn"),
        [EditField.Derived] = Path("progress.derived"), [EditField.DerivedPercent] = Path("progress.percent"), [EditField.Percent] = Path("progress.declared.percent"),
        [EditField.Summary] = Path("progress.declared.summary"), [EditField.Flags] = Path("flags"),
    });

    /// <summary>Milestones; they come back by the map milestones.</summary>
    public static IReadOnlyList<SheetColumn> Milestones { get; } = OfMap("milestones", new(StringComparer.Ordinal)
    {
        [EditField.Id] = Path("agreement"), [EditField.Version] = Path("version"), [EditField.Title] = Path("title"), [EditField.Office] = Path("office"),
        [EditField.Commitment] = Path("commitment.description"), [EditField.Owner] = Path("commitment.owner"), [EditField.CommitmentDueOn] = Path("commitment.dueOn"),
        [EditField.Milestone] = Path("id"), [EditField.Step] = Path("description"), [EditField.DueOn] = Path("dueOn"), [EditField.Status] = Path("status"), [EditField.SettledOn] = Path("settledOn"),
    });

    /// <summary>Cities.</summary>
    public static IReadOnlyList<SheetColumn> Cities { get; } =
    [
        Of("Mã", "Id", "id"), Of("Phiên bản", "Version", "version"), Of("Tên", "Name", "name"), Of("Mã nước", "Country code", "country.code"), Country("country"),
        Of("Vĩ độ", "Latitude", "location.latitude"), Of("Kinh độ", "Longitude", "location.longitude"),
    ];

    /// <summary>Offices.</summary>
    public static IReadOnlyList<SheetColumn> Offices { get; } =
    [
        Of("Mã", "Id", "id"), Of("Phiên bản", "Version", "version"), Of("Tên", "Name", "name.vi"), Of("Tên tiếng Anh", "English name", "name.en"), Of("Cấp", "Level", "level"),
        Of("Cơ quan cấp trên", "Office above", "parent"), Of("Trạng thái", "State", "state"),
    ];

    /// <summary>Activities and delegations.</summary>
    public static IReadOnlyList<SheetColumn> Activities { get; } =
    [
        Of("Mã", "Id", "id"), Of("Phiên bản", "Version", "version"), new(new("Trạng thái", "State"), new("stateVi", "state")), Of("Loại", "Kind", "kind"), Of("Tên", "Title", "title"),
        Of("Cơ quan tổ chức", "Organiser", "organiser"), Of("Cơ quan theo dõi", "Office", "office"), Of("Từ ngày", "From", "days.from"), Of("Đến ngày", "To", "days.to"),
        Of("Nơi", "Place", "place.name"), Country("place.country"), Of("Quốc tế", "International", "international"), Of("Kết quả tiếp cận", "Reach", "reach.what"), Of("Số lượng", "Count", "reach.value"),
    ];

    /// <summary>Deadlines.</summary>
    public static IReadOnlyList<SheetColumn> Deadlines { get; } =
    [
        Of("Hồ sơ", "Record", "record"), Of("Tên", "Title", "title"), Of("Cơ quan theo dõi", "Office", "office"), Of("Việc phải làm", "What", "what"), Of("Về", "About", "about"),
        Of("Ai làm", "Who", "who"), Of("Hạn", "Due", "due"), Of("Còn (ngày)", "Days left", "daysLeft"), Of("Quá hạn", "Overdue", "overdue"), Of("Tính từ", "Since", "since"),
        Of("Căn cứ", "Basis", "basis"), Of("Loại hạn", "Clock", "clock"), Of("Mốc hoặc cơ quan", "Subject", "subject"), Of("Xong ngày", "Ended on", "endedOn"),
    ];

    /// <summary>Requests for feedback.</summary>
    public static IReadOnlyList<SheetColumn> Requests { get; } =
    [
        Of("Yêu cầu", "Request", "key"), Of("Thỏa thuận", "Agreement", "agreement"), Of("Thành phố", "City", "city"), Of("Về", "About", "about"), Of("Cơ quan hỏi", "Asked by", "request.question.askedBy"),
        Of("Hỏi ai", "Asked of", "request.question.askedOf"), Of("Nội dung", "Question", "request.question.text"), Of("Ngày hỏi", "Asked on", "request.question.askedOn"),
        Of("Hạn trả lời", "Due by", "request.question.dueBy"), Of("Trả lời", "Answer", "request.answer.text"), Of("Ngày trả lời", "Answered on", "request.answer.answeredOn"), Of("Quá hạn", "Overdue", "overdue"),
    ];

    /// <summary>Members of a network.</summary>
    public static IReadOnlyList<SheetColumn> Members { get; } =
    [
        Of("Mã", "Id", "id"), Of("Tên", "Name", "name"), Country("country"), new(new("Trạng thái", "State"), new("stateVi", "state")), Of("Từ", "Since", "since"),
    ];

    /// <summary>Indicators of a city.</summary>
    public static IReadOnlyList<SheetColumn> Indicators { get; } =
    [
        Of("Chỉ số", "Indicator", "name"), Of("Giá trị", "Value", "value"), Of("Đơn vị", "Unit", "unit"), Of("Mức chính xác", "Qualifier", "qualifier"), Of("Tính đến", "As of", "asOf"),
        Of("Ghi lúc", "Recorded at", "recordedAt"), Of("Người ghi", "Actor", "actor"), Of("Nguồn", "Source", "source.title"), Of("Số hiệu nguồn", "Source reference", "source.reference"),
    ];

    /// <summary>A record's history.</summary>
    public static IReadOnlyList<SheetColumn> History { get; } =
    [
        Of("Phiên bản", "Version", "version"), Of("Vị trí", "Position", "position"), Of("Sự kiện", "Event", "type"), Of("Xảy ra ngày", "Occurred on", "occurredOn"), Of("Ghi lúc", "Recorded at", "recordedAt"),
        Of("Người ghi", "Actor", "actor"), Of("Cơ quan", "Office", "office"), Of("Nguồn", "Source", "source.title"), Of("Số hiệu nguồn", "Source reference", "source.reference"),
        Of("Lý do", "Reason", "reason"), Of("Nội dung (JSON)", "Facts (JSON)", "data"), Of("Mã lệnh", "Command", "commandId"), Of("Mã băm", "Hash", "hash"),
    ];

    private static SheetColumn Country(string path) => new(new("Nước", "Country"), new(path + ".vi", path + ".en"));

    private static Sentence Path(string path) => new(path, path);

    /// <summary>The columns of a map in its order; those without a path are for people to fill in.</summary>
    private static IReadOnlyList<SheetColumn> OfMap(string map, Dictionary<string, Sentence> paths) =>
    [
        .. ImportMaps.Shipped(map).Columns.Select(column => new SheetColumn(new Sentence(column.Vi[0], column.En[0]), paths.GetValueOrDefault(column.Field, new Sentence("", ""))) { Shown = ShownAs(column.Field) }),
    ];

    private static Func<string, bool, string>? ShownAs(string field) => field switch
    {
        EditField.Kind => Vocabulary.Kinds.Show,
        EditField.Status => Vocabulary.Milestones.Show,
        EditField.Derived => Vocabulary.Derived.Show,
        _ => null,
    };
}
