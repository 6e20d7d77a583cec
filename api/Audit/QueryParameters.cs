using Microsoft.OpenApi;

namespace CityGrains.Api.Audit;

/// <summary>What the document says of the parameters a route reads.</summary>
internal static class QueryParameters
{
    /// <summary>Names them.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, params (string Name, string Description)[] parameters) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. operation.Parameters ?? [], .. parameters.Select(Of)];
            return Task.CompletedTask;
        });

    private static OpenApiParameter Of((string Name, string Description) parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
