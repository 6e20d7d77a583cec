namespace CityGrains.Cli.Import;

/// <summary>Plain lines, for files and pipes: every row, and the progress by tenths.</summary>
internal sealed class PlainScreen(TextWriter output) : IScreen
{
    private int _tenth;

    public Task<T> Show<T>(string title, Func<Task<T>> import)
    {
        output.WriteLine(title);
        return import();
    }

    public void Progress(int rows, int of)
    {
        var tenth = of == 0 ? 0 : (int)(10L * rows / of);
        if (tenth == _tenth) return;
        _tenth = tenth;
        output.WriteLine(FormattableString.Invariant($"{rows} / {of}"));
    }

    public void Row(string line) => output.WriteLine(line);

    public void Duplicate(string line) => output.WriteLine(line);

    public void Say(string line) => output.WriteLine(line);
}
