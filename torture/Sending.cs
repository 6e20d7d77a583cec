using System.Net.Http.Headers;
using System.Text;

namespace CityGrains.Torture;

/// <summary>The way to the server as it runs now.</summary>
internal sealed class Sending : IDisposable
{
    private readonly HttpClient _client;

    public Sending(Uri server)
    {
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server, Timeout = TimeSpan.FromMinutes(1) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ServerProcess.Key);
    }

    /// <summary>Sends a command; null when the connection broke before the answer was there.</summary>
    public async Task<Answer?> Send(Command command)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(command.Path, UriKind.Relative)) { Content = new StringContent(command.Body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", command.Key.ToString());
        try
        {
            using var response = await _client.SendAsync(request);
            return new Answer(
                (int)response.StatusCode, response.Headers.ETag?.ToString(), response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync());
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return null;
        }
    }

    /// <summary>Asks a question.</summary>
    public Task<string> Get(string path) => _client.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Begins the verification of the store.</summary>
    public async Task BeginVerification()
    {
        using var response = await _client.PostAsync(new Uri("/api/v1/audit/verify", UriKind.Relative), content: null);
        response.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
