using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace CityGrains.EndToEnd.Tests;

/// <summary>A real receiver of OTLP over HTTP: what arrives is protobuf, in which names stand as plain UTF-8.</summary>
public class Tracing
{
    [Fact]
    public async Task One_command_leaves_spans_from_http_to_commit_and_its_metrics_at_the_receiver()
    {
        var port = Server.FreePort();
        using var receiver = new HttpListener();
        receiver.Prefixes.Add($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/");
        receiver.Start();
        var received = new ConcurrentBag<(string Path, string Text)>();
        var receiving = Receive(receiver, received);

        using var data = new DataFolder();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };
        await using (var server = await Server.Start(data.Path, environment))
        {
            using var body = Json.Body("""{"id":"vn-son-la","name":"Sơn La","country":"VN","source":{"title":"Test"}}""");
            using var answer = await server.Client.PostAsync("/api/v1/cities", body);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            Assert.Equal(0, await server.Terminate());
        }

        receiver.Stop();
        await receiving;
        string All(string path) => string.Concat(received.Where(request => request.Path == path).Select(request => request.Text));
        Assert.Contains("POST /api/v1/cities", All("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("City RegisterCity", All("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("journal append", All("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("journal commit", All("/v1/traces"), StringComparison.Ordinal);
        foreach (var metric in new[] { "citygrains.commands", "citygrains.journal.append.duration", "citygrains.journal.batch.size" })
        {
            Assert.Contains(metric, All("/v1/metrics"), StringComparison.Ordinal);
        }
    }

    private static async Task Receive(HttpListener receiver, ConcurrentBag<(string Path, string Text)> received)
    {
        while (receiver.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await receiver.GetContextAsync();
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            received.Add((context.Request.Url!.AbsolutePath, await reader.ReadToEndAsync()));
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Close();
        }
    }
}
