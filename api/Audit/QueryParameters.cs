using Microsoft.OpenApi;

namespace CityGrains.Api.Audit;

/// <summary>What the document says of the parameters a route reads.</summary>
internal static class QueryParameters
{
    /// <summary>Names those that may be left out.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, params (string Name, string Description)[] parameters) =>
        route.Names(parameters, required: false);

    /// <summary>Names those that may not.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, params (string Name, string Description)[] parameters) =>
        route.Names(parameters, required: true);

    private static RouteHandlerBuilder Names(this RouteHandlerBuilder route, (string Name, string Description)[] parameters, bool required) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. operation.Parameters ?? [], .. parameters.Select(parameter => new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Required = required,
                Description = parameter.Description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            })];
            return Task.CompletedTask;
        });
}
