using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CityGrains.Api.Json;

/// <summary>An answer that can be written as JSON elsewhere than to its caller.</summary>
public interface IWrittenJson
{
    /// <summary>Writes it.</summary>
    void Write(Utf8JsonWriter writer);
}

/// <summary>An answer of JSON.</summary>
/// <typeparam name="T">What is answered.</typeparam>
public sealed class JsonAnswer<T>(T value, JsonTypeInfo<T> type) : IResult, IWrittenJson
{
    /// <summary>What is answered.</summary>
    public T Value => value;

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, value, type);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) =>
        JsonResponse.Write(httpContext.Response, (value, type), static (writer, answer) => JsonSerializer.Serialize(writer, answer.value, answer.type));
}

/// <summary>An answer of JSON that is written already.</summary>
public sealed class WrittenAnswer(byte[] json) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = JsonAnswer.ContentType;
        httpContext.Response.ContentLength = json.Length;
        return httpContext.Response.BodyWriter.WriteAsync(json, httpContext.RequestAborted).AsTask();
    }
}

/// <summary>Answers of JSON.</summary>
public static class JsonAnswer
{
    /// <summary>Their media type.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>An answer of JSON.</summary>
    public static JsonAnswer<T> Of<T>(T value, JsonTypeInfo<T> type) => new(value, type);
}
