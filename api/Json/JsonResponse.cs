using System.Text.Json;

namespace CityGrains.Api.Json;

/// <summary>Writes JSON as a response of known length, without a buffer of its own.</summary>
internal static class JsonResponse
{
    /// <summary>Writes a whole response.</summary>
    public static async Task Write<T>(HttpResponse response, T what, Action<Utf8JsonWriter, T> write, string contentType = JsonAnswer.ContentType)
    {
        response.ContentType = contentType;
        await using var writer = new Utf8JsonWriter(response.BodyWriter, ApiJson.Writing);
        write(writer, what);
        writer.Flush();
        response.ContentLength = writer.BytesCommitted;
        await response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
    }
}
