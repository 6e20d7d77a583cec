using System.IO.Pipelines;
using CityGrains.Api.Access;
using CityGrains.Api.Imports;
using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Maps;
using CityGrains.Api.Problems;
using CityGrains.Api.Sheets;
using CityGrains.Journal;

namespace CityGrains.Api.Pages.Importing;

/// <summary>A file on its way in: it is checked, as often as a person says it is to be read otherwise, and then imported. One thing at a time.</summary>
internal sealed class ImportJob(string id, Caller caller, string file, SpooledFile sent, ImportService imports, DateTimeOffset since) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _reading = new(1);
    private readonly CancellationTokenSource _gone = new();
    private CancellationTokenSource _stop = new();
    private volatile ImportStanding _standing = new(ImportPhase.Checking, new ImportChoice(Map: null), Map: null, Look: null);

    /// <summary>What its address calls it.</summary>
    public string Id => id;

    /// <summary>Who sent it.</summary>
    public Caller Caller => caller;

    /// <summary>Its name.</summary>
    public string File => file;

    /// <summary>When it was sent.</summary>
    public DateTimeOffset Since => since;

    /// <summary>Where it stands.</summary>
    public ImportStanding Standing => _standing;

    /// <summary>What is going on, or was last; faulted where nobody foresaw what happened.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Checks the file, or imports it; nothing where something is going on.</summary>
    public void Begin(ImportPhase phase, ImportChoice choice, string? correlation)
    {
        lock (_lock)
        {
            if (!Running.IsCompleted) return;
            _stop.Dispose();
            _stop = CancellationTokenSource.CreateLinkedTokenSource(_gone.Token);
            var (cancel, earlier) = (_stop.Token, _standing.Findings);
            _standing = _standing with { Phase = phase, Choice = choice, Findings = null, Summary = null, Problem = null };
            Running = Task.Run(() => Run(phase, choice, earlier, correlation, cancel), CancellationToken.None);
        }
    }

    /// <summary>No further row is begun.</summary>
    public void Stop()
    {
        lock (_lock) _stop.Cancel();
    }

    /// <summary>The refused rows as a file; null where there are none.</summary>
    public async Task<SpooledFile?> RefusedRows(SheetQuestion question, CancellationToken cancel)
    {
        if (_standing is not { IsRunning: false, Findings: { } findings, Checked: { } known }) return null;
        await _reading.WaitAsync(cancel);
        try
        {
            var sheet = SpooledFile.Empty(imports.Folder);
            RefusedSheet.Write(findings.Refused.Rewind(), sheet.Rewind(), question, known);
            return sheet;
        }
        finally
        {
            _reading.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // what stopped it was told when it happened
        _standing.Findings?.Refused.Dispose();
        sent.Dispose();
        _stop.Dispose();
        _gone.Dispose();
        _reading.Dispose();
    }

    private async Task Run(ImportPhase phase, ImportChoice choice, ImportFindings? earlier, string? correlation, CancellationToken cancel)
    {
        try
        {
            await Forget(earlier, cancel);
            var (map, look) = Look(choice, cancel);
            _standing = _standing with { Map = map, Look = look };
            var (own, fault) = CallerColumns.Apply(map, choice.Columns, choice.Ignored);
            if (own is null) Refuse(fault!);
            else await Run(phase, own with { Dates = choice.Dates is DateOrder.Unsaid ? own.Dates : choice.Dates }, choice.Sheet, correlation, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            _standing = _standing with { Phase = ImportPhase.Stopped };
        }
        catch (JournalUnavailableException)
        {
            _standing = _standing with { Phase = ImportPhase.Stopped, Problem = GeneralProblems.StoreUnavailable };
        }
    }

    private async Task Forget(ImportFindings? earlier, CancellationToken cancel)
    {
        await _reading.WaitAsync(cancel);
        earlier?.Refused.Dispose();
        _reading.Release();
    }

    private (ImportMap Map, FileLook Look) Look(ImportChoice choice, CancellationToken cancel)
    {
        var chosen = imports.Maps.Find(choice.Map);
        if (_standing is { Look: { } seen, Map: { } before } && chosen == before && choice.Sheet == _standing.Choice.Sheet && seen.Names.Count > 0)
            return (before, seen);
        var look = FileLook.Of(sent, chosen ?? FileLook.AnyOf(imports.Maps), choice.Sheet, imports, cancel);
        return (chosen ?? look.Recognise(imports.Maps), look);
    }

    private async Task Run(ImportPhase phase, ImportMap map, string? sheet, string? correlation, CancellationToken cancel)
    {
        var (readable, fault) = ReadableFile.Of(sent, new ImportQuestion(map, file, sheet, phase is ImportPhase.Checking), imports, cancel);
        if (readable is null)
        {
            Refuse(fault!);
            return;
        }

        try
        {
            var findings = new ImportFindings(SpooledFile.Empty(imports.Folder));
            _standing = _standing with { Findings = findings, Checked = readable.Checked };
            var order = new ImportOrder(map, file, phase is ImportPhase.Checking, caller, correlation);
            var summary = await Import(order, readable, findings, cancel);
            _standing = _standing with { Phase = phase is ImportPhase.Checking ? ImportPhase.Checked : ImportPhase.Imported, Summary = summary };
        }
        finally
        {
            if (readable.Content != sent) readable.Dispose();
        }
    }

    private async Task<ImportSummary> Import(ImportOrder order, ReadableFile readable, ImportFindings findings, CancellationToken cancel)
    {
        var pipe = new Pipe();
        var reading = findings.Read(pipe.Reader);
        try
        {
            using var report = new ImportReport(pipe.Writer);
            return await imports.Import(order, readable.Content, readable.Checked, report, cancel);
        }
        finally
        {
            await pipe.Writer.CompleteAsync();
            await reading;
        }
    }

    private void Refuse(Problem problem) => _standing = _standing with { Phase = ImportPhase.Refused, Problem = problem, Checked = null };
}
