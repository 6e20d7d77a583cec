using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityGrains.Api.Access.Log;

/// <summary>A page of the access log, the newest first.</summary>
/// <param name="Items">Entries.</param>
/// <param name="Next">Where to go on; absent where the record begins. A page may hold fewer than were asked for, or none, and there be more: a filter looks
/// through a quarter of a million events at a time.</param>
public sealed record AccessPage(IReadOnlyList<AccessView> Items, string? Next);

/// <summary>Who did what.</summary>
/// <param name="Kind"><c>write</c>, <c>sign-in</c>, <c>sign-out</c>, <c>denied</c>, <c>key-change</c>, <c>change</c> or <c>export</c>.</param>
/// <param name="At">When; of several alike, the first.</param>
/// <param name="What">The type of event of a write, as <c>agreement-signed/1</c>; else method and route.</param>
/// <param name="Stream">The stream that proves it, see <c>/api/v1/audit/inclusion</c>.</param>
/// <param name="Version">The event of that stream.</param>
public sealed record AccessView(string Kind, DateTimeOffset At, string What, string Stream, long Version)
{
    /// <summary>The path as it was sent, where the route does not say it.</summary>
    public string? Path { get; init; }

    /// <summary>Who; absent when nobody known.</summary>
    public string? Actor { get; init; }

    /// <summary>The office acted for.</summary>
    public string? Office { get; init; }

    /// <summary>The address it came from.</summary>
    public string? Address { get; init; }

    /// <summary>How it was answered.</summary>
    public int? Status { get; init; }

    /// <summary>How often, where several alike are told as one.</summary>
    public int? Times { get; init; }

    /// <summary>The trace of the request.</summary>
    public string? CorrelationId { get; init; }
}

/// <summary>How the access log is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccessPage))]
internal sealed partial class AccessJson : JsonSerializerContext
{
    /// <summary>The attribute cannot name an encoder; letters stay letters.</summary>
    static AccessJson() => Default = new AccessJson(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
