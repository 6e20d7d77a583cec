using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using CityGrains.Api.Imports;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Pages.Importing;

/// <summary>What a run tells of the rows that are not simply accepted: the first of each sort for the page, those refused whole for the file to mend.</summary>
internal sealed class ImportFindings(SpooledFile refused)
{
    /// <summary>The sorts, what is to be mended first, with how many of each a page shows.</summary>
    private static readonly (string Outcome, int Most)[] Sorts = [("refused", 100), ("remark", 40), ("planned", 100), ("duplicate", 20)];

    private readonly Dictionary<string, List<ImportLine>> _shown = Sorts.ToDictionary(sort => sort.Outcome, _ => new List<ImportLine>(),
        StringComparer.Ordinal);
    private (int Rows, int Of) _progress;

    /// <summary>How many rows were looked at, and how many there are; zero before it is known.</summary>
    public (int Rows, int Of) Progress => _progress;

    /// <summary>What a page shows, once the run is over.</summary>
    public IReadOnlyList<ImportLine> Lines => [.. Sorts.SelectMany(sort => _shown[sort.Outcome])];

    /// <summary>The refused rows, as the report told them.</summary>
    public SpooledFile Refused => refused;

    /// <summary>Reads a report to its end.</summary>
    public async Task Read(PipeReader report)
    {
        using var lines = new StreamReader(report.AsStream(), Encoding.UTF8);
        await using var kept = new StreamWriter(refused.Rewind(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        while (await lines.ReadLineAsync() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("progress", out var progress))
                _progress = (progress.GetProperty("rows").GetInt32(), progress.GetProperty("of").GetInt32());
            else if (json.RootElement.TryGetProperty("row", out var row) && Take(row) == "refused") await kept.WriteLineAsync(line);
        }
    }

    private string Take(JsonElement row)
    {
        var outcome = row.GetProperty("outcome").GetString()!;
        var shown = _shown[outcome];
        if (shown.Count < Sorts.First(sort => sort.Outcome == outcome).Most) shown.Add(new ImportLine(
            row.GetProperty("line").GetInt32(), outcome, Text(row, "column"), Text(row, "value"),
            new Sentence(row.GetProperty("vi").GetString()!, row.GetProperty("en").GetString()!)));
        return outcome;
    }

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <summary>A row that is not simply accepted.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Outcome">refused, remark, planned or duplicate.</param>
/// <param name="Column">The column at fault; null where it is the row.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Why">What is wrong with it.</param>
public sealed record ImportLine(int Line, string Outcome, string? Column, string? Value, Sentence Why);
