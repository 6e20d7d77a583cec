using System.Threading.Channels;
using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Cities;
using CityGrains.Api.Imports.Rows;
using CityGrains.Grains;

namespace CityGrains.Api.Imports;

/// <summary>Takes the rows of a checked file through the record: begun in the order of the file, many on their way at once, reported in that order.</summary>
internal sealed class ImportRun(RowFeed feed, CityBook cities, ImportReport report, int of, bool dryRun)
{
    /// <summary>Rows on their way at once: enough to fill the batches of the journal, few enough to keep memory flat.</summary>
    private const int OnTheirWay = 1024;

    private readonly int _step = Math.Max(1, of / 100);
    private int _accepted;
    private int _duplicate;
    private int _refused;
    private int _unchanged;
    private int _remarks;
    private int _done;

    /// <summary>Runs to the end of the file.</summary>
    /// <param name="content">The file from its beginning.</param>
    /// <param name="cancel">The sender is gone: no further row is begun; those on their way end as they end.</param>
    public async Task<ImportSummary> Run(Stream content, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var rows = Channel.CreateBounded<PendingRow>(new BoundedChannelOptions(OnTheirWay) { SingleReader = true, SingleWriter = true });
        var beginning = Task.Run(() => Begin(content, rows.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var row in rows.Reader.ReadAllAsync(cancel)) await End(row, cancel);
            await beginning;
        }
        finally
        {
            await stop.CancelAsync();
            await beginning.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // What stopped the import is already on its way up.
            while (rows.Reader.TryRead(out var left)) await (left.Verdict ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return new ImportSummary(_accepted, _duplicate, _refused, _unchanged, cities.Named, _remarks, dryRun);
    }

    private async Task Begin(Stream content, ChannelWriter<PendingRow> rows, CancellationToken stop)
    {
        try
        {
            foreach (var row in feed.Begin(content))
            {
                if (!rows.TryWrite(row)) await rows.WriteAsync(row, stop);
            }
        }
        finally
        {
            rows.Complete();
        }
    }

    private async Task End(PendingRow row, CancellationToken cancel)
    {
        foreach (var remark in row.Remarks) await Remark(row.Line, remark, cancel);
        if (row.DuplicateOf is { } first)
        {
            _duplicate++;
            await report.Duplicate(row.Line, first, row.Raw, cancel);
        }
        else if (row.Verdict is null) await Refuse(row, row.Faults, cancel);
        else await End(row, await row.Verdict, cancel);

        if (++_done % _step == 0) await report.Progress(_done, of, cancel);
    }

    private async Task End(PendingRow row, RowVerdict verdict, CancellationToken cancel)
    {
        if (verdict.Remark is { } remark) await Remark(row.Line, remark, cancel);
        if (verdict.Faults.Count > 0) await Refuse(row, verdict.Faults, cancel);
        else if (verdict.Status is CommandStatus.Accepted) _accepted++;
        else _unchanged++;
    }

    private async Task Refuse(PendingRow row, IReadOnlyList<CellFault> faults, CancellationToken cancel)
    {
        _refused++;
        await report.Refused(row.Line, faults, row.Raw, cancel);
    }

    private async Task Remark(int line, RowRemark remark, CancellationToken cancel)
    {
        _remarks++;
        await report.Remark(line, remark, cancel);
    }
}
