using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using CityGrains.Api.Json;
using CityGrains.Api.Problems;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using CityGrains.Grains;

namespace CityGrains.Api.Successions;

/// <summary>What the sender is told while agreements pass on: one JSON object a line (application/x-ndjson), as of an import.</summary>
internal sealed class SuccessionReport(PipeWriter output, bool dryRun) : IDisposable
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/x-ndjson; charset=utf-8";

    private const int FlushAt = 32 * 1024;

    private readonly Utf8JsonWriter _json = new(output, ApiJson.Writing);
    private int _moved;
    private int _unchanged;
    private int _refused;

    /// <summary>How far it is.</summary>
    public ValueTask<FlushResult> Progress(int of, CancellationToken cancel)
    {
        Begin("progress");
        _json.WriteNumber("agreements", _moved + _unchanged + _refused);
        _json.WriteNumber("of", of);
        End();
        return output.FlushAsync(cancel);
    }

    /// <summary>How one agreement ended, or would.</summary>
    public ValueTask<FlushResult> Ended(Agreement agreement, CommandStatus status, long version, Refusal? refusal, CancellationToken cancel)
    {
        Begin("agreement");
        _json.WriteString("id", agreement.Id);
        _json.WriteString("title", agreement.Title.Vi);
        _json.WriteString("outcome", Count(status));
        _json.WriteNumber("version", version);
        if (refusal is not null) Why(refusal.Code, refusal.Message, refusal.Remedy);
        End();
        return output.UnflushedBytes < FlushAt ? ValueTask.FromResult(default(FlushResult)) : output.FlushAsync(cancel);
    }

    /// <summary>The end.</summary>
    public ValueTask<FlushResult> Summary(CancellationToken cancel)
    {
        Begin("summary");
        _json.WriteNumber("moved", _moved);
        _json.WriteNumber("unchanged", _unchanged);
        _json.WriteNumber("refused", _refused);
        _json.WriteBoolean("dryRun", dryRun);
        End();
        return output.FlushAsync(cancel);
    }

    /// <summary>It broke off.</summary>
    public ValueTask<FlushResult> BrokeOff(Problem problem, CancellationToken cancel)
    {
        Begin("problem");
        _json.WriteNumber("status", problem.Status);
        Why(problem.Code, problem.Message, problem.Remedy);
        End();
        return output.FlushAsync(cancel);
    }

    public void Dispose() => _json.Dispose();

    private string Count(CommandStatus status)
    {
        switch (status)
        {
            case CommandStatus.Accepted:
                _moved++;
                return "moved";
            case CommandStatus.Unchanged:
                _unchanged++;
                return "unchanged";
            default:
                _refused++;
                return "refused";
        }
    }

    private void Why(string code, Sentence message, Sentence remedy)
    {
        _json.WriteString("code", code);
        _json.WriteString("vi", $"{message.Vi} {remedy.Vi}");
        _json.WriteString("en", $"{message.En} {remedy.En}");
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
