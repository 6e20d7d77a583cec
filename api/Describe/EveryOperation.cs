using CityGrains.Api.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CityGrains.Api.Describe;

/// <summary>What the document says of each operation: its problems are problem documents; an open one takes no key.</summary>
internal sealed class EveryOperation : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemResult), parameterDescription: null, cancellationToken);
        operation.Responses ??= [];
        operation.Responses["4XX"] = Of(problem, "A problem with the request: who sends it, how it is written, or what the record allows.");
        operation.Responses["5XX"] = Of(problem, "A problem of the server; 503 says when to try again.");
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any()) operation.Security = [];
    }

    private static OpenApiResponse Of(OpenApiSchema problem, string description) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [ProblemDocument.ContentType.Split(';')[0]] = new OpenApiMediaType { Schema = problem } },
    };
}
