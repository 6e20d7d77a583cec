using System.Net;
using System.Text.Json;
using CityGrains.Domain.Record;

namespace CityGrains.Cli.Import;

/// <summary>Runs one import: sends the file, shows the report, keeps the refused rows.</summary>
internal sealed class Importer(ImportSettings settings, IScreen screen, TextWriter error, Func<string, string?> environment)
{
    private readonly bool _vietnamese = Language.IsVietnamese(environment);
    private (int Rows, int Of) _reached;

    /// <summary>Runs it; 0 when it ran to its end.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        using var shown = screen;
        if (!settings.File.Exists) return Fail(new Sentence($"Không có tệp {settings.File.FullName}.", $"There is no file {settings.File.FullName}."));
        var (key, missing) = CallerKey.Find(settings.Data, environment);
        if (missing is not null) return Fail(missing);

        try
        {
            using var server = new ImportServer(settings, key!, _vietnamese);
            return await Import(server, cancel);
        }
        catch (HttpRequestException trouble) when (trouble.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            return Fail(new Sentence(
                $"Không kết nối được máy chủ {settings.Server}: khởi động bằng ./citygrains up, hoặc chỉ địa chỉ bằng --url.",
                $"No server answers at {settings.Server}: start it with ./citygrains up, or name its address with --url."));
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or JsonException)
        {
            return Fail(BrokeOff(trouble.Message));
        }
        catch (OperationCanceledException)
        {
            return Fail(new Sentence($"Đã dừng sau {_reached.Rows} dòng. Dòng đã nhận vẫn được giữ; nhập lại cùng tệp để tiếp tục.",
                $"Stopped after {_reached.Rows} rows. What was accepted stays; import the same file again to go on."));
        }
        catch (UnauthorizedAccessException trouble)
        {
            return Fail(new Sentence($"Không được phép: {trouble.Message}", $"Not permitted: {trouble.Message}"));
        }
    }

    private async Task<int> Import(ImportServer server, CancellationToken cancel)
    {
        using var answer = await server.Send(cancel);
        if (answer.StatusCode is not HttpStatusCode.OK) return Fail(await server.Problem(answer, cancel));

        using var refused = new RefusedFile(settings);
        var end = await screen.Show($"{settings.File.Name} → {settings.Server}", async () =>
        {
            ReportLine? last = null;
            await foreach (var line in ImportServer.Lines(answer, cancel)) Show(last = line, refused);
            return last;
        });
        if (end?.Problem is { } problem) return Fail(problem.Reason);
        if (end?.Summary is not { } summary) return Fail(BrokeOff("…"));

        if (refused.Rows > 0) Tell(refused.Rows, refused.Keep());
        if (settings.DryRun) screen.Say(new Sentence("Chạy thử: chưa ghi gì.", "Dry run: nothing was recorded.").In(_vietnamese));
        screen.Say(summary.Line);
        return 0;
    }

    private void Show(ReportLine line, RefusedFile refused)
    {
        if (line.Progress is { } progress)
        {
            _reached = (progress.Rows, progress.Of);
            screen.Progress(progress.Rows, progress.Of);
        }

        if (line.Columns is { } columns) refused.Head(columns.Head);
        if (settings.DryRun && line.Columns is { } read)
            screen.Say(string.Join("; ", read.Fields.Select(column => $"{column.Key} → {column.Value}")));
        if (line.Row is not { } row) return;
        if (row.Outcome == "refused") refused.Add(row.Record ?? "");
        screen.Row(row.Outcome, RowText.Of(row, _vietnamese));
    }

    private void Tell(int rows, string file) => screen.Say(new Sentence(
        $"Các dòng bị từ chối ({rows}) nằm trong {file}: sửa rồi nhập lại tệp đó.",
        $"Rows refused ({rows}) are in {file}: mend them and import that file.").In(_vietnamese));

    private Sentence BrokeOff(string why) => new(
        $"Mất kết nối với máy chủ sau {_reached.Rows}/{_reached.Of} dòng ({why}). Dòng đã nhận vẫn được giữ; nhập lại cùng tệp để tiếp tục.",
        $"The server broke off after {_reached.Rows} of {_reached.Of} rows ({why}). What was accepted stays; import the same file again to go on.");

    private int Fail(Sentence sentence)
    {
        error.WriteLine(sentence.In(_vietnamese));
        return 1;
    }
}
