using System.Text;
using System.Text.Json;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record Heard(int Status, ILookup<string, string> Headers, byte[] Body)
{
    /// <summary>The first value of a header; null where there is none.</summary>
    public string? this[string header] => Headers[header].FirstOrDefault();

    public string? MediaType => this["Content-Type"]?.Split(';')[0].Trim();

    public bool IsSuccess => Status is >= 200 and < 300;

    public bool IsJson => MediaType is "application/json" or "application/problem+json";

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>Code of a problem; null of anything else.</summary>
    public string? Code => MediaType is "application/problem+json" && Body.Length > 0 ? Json.GetProperty("code").GetString() : null;

    /// <summary>What two answers to the same command have in common, to the byte.</summary>
    public (int Status, string Text, string? Tag, string? Location) Said => (Status, Text, this["ETag"], this["Location"]);
}
