using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace CityGrains.Api.Tests.Feed;

/// <summary>Follows the feed, with the framework's own parser of server-sent events.</summary>
internal sealed class EventStreamReader : IAsyncDisposable
{
    private readonly HttpClient _client;
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<JsonElement>> _events;

    private EventStreamReader(HttpClient client, HttpResponseMessage response, Stream body)
    {
        (_client, _response) = (client, response);
        Parser = SseParser.Create(body, (_, data) => JsonElement.Parse(Encoding.UTF8.GetString(data)));
        _events = Parser.EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
    }

    public HttpStatusCode Code => _response.StatusCode;

    public HttpContentHeaders Headers => _response.Content.Headers;

    public SseParser<JsonElement> Parser { get; }

    public static async Task<EventStreamReader> Open(Uri server, string? key, string query = "", string? lastEventId = null, string? cookies = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/feed/stream{query}", UriKind.Relative));
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (cookies is not null) request.Headers.Add("Cookie", cookies);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new EventStreamReader(client, response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event; null when the server has ended the stream.</summary>
    public async Task<JsonElement?> Next() => await _events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60)) ? _events.Current.Data : null;

    public async Task<List<JsonElement>> Next(int count)
    {
        var events = new List<JsonElement>();
        while (events.Count < count) events.Add((await Next())!.Value);
        return events;
    }

    public ValueTask DisposeAsync()
    {
        _response.Dispose();
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
