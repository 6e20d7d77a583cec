namespace CityGrains.Cli.Import;

/// <summary>Lines to be told later, each with those of its outcome. They wait on disk: a file may have more of them than memory should hold.</summary>
internal sealed class LaterLines : IDisposable
{
    /// <summary>What a person must do something about stands last, above the end of the report.</summary>
    private static readonly string[] Order = ["duplicate", "planned", "remark", "refused"];

    private readonly Dictionary<string, StreamWriter> _waiting = new(StringComparer.Ordinal);

    /// <summary>Adds a line.</summary>
    public void Add(string outcome, string line)
    {
        if (!_waiting.TryGetValue(outcome, out var lines)) _waiting.Add(outcome, lines = new StreamWriter(Empty()));
        lines.WriteLine(line);
    }

    /// <summary>Tells them, those of one outcome together, in the order they came.</summary>
    public void Tell(TextWriter output)
    {
        foreach (var (_, lines) in _waiting.OrderBy(waiting => Array.IndexOf(Order, waiting.Key)))
        {
            lines.Flush();
            lines.BaseStream.Position = 0;
            using var reader = new StreamReader(lines.BaseStream, leaveOpen: true);
            while (reader.ReadLine() is { } line) output.WriteLine(line);
        }
    }

    public void Dispose()
    {
        foreach (var lines in _waiting.Values) lines.Dispose();
    }

    private static FileStream Empty() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
}
