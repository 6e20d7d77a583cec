using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using CityGrains.Api.Imports.Cells;
using CityGrains.Api.Imports.Edits;
using CityGrains.Api.Imports.Rows;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Imports;

/// <summary>What the sender is told while the import runs: one JSON object a line (application/x-ndjson).</summary>
internal sealed class ImportReport(PipeWriter output) : IDisposable
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/x-ndjson; charset=utf-8";

    private const int FlushAt = 32 * 1024;

    private readonly Utf8JsonWriter _json = new(output, ApiJson.Writing);

    /// <summary>The row of column names, and which field each column is read as.</summary>
    public void Columns(CheckedFile file)
    {
        Begin("columns");
        _json.WriteString("head", file.Head);
        _json.WriteStartObject("fields");
        foreach (var (field, column) in file.Header.Fields.OrderBy(pair => pair.Value.Index)) _json.WriteString(column.Name, field);
        _json.WriteEndObject();
        End();
    }

    /// <summary>How far it is.</summary>
    public async ValueTask Progress(int rows, int of, CancellationToken cancel)
    {
        Begin("progress");
        _json.WriteNumber("rows", rows);
        _json.WriteNumber("of", of);
        End();
        await output.FlushAsync(cancel);
    }

    /// <summary>A row that is not accepted; several faults are told in one line, the first of them by its column.</summary>
    public ValueTask Refused(int line, IReadOnlyList<CellFault> faults, string raw, CancellationToken cancel)
    {
        var all = new Sentence(string.Join(' ', faults.Select(fault => fault.Message.Vi)), string.Join(' ', faults.Select(fault => fault.Message.En)));
        return Row(line, "refused", faults[0] with { Message = all }, raw, null, cancel);
    }

    /// <summary>A row that says what an earlier one says.</summary>
    public ValueTask Duplicate(int line, int first, string raw, CancellationToken cancel)
    {
        var message = new Sentence($"Trùng với dòng {first}.", $"The same agreement as on line {first}.");
        return Row(line, "duplicate", new CellFault(null, null, "import/duplicate", message), raw, first, cancel);
    }

    /// <summary>What a row would leave in the record.</summary>
    public ValueTask Planned(int line, IReadOnlyList<PlannedEvent> events, CancellationToken cancel)
    {
        var words = events.Select(planned => planned.Words).ToList();
        var (vi, en) = (string.Join("; ", words.Select(word => word.Vi)), string.Join("; ", words.Select(word => word.En)));
        var message = new Sentence($"Sẽ ghi: {vi}.", $"Would record: {en}.");
        return Row(line, "planned", new CellFault(null, null, "import/would-record", message), null, null, cancel, events);
    }

    /// <summary>Something to know about a row.</summary>
    public ValueTask Remark(int line, RowRemark remark, CancellationToken cancel) =>
        Row(line, "remark", new CellFault(remark.Column, remark.Value, remark.Code, remark.Message), null, null, cancel);

    /// <summary>The end.</summary>
    public async ValueTask Summary(ImportSummary summary, CancellationToken cancel)
    {
        Begin("summary");
        _json.WriteNumber("accepted", summary.Accepted);
        _json.WriteNumber("duplicate", summary.Duplicate);
        _json.WriteNumber("refused", summary.Refused);
        _json.WriteNumber("unchanged", summary.Unchanged);
        _json.WriteNumber("cities", summary.Cities);
        _json.WriteNumber("remarks", summary.Remarks);
        _json.WriteBoolean("dryRun", summary.DryRun);
        End();
        await output.FlushAsync(cancel);
    }

    /// <summary>The import broke off.</summary>
    public async ValueTask BrokeOff(Problem problem, CancellationToken cancel)
    {
        Begin("problem");
        _json.WriteNumber("status", problem.Status);
        _json.WriteString("code", problem.Code);
        Write(problem.Message, problem.Remedy);
        End();
        await output.FlushAsync(cancel);
    }

    public void Dispose() => _json.Dispose();

    private ValueTask Row(
        int line, string outcome, CellFault told, string? raw, int? duplicateOf, CancellationToken cancel, IReadOnlyList<PlannedEvent>? events = null)
    {
        Begin("row");
        _json.WriteNumber("line", line);
        _json.WriteString("outcome", outcome);
        if (told.Column is not null) _json.WriteString("column", told.Column);
        if (told.Value is not null) _json.WriteString("value", told.Value);
        _json.WriteString("code", told.Code);
        Write(told.Message, null);
        if (duplicateOf is { } first) _json.WriteNumber("duplicateOf", first);
        if (raw is not null) _json.WriteString("record", raw);
        if (events is not null) Write(events);
        End();
        return output.UnflushedBytes < FlushAt ? ValueTask.CompletedTask : Flush(cancel);
    }

    private async ValueTask Flush(CancellationToken cancel) => await output.FlushAsync(cancel);

    private void Write(IReadOnlyList<PlannedEvent> events)
    {
        _json.WriteStartArray("events");
        foreach (var planned in events)
        {
            _json.WriteStartObject();
            _json.WriteString("type", planned.Type);
            _json.WriteString("occurredOn", planned.OccurredOn);
            _json.WritePropertyName("data");
            _json.WriteRawValue(planned.Data);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Write(Sentence message, Sentence? more)
    {
        _json.WriteString("vi", more is null ? message.Vi : $"{message.Vi} {more.Vi}");
        _json.WriteString("en", more is null ? message.En : $"{message.En} {more.En}");
    }

    private void Begin(string what)
    {
        _json.WriteStartObject();
        _json.WriteStartObject(what);
    }

    private void End()
    {
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        output.Write("\n"u8);
    }
}

/// <summary>How many rows ended how.</summary>
/// <param name="Accepted">New in the record.</param>
/// <param name="Duplicate">Said by an earlier row of the file.</param>
/// <param name="Refused">To be mended.</param>
/// <param name="Unchanged">In the record already.</param>
/// <param name="Cities">Cities that the rows not refused name.</param>
/// <param name="Remarks">Things a person should look at.</param>
/// <param name="DryRun">Nothing was written.</param>
internal sealed record ImportSummary(int Accepted, int Duplicate, int Refused, int Unchanged, int Cities, int Remarks, bool DryRun);
