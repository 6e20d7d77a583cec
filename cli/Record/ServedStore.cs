using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CityGrains.Cli.Record;

/// <summary>Long work that a server does on the store it serves, followed to its end.</summary>
internal sealed class ServedStore : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient _client;

    public ServedStore(Uri server, string key)
    {
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = !server.IsLoopback, AllowAutoRedirect = false }) { BaseAddress = server };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (Language.IsVietnamese(Environment.GetEnvironmentVariable)) _client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("vi"));
    }

    /// <summary>Begins it, or joins one that is going on; answers how it ended.</summary>
    /// <param name="work"><c>verify</c> or <c>rebuild</c>.</param>
    /// <param name="show">Told how it stands.</param>
    /// <param name="cancel">Stops following it; the server goes on.</param>
    /// <exception cref="HttpRequestException">The server does not answer, or refuses; the message says why.</exception>
    public async Task<JsonElement> Run(string work, Action<JsonElement> show, CancellationToken cancel)
    {
        var path = $"/api/v1/audit/{work}";
        var now = await Send(HttpMethod.Post, path, cancel);
        while (now.GetProperty("status").GetString() is "running")
        {
            show(now);
            await Task.Delay(Pause, cancel);
            now = await Send(HttpMethod.Get, path, cancel);
        }

        return now;
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Asks it for something, and answers its answer.</summary>
    /// <param name="method">How.</param>
    /// <param name="path">What, <c>/api/v1/keys</c>.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <param name="json">The body; null: none.</param>
    /// <exception cref="HttpRequestException">The server does not answer, or refuses; the message says why.</exception>
    public async Task<JsonElement> Send(HttpMethod method, string path, CancellationToken cancel, string? json = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await Answer(request, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException(Problem(answer.StatusCode, text));
        using var parsed = JsonDocument.Parse(text);
        return parsed.RootElement.Clone();
    }

    private async Task<HttpResponseMessage> Answer(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await _client.SendAsync(request, cancel);
        }
        catch (HttpRequestException trouble) when (trouble.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            throw new HttpRequestException($"No server answers at {_client.BaseAddress}. / Không kết nối được máy chủ {_client.BaseAddress}.", trouble);
        }
        catch (HttpRequestException trouble)
        {
            throw new HttpRequestException(
                $"The server at {_client.BaseAddress} broke off: {trouble.Message} / Máy chủ {_client.BaseAddress} ngắt kết nối giữa chừng.", trouble);
        }
        catch (TaskCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new HttpRequestException(
                $"The server at {_client.BaseAddress} did not answer in time. / Máy chủ {_client.BaseAddress} không trả lời kịp.", late);
        }
    }

    private string Problem(HttpStatusCode status, string text)
    {
        try
        {
            using var problem = JsonDocument.Parse(text);
            if (problem.RootElement.TryGetProperty("detail", out var detail)) return $"{_client.BaseAddress}: {detail.GetString()}";
        }
        catch (JsonException)
        {
            return NoServer(status); // no problem document: somebody else answers there
        }

        return NoServer(status);
    }

    private string NoServer(HttpStatusCode status) =>
        $"{_client.BaseAddress} answered {(int)status}; is it a CityGrains server? / {_client.BaseAddress} trả lời {(int)status}; đó có phải là máy chủ CityGrains không?";
}
