using System.Text.Json.Serialization;
using CityGrains.Api.Json;
using Microsoft.OpenApi;

namespace CityGrains.Api.Describe;

/// <summary>The OpenAPI 3.1 document, and the pages to browse it. Both are open: they say what the program can do, nothing of the record.</summary>
internal static class Description
{
    private const string Document = "/openapi/v1.json";

    /// <summary>What writes the document.</summary>
    public static IServiceCollection AddDescription(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            foreach (var converter in ViewJson.Default.Options.Converters) json.SerializerOptions.Converters.Add(converter);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ViewJson.Default);
        });
        return services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description => description.HttpMethod != HttpMethods.Head;
            options.AddDocumentTransformer<WholeDocument>();
            options.AddOperationTransformer<EveryOperation>();
            options.AddOperationTransformer<CommandOperation>();
            options.AddOperationTransformer<ListOperation>();
            options.AddOperationTransformer<AsOfOperation>();
            options.AddOperationTransformer<QueryParameterOperation>();
            options.AddOperationTransformer<FeedOperation>();
            options.AddOperationTransformer<Portfolios.PortfolioOperation>();
            options.AddOperationTransformer<RequestOperation>();
            options.AddOperationTransformer<DeadlineOperation>();
            options.AddSchemaTransformer<WrittenSchema>();
        });
    }

    /// <summary>The pages under /docs, served from the program itself.</summary>
    public static void UseDocumentation(this IApplicationBuilder app) => app.UseSwaggerUI(pages =>
    {
        pages.RoutePrefix = "docs";
        pages.DocumentTitle = "CityGrains API";
        pages.SwaggerEndpoint(Document, "CityGrains API v1");
    });

    /// <summary>The document itself.</summary>
    public static void MapDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName:regex(^v1$)}.json").AllowAnonymous();
}
