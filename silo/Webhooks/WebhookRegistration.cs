using System.Net;
using CityGrains.Grains.Working;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CityGrains.Silo.Webhooks;

/// <summary>What a node needs to tell receivers of what is recorded.</summary>
internal static class WebhookRegistration
{
    /// <summary>Adds it.</summary>
    public static void AddWebhooks(this IHostApplicationBuilder builder, SiloOptions options)
    {
        builder.Services.AddSingleton(options.Webhooks);
        builder.Services.AddSingleton(provider => provider.GetRequiredService<WebhookOptions>().Retry);
        builder.Services.AddSingleton<ReceiverAddresses>();
        builder.Services.AddSingleton<Resolve>(_ => Dns.GetHostAddressesAsync);
        builder.Services.AddSingleton<WebhookConnections>();
        builder.Services.AddSingleton<IWebhookSender, WebhookSender>();
        builder.Services.AddSingleton(Random.Shared);
        builder.Services.AddHostedService<WebhookRounds>();
    }
}
