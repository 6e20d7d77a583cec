using System.Text.Json;
using CityGrains.Domain.Checks;
using Microsoft.OpenApi;

namespace CityGrains.Api.Json.Shapes;

/// <summary>
/// What a value of a body must look like. One description serves the reader, which names every fault with its path, and the OpenAPI document,
/// so that neither can promise what the other refuses.
/// </summary>
public abstract record Shape
{
    /// <summary>Notes what is wrong with the shape of a value, not with its meaning; that is the domain's.</summary>
    /// <param name="value">The value; not null.</param>
    /// <param name="path">Where it stands, as <c>parties[1].name</c>.</param>
    /// <param name="faults">Takes what is found.</param>
    public abstract void Check(JsonElement value, string path, FieldChecks faults);

    /// <summary>The same as a JSON schema.</summary>
    public abstract OpenApiSchema Describe();
}
