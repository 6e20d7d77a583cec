using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Csv;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Imports.Rows;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports;

/// <summary>The second pass: reads the rows in order, and sends each on its way.</summary>
internal sealed class RowFeed(ImportMap map, CheckedFile file, AgreementRows agreements, RowRecorder recorder)
{
    private readonly Duplicates _duplicates = new(map.Identity);

    /// <summary>The rows, each begun when it is taken. Rows without any text are passed over.</summary>
    public IEnumerable<PendingRow> Begin(Stream content)
    {
        var reader = new CsvReader(content, file.Separator);
        var row = new SheetRow(reader, map, file.Header);
        reader.Read();
        while (reader.Read())
        {
            if (!reader.IsBlank) yield return Begin(row);
        }
    }

    private PendingRow Begin(SheetRow row)
    {
        var remarks = new List<RowRemark>(0);
        var plan = agreements.Read(row, remarks);
        var raw = row.Raw;
        if (plan is null) return new PendingRow(row.Line, raw, remarks) { Faults = [.. row.Faults] };

        var (line, isOther) = _duplicates.Note(plan);
        if (isOther) return new PendingRow(row.Line, raw, remarks) { Faults = [IdUsed(row, plan.Id!, line!.Value)] };
        return line is null ? new PendingRow(row.Line, raw, remarks) { Verdict = recorder.Record(plan, raw) }
            : new PendingRow(row.Line, raw, remarks) { DuplicateOf = line };
    }

    private static CellFault IdUsed(SheetRow row, string id, int line) => new(row.ColumnOf(ImportField.Id), id, "import/id-used", new Sentence(
        $"Mã '{id}' đã dùng cho thỏa thuận khác ở dòng {line}.", $"The id '{id}' belongs to another agreement, on line {line}."));
}
