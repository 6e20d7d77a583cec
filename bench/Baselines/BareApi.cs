using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CityGrains.Bench;

/// <summary>A minimal API that does nothing but answer a document as JSON: no key, no store, no state.</summary>
internal static class BareApi
{
    /// <summary>Serves the document in a file until told to stop.</summary>
    public static async Task<int> Serve(string port, string file)
    {
        var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file)).RootElement;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{port}");
        app.MapGet("/api/v1/agreements/{id}", (string id) => Microsoft.AspNetCore.Http.Results.Json(document));
        await app.StartAsync();
        Console.WriteLine($"ready {app.Urls.Single()}");
        await app.WaitForShutdownAsync();
        return 0;
    }
}
