namespace CityGrains.Cli.Import;

/// <summary>Plain lines, for files and pipes: the progress by tenths, then every row, those that ended alike together.</summary>
internal sealed class PlainScreen(TextWriter output) : IScreen
{
    private readonly LaterLines _rows = new();
    private int _tenth;

    public async Task<T> Show<T>(string title, Func<Task<T>> import)
    {
        output.WriteLine(title);
        try
        {
            return await import();
        }
        finally
        {
            _rows.Tell(output); // also what was found before it broke off
        }
    }

    public void Progress(int rows, int of)
    {
        var tenth = of == 0 ? 0 : (int)(10L * rows / of);
        if (tenth == _tenth) return;
        _tenth = tenth;
        output.WriteLine(FormattableString.Invariant($"{rows} / {of}"));
    }

    public void Row(string outcome, string line) => _rows.Add(outcome, line);

    public void Say(string line) => output.WriteLine(line);

    public void Dispose() => _rows.Dispose();
}
