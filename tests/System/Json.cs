using System.Text;
using System.Text.Json;

namespace CityGrains.EndToEnd.Tests;

internal static class Json
{
    public static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    public static async Task<JsonElement> Get(HttpClient client, string path)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)));
        return document.RootElement.Clone();
    }

    public static async Task<long> Total(HttpClient client, string query) =>
        (await Get(client, $"/api/v1/agreements?count=true&limit=1&{query}")).GetProperty("total").GetInt64();
}
