using System.Net;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Grains.Working;
using CityGrains.Silo.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CityGrains.Api.Tests.Webhooks;

/// <summary>Registers receivers at a server, and reads what became of the deliveries.</summary>
internal static class WebhookServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Receivers on loopback are allowed, three attempts are made, and nobody waits long.</summary>
    public static WebhookOptions Options { get; } = new()
    {
        Allow = [IPNetwork.Parse("127.0.0.0/8")],
        Retry = new RetryPolicy { Attempts = 3, First = TimeSpan.FromSeconds(10) },
        Poll = TimeSpan.FromMilliseconds(20),
        Breath = TimeSpan.FromMilliseconds(5),
    };

    public static async Task<ApiServer> Start(WebhookOptions? options = null, string? database = null, Action<IServiceCollection>? more = null)
    {
        options ??= Options;
        var server = new ApiServer(
            services =>
            {
                services.AddSingleton(options);
                more?.Invoke(services);
            },
            database);
        await server.InitializeAsync();
        return server;
    }

    /// <summary>Registers a receiver of everything there is; answers the secret.</summary>
    public static async Task<string> Register(this ApiServer server, string id, string url, string more = "") =>
        (await server.Admin.Post("/api/v1/webhooks", $$"""{"id": "{{id}}", "url": "{{url}}", "after": "0-0"{{more}}}""")).Expect(HttpStatusCode.Created)
            .Json.GetProperty("secret").GetString()!;

    /// <summary>Event, attempt and outcome of the attempts that are noted, the first one first.</summary>
    public static async Task<IReadOnlyList<(string Event, int Attempt, string Outcome)>> Attempts(this ApiServer server, string id) =>
    [
        .. (await server.Admin.Get($"/api/v1/webhooks/{id}/deliveries?limit=500")).Expect(HttpStatusCode.OK)
            .Json.GetProperty("items").EnumerateArray().Reverse()
            .Select(item => (item.GetProperty("event").GetString()!, item.GetProperty("attempt").GetInt32(), item.GetProperty("outcome").GetString()!)),
    ];

    /// <summary>Number and event of the dead letters.</summary>
    public static async Task<IReadOnlyList<(long Number, string Event)>> DeadLetters(this ApiServer server, string id) =>
    [
        .. (await server.Admin.Get($"/api/v1/webhooks/{id}/dead-letters")).Expect(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray()
            .Select(item => (item.GetProperty("number").GetInt64(), item.GetProperty("event").GetString()!)),
    ];

    /// <summary>Waits until so many attempts are noted.</summary>
    public static Task Noted(this ApiServer server, string id, int attempts) => Eventually(async () => (await server.Attempts(id)).Count >= attempts);

    /// <summary>The pause after a failure is over.</summary>
    public static void LetTimePass(this ApiServer server) => server.Clock.Set(server.Clock.GetUtcNow().AddHours(2));

    /// <summary>Waits until something holds that nobody signals.</summary>
    public static async Task Eventually(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await holds()) await again.WaitForNextTickAsync(limit.Token);
    }
}
