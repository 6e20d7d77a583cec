using System.Text.Json;
using System.Text.Json.Nodes;
using CityGrains.Api.Pages.Reading;
using CityGrains.Api.Tests.Hosting;
using Microsoft.AspNetCore.Routing;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>What a parameter takes, as the document says.</summary>
internal sealed record Parameter(string Name, JsonElement Schema, string? Example);

/// <summary>Something that can be asked of the server.</summary>
/// <param name="Method">GET, POST …</param>
/// <param name="Path">With its parameters in braces.</param>
internal sealed record Operation(string Method, string Path)
{
    /// <summary>What stands in braces.</summary>
    public IReadOnlyList<Parameter> InPath { get; init; } = [];

    public IReadOnlyList<Parameter> InQuery { get; init; } = [];

    /// <summary>The example of its body; null where it takes no JSON.</summary>
    public JsonObject? Example { get; init; }

    /// <summary>It takes a file.</summary>
    public bool TakesFile { get; init; }

    /// <summary>It takes <c>Idempotency-Key</c> and <c>If-Match</c>.</summary>
    public bool IsCommand { get; init; }

    /// <summary>People open it in a browser.</summary>
    public bool IsPage { get; init; }

    /// <summary>Its fields, of a page's form.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The list its record is in: <c>agreements</c>; empty for pages.</summary>
    public string Subject => Path.StartsWith("/api/v1/", StringComparison.Ordinal) ? Path.Split('/')[3] : "";

    /// <summary>Every operation of the API's document, and every page.</summary>
    public static async Task<IReadOnlyList<Operation>> All(ApiServer server)
    {
        using var nobody = server.With(key: null);
        var document = (await nobody.Get("/openapi/v1.json")).Json;
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from method in path.Value.EnumerateObject()
               select Described(method.Name.ToUpperInvariant(), path.Name, method.Value),
            .. from endpoint in server.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
               where endpoint.Metadata.GetMetadata<PageRoute>() is not null && endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not null
               from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
               select Page(method, endpoint.RoutePattern),
        ];
    }

    private static Operation Described(string method, string path, JsonElement json)
    {
        var parameters = json.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : [];
        var content = json.TryGetProperty("requestBody", out var body) ? body.GetProperty("content") : default;
        return new Operation(method, path)
        {
            InPath = In("path"),
            InQuery = In("query"),
            IsCommand = parameters.Any(parameter => parameter.GetProperty("name").GetString() == "Idempotency-Key"),
            TakesFile = content.ValueKind is JsonValueKind.Object && content.TryGetProperty("text/csv", out _),
            Example = content.ValueKind is JsonValueKind.Object && content.TryGetProperty("application/json", out var type)
                ? JsonNode.Parse(type.GetProperty("example").GetRawText())!.AsObject() : null,
        };

        IReadOnlyList<Parameter> In(string part) =>
        [
            .. from parameter in parameters
               where parameter.GetProperty("in").GetString() == part
               select new Parameter(
                   parameter.GetProperty("name").GetString()!, parameter.GetProperty("schema"), parameter.TryGetProperty("example", out var example)
                       ? example.GetString()
                       : null),
        ];
    }

    private static Operation Page(string method, Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) =>
        new(method, "/" + pattern.RawText!.TrimStart('/'))
    {
        IsPage = true,
        InPath = [.. pattern.Parameters.Select(parameter => new Parameter(parameter.Name, JsonElement.Parse("{}"u8), Example: null))],
    };
}
