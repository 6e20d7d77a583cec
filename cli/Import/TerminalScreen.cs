using CityGrains.Domain.Record;
using Spectre.Console;

namespace CityGrains.Cli.Import;

/// <summary>A terminal: a progress bar, then what needs a person, as much of it as a person reads.</summary>
internal sealed class TerminalScreen(bool vietnamese) : IScreen
{
    private const int MostRows = 100;
    private const int MostDuplicates = 5;

    private readonly LaterLines _rows = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private ProgressTask? _bar;

    public async Task<T> Show<T>(string title, Func<Task<T>> import)
    {
        var progress = AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn());
        try
        {
            return await progress.StartAsync(context =>
            {
                _bar = context.AddTask(Markup.Escape(title));
                return import();
            });
        }
        finally
        {
            _rows.Tell(Console.Out); // also what was found before it broke off
            foreach (var (outcome, count) in _counts.Where(counted => counted.Value > Most(counted.Key))) TellMore(outcome, count - Most(outcome));
        }
    }

    public void Progress(int rows, int of)
    {
        if (_bar is null || of == 0) return;
        _bar.MaxValue = of;
        _bar.Value = rows;
    }

    public void Row(string outcome, string line)
    {
        var count = _counts[outcome] = _counts.GetValueOrDefault(outcome) + 1;
        if (count <= Most(outcome)) _rows.Add(outcome, line);
    }

    public void Say(string line) => Console.Out.WriteLine(line);

    public void Dispose() => _rows.Dispose();

    private static int Most(string outcome) => outcome == "duplicate" ? MostDuplicates : MostRows;

    private void TellMore(string outcome, int more) => Say(new Sentence(
        $"{RowText.Word(outcome, vietnamese: true)}: … và {more} dòng nữa; muốn xem hết, chuyển kết quả vào tệp: … > ketqua.txt",
        $"{outcome}: … and {more} more; to see them all, send the output to a file: … > result.txt").In(vietnamese));
}
