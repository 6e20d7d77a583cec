using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CityGrains.Api.Tests.Webhooks;

/// <summary>What a receiver was told.</summary>
internal sealed record Received(string Id, long Timestamp, string Signature, byte[] Body, string? ContentType, string Path)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string Event => JsonElement.Parse(Body).GetProperty("id").GetString()!;
}

/// <summary>A real HTTP server on loopback that is told of events, and answers as the test says.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly SemaphoreSlim _one = new(0);

    private Receiver(WebApplication app) => _app = app;

    /// <summary>Answers a delivery; 200 unless the test says otherwise.</summary>
    public Func<Received, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Where it listens.</summary>
    public string Url => _app.Urls.Single() + "/hook";

    public IReadOnlyList<Received> All => [.. _received];

    /// <summary>The events in the order they first came, each once.</summary>
    public IReadOnlyList<string> Events => [.. _received.Select(received => received.Event).Distinct(StringComparer.Ordinal)];

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.Take);
        await receiver._app.StartAsync();
        return receiver;
    }

    public void Answers(HttpStatusCode status) => Answer = (_, http) =>
    {
        http.Response.StatusCode = (int)status;
        return Task.CompletedTask;
    };

    /// <summary>Waits until it has been told so often in all.</summary>
    public async Task Told(int times)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (_received.Count < times) await _one.WaitAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true)); // whoever still waits for an answer gets none
        await _app.DisposeAsync();
        _one.Dispose();
    }

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers;
        var received = new Received(
            headers["webhook-id"].ToString(), long.Parse(headers["webhook-timestamp"].ToString(), System.Globalization.CultureInfo.InvariantCulture),
            headers["webhook-signature"].ToString(),
            body.ToArray(), http.Request.ContentType, http.Request.Path);
        _received.Enqueue(received);
        _one.Release();
        await Answer(received, http);
    }
}
