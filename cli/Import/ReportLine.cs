using System.Text.Json;
using CityGrains.Domain.Record;

namespace CityGrains.Cli.Import;

/// <summary>One line of the server's report; one of its parts is there.</summary>
internal sealed record ReportLine
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>How the file's columns are read.</summary>
    public ReportedColumns? Columns { get; init; }

    /// <summary>How far it is.</summary>
    public ReportedProgress? Progress { get; init; }

    /// <summary>What became of a row.</summary>
    public ReportedRow? Row { get; init; }

    /// <summary>The end.</summary>
    public ReportedSummary? Summary { get; init; }

    /// <summary>Why it broke off.</summary>
    public ReportedProblem? Problem { get; init; }

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">It is none of the server's.</exception>
    public static ReportLine Read(string line) => JsonSerializer.Deserialize<ReportLine>(line, Json) ?? throw new JsonException("The line is null.");

    /// <summary>Reads a problem document; null when it is none.</summary>
    public static ReportedProblem? ReadProblem(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<ReportedProblem>(body, Json) is { En.Length: > 0, Vi.Length: > 0 } problem ? problem : null;
        }
        catch (JsonException)
        {
            return null; // Another program's answer; the caller says so.
        }
    }
}

/// <summary>How the file's columns are read: its row of names, and the field of each column.</summary>
internal sealed record ReportedColumns(string Head, IReadOnlyDictionary<string, string> Fields);

/// <summary>How far it is.</summary>
internal sealed record ReportedProgress(int Rows, int Of);

/// <summary>What became of a row that was not simply accepted, or on trial would.</summary>
internal sealed record ReportedRow(int Line, string Outcome, string? Column, string? Value, string Code, string Vi, string En, int? DuplicateOf, string? Record)
{
    /// <summary>Why.</summary>
    public Sentence Reason => new(Vi, En);
}

/// <summary>How many rows ended how.</summary>
internal sealed record ReportedSummary(int Accepted, int Duplicate, int Refused, int Unchanged, int Cities, int Remarks)
{
    /// <summary>The last line people see, and scripts read.</summary>
    public string Line => FormattableString.Invariant($"accepted {Accepted} duplicate {Duplicate} refused {Refused} unchanged {Unchanged}");
}

/// <summary>Why the server did not do what was asked.</summary>
internal sealed record ReportedProblem(string? Code, string Vi, string En)
{
    /// <summary>What is wrong with each column or parameter.</summary>
    public IReadOnlyList<ReportedFault> Errors { get; init; } = [];

    /// <summary>Why, and the way out.</summary>
    public Sentence Reason => new(
        string.Join(Environment.NewLine, Errors.Select(fault => $"  {fault.Field}: {fault.Vi}").Prepend(Vi)),
        string.Join(Environment.NewLine, Errors.Select(fault => $"  {fault.Field}: {fault.En}").Prepend(En)));
}

/// <summary>What is wrong with a column or parameter.</summary>
internal sealed record ReportedFault(string Field, string Vi, string En);
