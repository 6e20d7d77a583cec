using System.Net;
using CityGrains.Grains.Working;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CityGrains.Silo.Webhooks;

/// <summary>What a node needs to tell receivers of what is recorded.</summary>
internal static class WebhookRegistration
{
    /// <summary>Adds it.</summary>
    /// <exception cref="FormatException">An option is wrong.</exception>
    public static void AddWebhooks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(WebhookOptions.From(builder.Configuration));
        builder.Services.AddSingleton(provider => provider.GetRequiredService<WebhookOptions>().Retry);
        builder.Services.AddSingleton<ReceiverAddresses>();
        builder.Services.AddSingleton<Resolve>(_ => Dns.GetHostAddressesAsync);
        builder.Services.AddSingleton<WebhookConnections>();
        builder.Services.AddSingleton<IWebhookSender, WebhookSender>();
        builder.Services.AddSingleton(Random.Shared);
        builder.Services.AddHostedService<WebhookRounds>();
    }
}
