using System.Globalization;
using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Imports.Rows;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Api.Imports.Edits;

/// <summary>A row that says how things should be, read from its cells, and what is wrong with it.</summary>
internal sealed class EditRow
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOfRecord> _dates = new(StringComparer.Ordinal);
    private readonly Header _header;

    /// <summary>Reads the row a reader stands on.</summary>
    public EditRow(SheetRow row, ImportMap map, Header header)
    {
        row.Begin();
        (_header, Line, Raw) = (header, row.Line, row.Raw);
        foreach (var field in ImportField.Of(map.Target))
        {
            if (row.Text(field) is not { } text) continue;
            _texts.Add(field, text);
            if (EditField.Dates.Contains(field, StringComparer.Ordinal)) _dates.Add(field, row.Date(field));
        }

        Faults = [.. row.Faults];
        Version = Number(EditField.Version);
        Percent = Number(EditField.Percent, "%");
    }

    /// <summary>The line it begins on.</summary>
    public int Line { get; }

    /// <summary>The row as it stands in the file.</summary>
    public string Raw { get; }

    /// <summary>What was found wrong.</summary>
    public List<CellFault> Faults { get; }

    /// <summary>What to know about it though it goes in.</summary>
    public List<RowRemark> Remarks { get; } = [];

    /// <summary>What would be recorded of it.</summary>
    public List<PlannedEvent> Planned { get; } = [];

    /// <summary>What it is about.</summary>
    public string Id => (Text(EditField.Id) ?? "").ToLowerInvariant();

    /// <summary>The version that had when the sheet was made; null where the sheet does not say.</summary>
    public long? Version { get; }

    /// <summary>Declared progress; null where nothing is said.</summary>
    public int? Percent { get; }

    /// <summary>Its result is the recorded one: a due date moved beside it opens the milestone again, and is not followed by that result once more.</summary>
    public bool SaidAsRecorded { get; set; }

    /// <summary>True where a blank cell says something: the sheet was made of the record, and has the column.</summary>
    public bool Erased(string field) => Version is not null && _header[field] is not null && !_texts.ContainsKey(field);

    /// <summary>What stands in a cell; null where nothing does.</summary>
    public string? Text(string field) => _texts.GetValueOrDefault(field);

    /// <summary>The date in a cell; null where there is none.</summary>
    public DateOfRecord? Date(string field) => _dates.TryGetValue(field, out var date) ? date : null;

    /// <summary>True when a cell says another thing than the record.</summary>
    public bool Differs(string field, string recorded) => Text(field) is { } text ? !Same(text, recorded) : Erased(field) && recorded.Length > 0;

    /// <summary>True when a cell has another date than the record; null is no date.</summary>
    public bool Differs(string field, DateOfRecord? recorded) => Date(field) is { } date ? date != recorded : Erased(field) && recorded is not null;

    /// <summary>True when a cell says another thing than the record does in either language.</summary>
    public bool Differs(string field, string vi, string en) => Differs(field, vi) && Differs(field, en);

    /// <summary>What a cell says in the words of a vocabulary, else what is recorded; a word that is none of them is noted.</summary>
    public T Word<T>(string field, Vocabulary<T> words, T recorded) where T : struct, Enum
    {
        if (Text(field) is not { } text) return recorded;
        var (value, fault) = words.Read(text);
        if (fault is null) return value;
        if (!Faults.Exists(noted => noted.Column == ColumnOf(field))) Fault(field, "import/bad-cell", fault);
        return recorded;
    }

    /// <summary>Notes that a cell says another thing than the record, which no sheet changes.</summary>
    public void Must(string field, string recorded, Sentence why) => Must(field, !Differs(field, recorded), why);

    /// <summary>The same of a date.</summary>
    public void Must(string field, DateOfRecord? recorded, Sentence why) => Must(field, !Differs(field, recorded), why);

    /// <summary>The same of a word.</summary>
    public void Must<T>(string field, Vocabulary<T> words, T recorded, Sentence why) where T : struct, Enum =>
        Must(field, IsSilentOr(field, words, recorded), why);

    /// <summary>Notes a cell that does not hold.</summary>
    public void Must(string field, bool holds, Sentence why)
    {
        if (!holds) Fault(field, Unchangeable.Code, why);
    }

    /// <summary>Notes cells that were emptied: what is recorded is not taken away.</summary>
    public void MustStay(params IEnumerable<string> fields)
    {
        foreach (var field in fields.Where(Erased)) Fault(field, Unchangeable.Code, Unchangeable.Emptied);
    }

    /// <summary>Two texts that people read as the same: composed, without blanks around them, whatever their line ends.</summary>
    public static bool Same(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    /// <summary>Notes a fault of a cell; the sentence goes on from the column's name and value.</summary>
    public void Fault(string field, string code, Sentence predicate)
    {
        var column = ColumnOf(field);
        var shown = Text(field) is { } text ? $" '{text}'" : "";
        Faults.Add(new CellFault(column, Text(field) ?? "", code, new Sentence($"{column}{shown} {predicate.Vi}.", $"{column}{shown} {predicate.En}.")));
    }

    /// <summary>Notes that a cell was edited and is not read all the same: what it tells follows from the record.</summary>
    public void Derived(string field, string today)
    {
        if (Differs(field, today)) PassedOver(field, new Sentence(today, today));
    }

    /// <summary>The same of a word.</summary>
    public void Derived<T>(string field, Vocabulary<T> words, T today) where T : struct, Enum
    {
        var word = new Sentence(words.Show($"{today}", vietnamese: true), words.Show($"{today}", vietnamese: false));
        if (Erased(field) || !IsSilentOr(field, words, today)) PassedOver(field, word);
    }

    private bool IsSilentOr<T>(string field, Vocabulary<T> words, T recorded) where T : struct, Enum =>
        Text(field) is not { } text || (words.Read(text) is { Fault: null, Value: var read } && EqualityComparer<T>.Default.Equals(read, recorded));

    private void PassedOver(string field, Sentence today)
    {
        if (Faults.Count > 0) return;
        var (column, text, why) = (ColumnOf(field), Text(field) ?? "", Unchangeable.NotRead(today));
        Remarks.Add(new RowRemark(column, text, "import/derived", new Sentence($"{column} '{text}' {why.Vi}.", $"{column} '{text}' {why.En}.")));
    }

    private string ColumnOf(string field) => _header[field]?.Name ?? field;

    /// <summary>Notes a refusal of the record, by the column it is about where there is one, else by the cell that asked for what is refused.</summary>
    public void Fault(Refusal refusal, Func<string, string?> fieldOf, string? asking = null)
    {
        foreach (var fault in refusal.Fields)
        {
            var column = fieldOf(fault.Field) is { } field ? _header[field] : null;
            var said = column is null ? fault.Message : fault.Called(column.Name);
            var remedy = fault.Message == refusal.Message; // One fault, and the way out is its own.
            Faults.Add(Told(column is null ? asking : fieldOf(fault.Field), refusal.Code, remedy ? Followed(said, refusal.Remedy) : said));
        }

        if (refusal.Fields.Count == 0) Faults.Add(Told(asking, refusal.Code, Followed(refusal.Message, refusal.Remedy)));
    }

    private static Sentence Followed(Sentence said, Sentence remedy) => new($"{said.Vi} {remedy.Vi}", $"{said.En} {remedy.En}");

    private CellFault Told(string? field, string code, Sentence message) =>
        field is not null && _header[field] is { } column ? new CellFault(column.Name, Text(field) ?? "", code, message)
            : new CellFault(null, null, code, message);

    private int? Number(string field, string unit = "")
    {
        if (Text(field) is not { } text) return null;
        var digits = unit.Length > 0 && text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length].TrimEnd() : text;
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        Fault(field, "import/bad-cell", new Sentence("không phải số nguyên, như 40", "is no whole number, as 40"));
        return null;
    }

    private static string Plain(string text) => NormalForm.Compose(text).ReplaceLineEndings("\n").Trim();
}
