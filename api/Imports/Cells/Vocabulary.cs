using System.Collections.Frozen;
using System.Text.Json;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Api.Imports.Cells;

/// <summary>The names a closed set of values goes by in cells, Vietnamese and English; case, diacritics and punctuation do not matter.</summary>
/// <typeparam name="T">The values.</typeparam>
internal sealed class Vocabulary<T> where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> _written = Enum.GetValues<T>()
        .SelectMany(value => new[] { English(value), value.ToString() }.Distinct(StringComparer.Ordinal), (value, name) => (name, value))
        .ToFrozenDictionary(pair => pair.name, pair => pair.value, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, T> _byName;
    private readonly IReadOnlyList<(T Value, string[] Names)> _words;

    /// <param name="words">Each value with its names; the first is the Vietnamese one that people are told.</param>
    public Vocabulary(params IReadOnlyList<(T Value, string[] Names)> words)
    {
        _words = words;
        _byName = words
            .SelectMany(word => NamesOf(word).Select(SearchText.Fold).Distinct(StringComparer.Ordinal), (word, name) => (name, word.Value))
            .ToFrozenDictionary(pair => pair.name, pair => pair.Value, StringComparer.Ordinal);
    }

    /// <summary>The value a cell names, or why it names none: the choices, fewer where its text begins some of them.</summary>
    public (T Value, Sentence? Fault) Read(string text)
    {
        if (_written.TryGetValue(text, out var value)) return (value, null);
        var folded = SearchText.Fold(text);
        if (_byName.TryGetValue(folded, out value)) return (value, null);
        bool Begins(string name) => folded.Length > 0 && SearchText.Fold(name).StartsWith(folded, StringComparison.Ordinal);
        var begun = _words.Where(word => NamesOf(word).Any(Begins)).ToList();
        var choices = begun.Count > 0 ? begun : _words;
        return (default, new Sentence(
            $"không có nghĩa rõ ràng; chọn: {string.Join(", ", choices.Select(word => word.Names[0]))}",
            $"has no clear meaning; choose: {string.Join(", ", choices.Select(word => English(word.Value)))}"));
    }

    /// <summary>A value as people read it, from how JSON has it; a value that is none of these stays as it is.</summary>
    public string Show(string written, bool vietnamese) =>
        vietnamese && _written.TryGetValue(written, out var value) ? _words.First(word => EqualityComparer<T>.Default.Equals(word.Value, value)).Names[0]
            : written;

    private static IEnumerable<string> NamesOf((T Value, string[] Names) word) => [.. word.Names, English(word.Value), word.Value.ToString()];

    private static string English(T value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

/// <summary>What is so, or is not.</summary>
internal enum YesNo
{
    /// <summary>Không.</summary>
    No,

    /// <summary>Có.</summary>
    Yes,
}

/// <summary>The vocabularies of cells.</summary>
internal static class Vocabulary
{
    public static Vocabulary<AgreementKind> Kinds { get; } = new(
        (AgreementKind.Mou, ["Bản ghi nhớ", "Biên bản ghi nhớ", "Bản ghi nhớ hợp tác", "MOU", "Memorandum of understanding"]),
        (AgreementKind.CooperationAgreement, ["Thỏa thuận hợp tác", "Cooperation agreement"]),
        (AgreementKind.SisterCity, ["Kết nghĩa", "Thỏa thuận kết nghĩa", "Thành phố kết nghĩa", "Sister city agreement", "Twinning"]),
        (AgreementKind.LetterOfIntent, ["Ý định thư", "Thư ý định", "LOI"]),
        (AgreementKind.JointStatement, ["Tuyên bố chung", "Joint statement"]),
        (AgreementKind.Minutes, ["Biên bản", "Biên bản làm việc"]),
        (AgreementKind.Programme, ["Chương trình", "Chương trình hợp tác", "Kế hoạch hợp tác", "Program"]));

    public static Vocabulary<LegalState> States { get; } = new(
        [.. Enum.GetValues<LegalState>().Where(state => state is not LegalState.Unrecorded).Select(state => (state, new[] { Lifecycle.Vietnamese(state) }))]);

    public static Vocabulary<MilestoneStatus> Milestones { get; } = new(
        (MilestoneStatus.Open, ["Chưa xong", "Chưa làm", "Đang làm"]),
        (MilestoneStatus.Met, ["Đã đạt", "Đạt", "Hoàn thành", "Done"]),
        (MilestoneStatus.PartiallyMet, ["Đạt một phần", "Một phần", "Partial"]),
        (MilestoneStatus.Missed, ["Không đạt", "Missed"]),
        (MilestoneStatus.Waived, ["Được miễn", "Miễn"]));

    public static Vocabulary<Progress> Derived { get; } = new(
        (Progress.None, ["Chưa có cam kết"]),
        (Progress.Planned, ["Đã có kế hoạch"]),
        (Progress.InProgress, ["Đang thực hiện"]),
        (Progress.Partial, ["Đạt một phần"]),
        (Progress.Done, ["Đã xong"]));

    public static Vocabulary<ActivityState> ActivityStates { get; } = new(
        [.. Enum.GetValues<ActivityState>().Where(state => state is not ActivityState.Unrecorded)
            .Select(state => (state, new[] { Activity.Vietnamese(state) }))]);

    public static Vocabulary<ActivityKind> ActivityKinds { get; } = new(
        (ActivityKind.Conference, ["Hội nghị, hội thảo", "Hội nghị", "Hội thảo", "Diễn đàn"]),
        (ActivityKind.Visit, ["Chuyến thăm", "Chuyến thăm, làm việc"]),
        (ActivityKind.Exhibition, ["Triển lãm, hội chợ", "Triển lãm", "Hội chợ"]),
        (ActivityKind.Training, ["Đào tạo, tập huấn", "Đào tạo", "Tập huấn"]),
        (ActivityKind.DelegationIn, ["Đoàn vào"]),
        (ActivityKind.DelegationOut, ["Đoàn ra"]));

    public static Vocabulary<Qualifier> Qualifiers { get; } = new(
        (Qualifier.Exact, ["Đúng", "Chính xác"]),
        (Qualifier.Nearly, ["Gần"]),
        (Qualifier.MoreThan, ["Hơn", "Trên"]));

    public static Vocabulary<YesNo> YesNo { get; } = new(
        (Cells.YesNo.Yes, ["Có", "true", "x"]),
        (Cells.YesNo.No, ["Không", "false"]));

    /// <summary>Yes of what is true.</summary>
    public static YesNo Said(bool isSo) => isSo ? Cells.YesNo.Yes : Cells.YesNo.No;

    public static Vocabulary<PartyType> PartyTypes { get; } = new(
        (PartyType.City, ["Thành phố", "Town"]),
        (PartyType.Province, ["Tỉnh", "Bang", "Vùng", "State", "Region"]),
        (PartyType.Agency, ["Cơ quan", "Sở", "Sở, ban, ngành", "Department"]),
        (PartyType.National, ["Quốc gia", "Bộ", "Chính phủ", "Ministry", "Government"]),
        (PartyType.Organisation, ["Tổ chức", "Trường đại học", "Doanh nghiệp", "Organization", "University", "Company"]));
}
