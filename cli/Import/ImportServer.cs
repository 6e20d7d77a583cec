using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using CityGrains.Domain.Record;

namespace CityGrains.Cli.Import;

/// <summary>The server that takes the file in.</summary>
internal sealed class ImportServer : IDisposable
{
    private readonly ImportSettings _settings;
    private readonly HttpClient _client;

    public ImportServer(ImportSettings settings, string key, bool vietnamese)
    {
        _settings = settings;
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = !settings.Server.IsLoopback, AllowAutoRedirect = false })
        {
            BaseAddress = settings.Server,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue(vietnamese ? "vi" : "en"));
        _client.DefaultRequestHeaders.ExpectContinue = true; // A key or a size that is refused is refused before the file is sent.
    }

    /// <summary>Sends the file; the answer's lines are still to come.</summary>
    public async Task<HttpResponseMessage> Send(CancellationToken cancel)
    {
        var trial = _settings.DryRun ? "&dryRun=true" : "";
        var path = $"/api/v1/imports?map={Uri.EscapeDataString(_settings.Map)}&file={Uri.EscapeDataString(_settings.File.Name)}{trial}{_settings.More}";
        await using var file = _settings.File.OpenRead();
        using var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
    }

    /// <summary>The lines of a report as they come.</summary>
    public static async IAsyncEnumerable<ReportLine> Lines(HttpResponseMessage answer, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancel));
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            if (line.Length > 0) yield return ReportLine.Read(line);
        }
    }

    /// <summary>Why the server did not import.</summary>
    public async Task<Sentence> Problem(HttpResponseMessage answer, CancellationToken cancel)
    {
        var problem = ReportLine.ReadProblem(await answer.Content.ReadAsStringAsync(cancel));
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new Sentence(
                $"Máy chủ {_settings.Server} không nhận khóa này: kiểm tra {ImportCommand.KeyVariable}, hoặc --data có đúng là thư mục dữ liệu của máy chủ đó.",
                $"The server {_settings.Server} does not take this key: check {ImportCommand.KeyVariable}, or whether --data is that server's data folder."),
            _ when problem is not null => problem.Reason,
            _ => new Sentence(
                $"{_settings.Server} trả lời {(int)answer.StatusCode}; đó có phải là máy chủ CityGrains không?",
                $"{_settings.Server} answered {(int)answer.StatusCode}; is it a CityGrains server?"),
        };
    }

    public void Dispose() => _client.Dispose();
}
