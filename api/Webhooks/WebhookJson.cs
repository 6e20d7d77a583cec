using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityGrains.Journal.Record;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Api.Webhooks;

/// <summary>How the views of webhooks are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(KebabEnumConverter<DeliveryOutcome>)])]
[JsonSerializable(typeof(WebhookView))]
[JsonSerializable(typeof(WebhookList))]
[JsonSerializable(typeof(DeliveryPage))]
[JsonSerializable(typeof(DeadLetterPage))]
[JsonSerializable(typeof(RedeliveryView))]
[JsonSerializable(typeof(WebhookChangeList))]
public sealed partial class WebhookJson : JsonSerializerContext
{
    /// <summary>The attribute cannot name an encoder; letters stay letters.</summary>
    static WebhookJson() => Default = new WebhookJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
