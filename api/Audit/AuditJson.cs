using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityGrains.Journal.Record;
using CityGrains.Journal.Verification;

namespace CityGrains.Api.Audit;

/// <summary>How the views of the audit are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(KebabEnumConverter<VerifiedPart>)])]
[JsonSerializable(typeof(CheckpointPage))]
[JsonSerializable(typeof(SealKeyList))]
[JsonSerializable(typeof(SealKeyView))]
[JsonSerializable(typeof(InclusionView))]
[JsonSerializable(typeof(ConsistencyView))]
[JsonSerializable(typeof(CheckupView))]
[JsonSerializable(typeof(RebuildView))]
public sealed partial class AuditJson : JsonSerializerContext
{
    /// <summary>The attribute cannot name an encoder; letters stay letters.</summary>
    static AuditJson() => Default = new AuditJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
