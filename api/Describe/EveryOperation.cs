using System.Text.Json.Nodes;
using CityGrains.Api.Access;
using CityGrains.Api.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CityGrains.Api.Describe;

/// <summary>What the document says of each operation: its problems are problem documents; an open one takes no key.</summary>
internal sealed class EveryOperation : IOpenApiOperationTransformer
{
    /// <summary>Name of the schema of problem documents.</summary>
    public const string Problem = "Problem";

    /// <summary>Name of the extension that says which roles an operation is open to.</summary>
    public const string Roles = "x-roles";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.OperationId ??= Name(context.Description.HttpMethod!, context.Description.RelativePath!);
        operation.Responses ??= [];
        operation.Responses["4XX"] = Of(context.Document!, "A problem with the request: who sends it, how it is written, or what the record allows.");
        operation.Responses["5XX"] = Of(context.Document!, "A problem of the server; 503 says when to try again.");
        var roles = Declarations.RolesOf([.. context.Description.ActionDescriptor.EndpointMetadata]);
        if (roles is null) operation.Security = [];
        else operation.AddExtension(Roles, new JsonNodeExtension(new JsonArray([.. roles.Select(role => (JsonNode?)role)])));
        foreach (var id in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.In is ParameterLocation.Path))
        {
            id.Description = id.Name == "network" ? "The network's id, as gnlc." : "The record's id, as agr-2024-000123 or vn-son-la.";
        }

        return Task.CompletedTask;
    }

    /// <summary>What generators of clients name it by, where the route gives no name: <c>get-agreements-id-history</c>.</summary>
    private static string Name(string method, string path) => string.Join('-',
        path.Split('/', '.').Where(part => part is not ("api" or "v1")).Select(part => part.Trim('{', '}')).Prepend(method.ToLowerInvariant()));

    private static OpenApiResponse Of(OpenApiDocument document, string description) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [ProblemDocument.ContentType.Split(';')[0]] = new() { Schema = new OpenApiSchemaReference(Problem, document) },
        },
    };
}
