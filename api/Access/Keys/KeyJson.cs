using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityGrains.Api.Access.Keys;

/// <summary>How keys are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeyList))]
[JsonSerializable(typeof(KeyLink))]
internal sealed partial class KeyJson : JsonSerializerContext
{
    /// <summary>The attribute cannot name an encoder; letters stay letters.</summary>
    static KeyJson() => Default = new KeyJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
