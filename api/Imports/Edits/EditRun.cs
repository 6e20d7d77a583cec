using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Csv;
using CityGrains.Api.Imports.Rows;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports.Edits;

/// <summary>Takes the rows of a checked file to the records they are about, in the order of the file.</summary>
internal sealed class EditRun(ImportOrder order, CheckedFile file, IEditDesk desk, ImportReport report)
{
    private const int MostTogether = 200;

    private readonly HashSet<string> _remarked = new(StringComparer.Ordinal);

    private int _accepted, _refused, _unchanged, _done;

    /// <summary>Runs to the end of the file.</summary>
    public async Task<ImportSummary> Run(Stream content, CancellationToken cancel)
    {
        var step = Math.Max(1, file.Rows / 100);
        var (together, key) = (new List<EditRow>(), (string?)null);
        foreach (var row in Read(content))
        {
            var its = desk.Together(row);
            if (together.Count > 0 && (its is null || its != key || together.Count == MostTogether)) await End(together, cancel);
            together.Add(row);
            key = its;
            if (++_done % step == 0) await report.Progress(_done, file.Rows, cancel);
        }

        if (together.Count > 0) await End(together, cancel);
        return new ImportSummary(_accepted, Duplicate: 0, _refused, _unchanged, Cities: 0, _remarked.Count, order.DryRun);
    }

    private IEnumerable<EditRow> Read(Stream content)
    {
        var reader = new CsvReader(content, file.Separator);
        var row = new SheetRow(reader, order.Map, file.Header);
        reader.Read();
        while (reader.Read())
        {
            if (!reader.IsBlank) yield return new EditRow(row, order.Map, file.Header);
        }
    }

    private async Task End(List<EditRow> together, CancellationToken cancel)
    {
        var isBrought = together.All(row => row.Faults.Count == 0) && await desk.Bring(together, cancel);
        var faulty = together.Find(row => row.Faults.Count > 0);
        foreach (var row in together)
        {
            foreach (var remark in row.Remarks.Where(remark => _remarked.Add(remark.Column!))) // once for each column
                await report.Remark(row.Line, remark, cancel);
            if (faulty is not null)
            {
                _refused++;
                await report.Refused(row.Line, row.Faults.Count > 0 ? row.Faults : [Beside(faulty)], row.Raw, cancel);
            }
            else if (isBrought)
            {
                _accepted++;
                if (order.DryRun && row.Planned.Count > 0) await report.Planned(row.Line, row.Planned, cancel);
            }
            else _unchanged++;
        }

        together.Clear();
    }

    private static CellFault Beside(EditRow faulty) => new(null, null, "import/beside-refused", new Sentence(
        $"Cùng một cam kết với dòng {faulty.Line} bị từ chối; sửa dòng đó rồi nhập lại cả hai.",
        $"Of one commitment with line {faulty.Line}, which is refused; mend that and import both."));
}
