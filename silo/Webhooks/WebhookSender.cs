using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using CityGrains.Grains.Working;
using CityGrains.Journal;
using CityGrains.Journal.Feed;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Silo.Webhooks;

/// <summary>
/// Posts an event as a CloudEvent, signed as Standard Webhooks 1.0 say. It lies here and not with the API, since any node may be the one that delivers,
/// whether it serves requests or not.
/// </summary>
public sealed class WebhookSender(WebhookConnections connections, WebhookOptions options, TimeProvider time) : IWebhookSender, IDisposable
{
    private readonly HttpMessageInvoker _http = new(connections.NewHandler());

    /// <inheritdoc/>
    public async Task<Sent> Send(Webhook webhook, RecordedEvent recorded, CancellationToken cancel)
    {
        using var request = Request(webhook, recorded);
        using var patience = new CancellationTokenSource(options.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            return Of(response);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Sent(DeliveryOutcome.TimedOut);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException)
        {
            return new Sent(Of(trouble));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(Webhook webhook, RecordedEvent recorded)
    {
        var (id, timestamp) = (CloudEvent.IdOf(recorded), time.GetUtcNow().ToUnixTimeSeconds());
        var body = CloudEvent.ToBytes(recorded, options.Source);
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(CloudEvent.ContentType);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("CityGrains", About.Version));
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSecret.Sign(webhook.Secret, id, timestamp, body));
        return request;
    }

    private Sent Of(HttpResponseMessage response) => new(
        response.IsSuccessStatusCode ? DeliveryOutcome.Delivered
            : response.StatusCode is HttpStatusCode.Gone ? DeliveryOutcome.Gone
            : DeliveryOutcome.Rejected, (int)response.StatusCode)
    {
        RetryAfter = response.Headers.RetryAfter switch
        {
            { Delta: { } pause } => pause,
            { Date: { } until } => until - time.GetUtcNow(),
            _ => null,
        },
    };

    private static DeliveryOutcome Of(Exception trouble) => trouble switch
    {
        AddressRefusedException => DeliveryOutcome.AddressRefused,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => DeliveryOutcome.UnknownHost,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => DeliveryOutcome.Untrusted,
        { InnerException: { } cause } => Of(cause),
        _ => DeliveryOutcome.Unreachable,
    };
}
