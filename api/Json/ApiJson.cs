using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CityGrains.Journal.Record;

namespace CityGrains.Api.Json;

/// <summary>How the API reads and writes JSON: names and values exactly as the journal writes them.</summary>
public static class ApiJson
{
    /// <summary>Longest body of a command, in bytes.</summary>
    public const int LongestBody = 1 << 20;

    /// <summary>How responses are written: no needless escapes, since Vietnamese is text and the content type is JSON.</summary>
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads bodies; countries are read by <paramref name="countries"/>.</summary>
    public static JsonSerializerOptions Reading(CountryConverter countries)
    {
        var options = new JsonSerializerOptions(JournalJson.Default.Options)
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };
        options.Converters.Add(countries);
        options.MakeReadOnly();
        return options;
    }
}
