using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Csv;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Imports.Sheets;
using CityGrains.Api.Sheets;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Api.Imports.Rows;

/// <summary>The cells of the row a reader stands on, and what is wrong with them.</summary>
internal sealed class SheetRow(CsvReader reader, ImportMap map, Header header)
{
    /// <summary>What was found wrong, in the order of reading; a row with any is refused.</summary>
    public List<CellFault> Faults { get; } = [];

    /// <summary>The line the row begins on.</summary>
    public int Line => reader.Line;

    /// <summary>The row as it stands in the file.</summary>
    public string Raw => reader.Raw.ToString();

    /// <summary>The text of a field, trimmed, in NFC: from its column, or what the map gives every row. Null where there is none.</summary>
    public string? Text(string field)
    {
        if (header[field] is not { } column) return map.Always.GetValueOrDefault(field);
        var text = column.Index < reader.Count ? Read(reader[column.Index]) : "";
        if (CalculatedCell.Of(text) is { } calculated)
        {
            Fault(field, calculated.Shown, "calculated", calculated.Why);
            return null;
        }

        if (text.Length > 0) return text;
        if (column.Required) Fault(field, "", "empty", new Sentence("không được để trống", "must not be empty"));
        return null;
    }

    /// <summary>True when the file has a column for the field.</summary>
    public bool Has(string field) => header[field] is not null;

    private static string Read(string cell) => GuardedText.Undo(NormalForm.Compose(cell).Trim()).Replace(CellText.LineEnd, '\n');

    /// <summary>What a field says, read from its text; the fallback where there is none.</summary>
    public T Read<T>(string field, Func<string, (T Value, Sentence? Fault)> read, T fallback)
    {
        if (Text(field) is not { } text) return fallback;
        var (value, fault) = read(text);
        if (fault is null) return value;
        Fault(field, text, "bad-cell", fault);
        return fallback;
    }

    /// <summary>A date.</summary>
    public DateOfRecord Date(string field) => Read(field, text => DateCell.Read(text, header[field]?.Dates ?? default), DateOfRecord.Unknown);

    /// <summary>Notes that a field is wrong; the sentence goes on from the column's name and value.</summary>
    public void Fault(string field, string value, string code, Sentence predicate)
    {
        var column = ColumnOf(field);
        var shown = value.Length == 0 ? "" : $" '{value}'";
        Faults.Add(new CellFault(column, value, "import/" + code, new Sentence($"{column}{shown} {predicate.Vi}.", $"{column}{shown} {predicate.En}.")));
    }

    /// <summary>True when a fault of the field is noted.</summary>
    public bool IsFaulty(string field) => Faults.Exists(fault => fault.Column == ColumnOf(field));

    /// <summary>The name of a field's column as the file has it; the field itself where the map gives its value.</summary>
    public string ColumnOf(string field) => header[field]?.Name ?? field;

    /// <summary>Begins the row: nothing may stand where no column is named.</summary>
    public void Begin()
    {
        Faults.Clear();
        if (reader.Count <= header.Cells.Count && header.Nameless.Count == 0) return;
        for (var i = 0; i < reader.Count; i++)
        {
            if ((i < header.Cells.Count && !header.Nameless.Contains(i)) || string.IsNullOrWhiteSpace(reader[i])) continue;
            Faults.Add(new CellFault(null, reader[i], "import/no-column", new Sentence(
                $"Ô thứ {i + 1} '{reader[i]}' nằm ngoài các cột có tên; giá trị có dấu phẩy phải đặt trong ngoặc kép.",
                $"Cell {i + 1} '{reader[i]}' stands in no named column; a value with a comma must be in quotes.")));
        }
    }
}
