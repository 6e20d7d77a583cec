using CityGrains.Domain.Record;
using Spectre.Console;

namespace CityGrains.Cli.Import;

/// <summary>A terminal: a progress bar, then what needs a person, as much of it as a person reads.</summary>
internal sealed class TerminalScreen(bool vietnamese) : IScreen
{
    private const int MostRows = 100;
    private const int MostDuplicates = 5;

    private readonly List<string> _rows = [];
    private readonly List<string> _duplicates = [];
    private int _rowCount;
    private int _duplicateCount;
    private ProgressTask? _bar;

    public async Task<T> Show<T>(string title, Func<Task<T>> import)
    {
        var progress = AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn());
        var result = await progress.StartAsync(context =>
        {
            _bar = context.AddTask(Markup.Escape(title));
            return import();
        });
        Tell(_rows, _rowCount);
        Tell(_duplicates, _duplicateCount);
        return result;
    }

    public void Progress(int rows, int of)
    {
        if (_bar is null || of == 0) return;
        _bar.MaxValue = of;
        _bar.Value = rows;
    }

    public void Row(string line)
    {
        if (++_rowCount <= MostRows) _rows.Add(line);
    }

    public void Duplicate(string line)
    {
        if (++_duplicateCount <= MostDuplicates) _duplicates.Add(line);
    }

    public void Say(string line) => Console.Out.WriteLine(line);

    private void Tell(List<string> lines, int count)
    {
        foreach (var line in lines) Say(line);
        if (count > lines.Count) Say(new Sentence($"… và {count - lines.Count} dòng nữa; muốn xem hết, chuyển kết quả vào tệp: … > ketqua.txt",
            $"… and {count - lines.Count} more; to see them all, send the output to a file: … > result.txt").In(vietnamese));
    }
}
