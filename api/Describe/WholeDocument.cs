using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CityGrains.Api.Describe;

/// <summary>What the document says of the API as a whole.</summary>
internal sealed class WholeDocument : IOpenApiDocumentTransformer
{
    /// <summary>Name of the scheme of sign-in by key.</summary>
    public const string Key = "key";

    private const string About = """
        Every city and every international cooperation agreement, from signed to implemented.
        Mọi thành phố và mọi thỏa thuận hợp tác quốc tế, từ khi ký đến khi thực hiện.

        Commands take `Idempotency-Key` (send it again, get the first answer byte for byte) and `If-Match` (the version you saw).
        Errors are problem documents (RFC 9457) with `code`, the sentence in `vi` and `en`, and `errors` by field; `detail` is in the language of `Accept-Language`, English by default.
        Dates are `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `unknown`, as exactly as they are known.
        """;

    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "CityGrains", Version = Silo.About.Version, Description = About };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "cg_…",
                Description = "API key; the first is in DIR/admin.key." },
        };
        document.AddComponent(
            EveryOperation.Problem, await context.GetOrCreateSchemaAsync(typeof(ProblemResult), parameterDescription: null, cancellationToken));
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
        document.Servers = [new OpenApiServer { Url = "/" }];
    }
}
