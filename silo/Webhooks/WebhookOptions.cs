using System.Globalization;
using System.Net;
using CityGrains.Grains.Working;
using Microsoft.Extensions.Configuration;

namespace CityGrains.Silo.Webhooks;

/// <summary>How receivers are told.</summary>
public sealed record WebhookOptions
{
    /// <summary>Most attempts that can be configured.</summary>
    private const int MostAttempts = 100;

    /// <summary>What events say they come from.</summary>
    public string Source { get; init; } = EventSource.Usual;

    /// <summary>Networks of private addresses that may be told, and without encryption; <c>CityGrains__Webhooks__Allow</c> lists them: <c>10.20.0.0/16 127.0.0.1/32</c>.</summary>
    public IReadOnlyList<IPNetwork> Allow { get; init; } = [];

    /// <summary>How often and when it is tried again; <c>CityGrains__Webhooks__Attempts</c> sets after how many attempts an event is a dead letter.</summary>
    public RetryPolicy Retry { get; init; } = new();

    /// <summary>How long a receiver may take to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often webhooks are poked, and at most, however fast events come.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The shortest time between two pokes.</summary>
    public TimeSpan Breath { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Reads them from configuration.</summary>
    /// <exception cref="FormatException">A value is wrong; the message says which, and what is expected.</exception>
    public static WebhookOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("CityGrains:Webhooks");
        var retry = new RetryPolicy();
        return new WebhookOptions
        {
            Source = EventSource.From(configuration),
            Allow = [.. (section["Allow"] ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Network)],
            Retry = section["Attempts"] is { Length: > 0 } attempts ? retry with { Attempts = Number(attempts) } : retry,
        };
    }

    private static IPNetwork Network(string text) => IPNetwork.TryParse(text, out var network) ? network : throw new FormatException(
        $"CityGrains__Webhooks__Allow nhận các mạng như 10.20.0.0/16, không phải '{text}'. / CityGrains__Webhooks__Allow takes networks as 10.20.0.0/16, not '{text}'.");

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostAttempts ? number : throw new FormatException(
            $"CityGrains__Webhooks__Attempts nhận số từ 1 đến {MostAttempts}, không phải '{text}'. / CityGrains__Webhooks__Attempts takes a number from 1 to {MostAttempts}, not '{text}'.");
}
