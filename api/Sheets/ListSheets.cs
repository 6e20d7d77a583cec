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
        [EditField.Id] = Path("id"), [EditField.Version] = Path("version"), [EditField.Title] = Path("title.vi"),
        [EditField.ForeignTitle] = Path("title.foreign"),
        [EditField.State] = new("stateVi", "state"), [EditField.Kind] = Path("kind"), [EditField.Office] = Path("office"),
        [EditField.Parties] = Path("parties.name"),
        [EditField.Countries] = new("parties.country.vi", "parties.country.en"), [EditField.SignedOn] = Path("signedOn"),
        [EditField.EffectiveOn] = Path("effectiveOn"),
        [EditField.Derived] = Path("progress.derived"), [EditField.DerivedPercent] = Path("progress.percent"),
        [EditField.Percent] = Path("progress.declared.percent"),
        [EditField.Summary] = Path("progress.declared.summary"), [EditField.Flags] = Path("flags"),
    });

    /// <summary>Milestones; they come back by the map milestones.</summary>
    public static IReadOnlyList<SheetColumn> Milestones { get; } = OfMap("milestones", new(StringComparer.Ordinal)
    {
        [EditField.Id] = Path("agreement"), [EditField.Version] = Path("version"), [EditField.Title] = Path("title"), [EditField.Office] = Path("office"),
        [EditField.Commitment] = Path("commitment.description"), [EditField.Owner] = Path("commitment.owner"),
        [EditField.CommitmentDueOn] = Path("commitment.dueOn"),
        [EditField.Milestone] = Path("id"), [EditField.Step] = Path("description"), [EditField.DueOn] = Path("dueOn"), [EditField.Status] = Path("status"),
        [EditField.SettledOn] = Path("settledOn"),
    });

    /// <summary>Cities; they come back by the map city-list.</summary>
    public static IReadOnlyList<SheetColumn> Cities { get; } = OfMap("city-list", new(StringComparer.Ordinal)
    {
        [EditField.Id] = Path("id"), [EditField.Version] = Path("version"), [EditField.Name] = Path("name"), [EditField.CountryCode] = Path("country.code"),
        [EditField.Country] = new("country.vi", "country.en"), [EditField.Latitude] = Path("location.latitude"),
        [EditField.Longitude] = Path("location.longitude"),
        [EditField.Standing] = Path("status"),
    });

    /// <summary>Offices.</summary>
    public static IReadOnlyList<SheetColumn> Offices { get; } =
    [
        Of("Mã", "Id", "id"), Of("Phiên bản", "Version", "version"), Of("Tên", "Name", "name.vi"), Of("Tên tiếng Anh", "English name", "name.en"),
        Of("Cấp", "Level", "level"),
        Of("Cơ quan cấp trên", "Office above", "parent"), Of("Trạng thái", "State", "state"),
    ];

    /// <summary>Activities and delegations; they come back by the map activity-list.</summary>
    public static IReadOnlyList<SheetColumn> Activities { get; } = OfMap("activity-list", new(StringComparer.Ordinal)
    {
        [EditField.Id] = Path("id"), [EditField.Version] = Path("version"), [EditField.State] = new("stateVi", "state"), [EditField.Kind] = Path("kind"),
        [EditField.Title] = Path("title"),
        [EditField.Organiser] = Path("organiser"), [EditField.Office] = Path("office"), [EditField.AppliedOn] = Path("appliedOn"),
        [EditField.From] = Path("days.from"), [EditField.To] = Path("days.to"),
        [EditField.Place] = Path("place.name"), [EditField.Country] = new("place.country.vi", "place.country.en"),
        [EditField.International] = Path("international"),
        [EditField.Reach] = Path("reach.what"), [EditField.Count] = Path("reach.value"), [EditField.Qualifier] = Path("reach.qualifier"),
        [EditField.Summary] = Path("result.summary"),
        [EditField.ReportedOn] = Path("result.reportedOn"), [EditField.ReportReference] = Path("result.reference"),
    });

    /// <summary>Deadlines.</summary>
    public static IReadOnlyList<SheetColumn> Deadlines { get; } =
    [
        Of("Hồ sơ", "Record", "record"), Of("Tên", "Title", "title"), Of("Cơ quan theo dõi", "Office", "office"), Of("Việc phải làm", "What", "what"),
        Of("Về", "About", "about"),
        Of("Ai làm", "Who", "who"), Of("Hạn", "Due", "due"), Of("Còn (ngày)", "Days left", "daysLeft"), Of("Quá hạn", "Overdue", "overdue"),
        Of("Tính từ", "Since", "since"),
        Of("Căn cứ", "Basis", "basis"), Of("Loại hạn", "Clock", "clock"), Of("Mốc hoặc cơ quan", "Subject", "subject"), Of("Xong ngày", "Ended on", "endedOn"),
    ];

    /// <summary>Requests for feedback; they come back by the map request-list.</summary>
    public static IReadOnlyList<SheetColumn> Requests { get; } = OfMap("request-list", new(StringComparer.Ordinal)
    {
        [EditField.Id] = Path("key"), [EditField.Version] = Path("version"), [EditField.Agreement] = Path("agreement"), [EditField.City] = Path("city"),
        [EditField.About] = Path("about"),
        [EditField.AskedBy] = Path("request.question.askedBy"), [EditField.AskedOf] = Path("request.question.askedOf"),
        [EditField.Question] = Path("request.question.text"),
        [EditField.AskedOn] = Path("request.question.askedOn"), [EditField.DueBy] = Path("request.question.dueBy"),
        [EditField.Answer] = Path("request.answer.text"),
        [EditField.AnsweredOn] = Path("request.answer.answeredOn"), [EditField.AnsweredBy] = Path("request.answer.by"),
        [EditField.AnswerDocument] = Path("request.answer.document"),
        [EditField.Overdue] = Path("overdue"),
    });

    /// <summary>Members of a network.</summary>
    public static IReadOnlyList<SheetColumn> Members { get; } =
    [
        Of("Mã", "Id", "id"), Of("Tên", "Name", "name"), Country("country"), new(new("Trạng thái", "State"), new("stateVi", "state")),
        Of("Từ", "Since", "since"),
    ];

    /// <summary>Indicators of a city.</summary>
    public static IReadOnlyList<SheetColumn> Indicators { get; } =
    [
        Of("Chỉ số", "Indicator", "name"), Of("Giá trị", "Value", "value"), Of("Đơn vị", "Unit", "unit"), Of("Mức chính xác", "Qualifier", "qualifier"),
        Of("Tính đến", "As of", "asOf"),
        Of("Ghi lúc", "Recorded at", "recordedAt"), Of("Người ghi", "Actor", "actor"), Of("Nguồn", "Source", "source.title"),
        Of("Số hiệu nguồn", "Source reference", "source.reference"),
    ];

    /// <summary>A record's history.</summary>
    public static IReadOnlyList<SheetColumn> History { get; } =
    [
        Of("Phiên bản", "Version", "version"), Of("Vị trí", "Position", "position"), Of("Sự kiện", "Event", "type"),
        Of("Xảy ra ngày", "Occurred on", "occurredOn"), Of("Ghi lúc", "Recorded at", "recordedAt"),
        Of("Người ghi", "Actor", "actor"), Of("Cơ quan", "Office", "office"), Of("Nguồn", "Source", "source.title"),
        Of("Số hiệu nguồn", "Source reference", "source.reference"),
        Of("Lý do", "Reason", "reason"), Of("Nội dung (JSON)", "Facts (JSON)", "data"), Of("Mã lệnh", "Command", "commandId"), Of("Mã băm", "Hash", "hash"),
    ];

    private static SheetColumn Country(string path) => new(new("Nước", "Country"), new(path + ".vi", path + ".en"));

    private static Sentence Path(string path) => new(path, path);

    /// <summary>The columns of a map in its order; those without a path are for people to fill in.</summary>
    private static IReadOnlyList<SheetColumn> OfMap(string map, Dictionary<string, Sentence> paths) =>
    [
        .. ImportMaps.Shipped(map).Columns.Select(column =>
            new SheetColumn(new Sentence(column.Vi[0], column.En[0]), paths.GetValueOrDefault(column.Field, Path(""))) { Shown = ShownAs(map, column.Field) }),
    ];

    private static Func<string, bool, string>? ShownAs(string map, string field) => (map, field) switch
    {
        ("activity-list", EditField.Kind) => Vocabulary.ActivityKinds.Show,
        (_, EditField.Kind) => Vocabulary.Kinds.Show,
        ("milestones", EditField.Status) => Vocabulary.Milestones.Show,
        (_, EditField.Derived) => Vocabulary.Derived.Show,
        (_, EditField.Qualifier) => Vocabulary.Qualifiers.Show,
        (_, EditField.International or EditField.Overdue) => (written, vietnamese) =>
            Vocabulary.YesNo.Show(written == "true" ? nameof(YesNo.Yes) : nameof(YesNo.No), vietnamese),
        _ => null,
    };
}
