using System.Text.Json.Serialization;

namespace CityGrains.Api.Access.Keys;

/// <summary>How keys are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeyLink))]
internal sealed partial class KeyJson : JsonSerializerContext;
