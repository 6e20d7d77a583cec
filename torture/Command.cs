using System.Text.Json;

namespace CityGrains.Torture;

/// <summary>A command as it is sent.</summary>
/// <param name="Key">Its Idempotency-Key, and so the id that its events bear.</param>
/// <param name="Path">Where to.</param>
/// <param name="Body">JSON.</param>
internal sealed record Command(Guid Key, string Path, string Body);

/// <summary>What was answered to a command.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ETag">The version it is told.</param>
/// <param name="Location">The place of a record that was begun.</param>
/// <param name="Body">The body, byte for byte.</param>
internal sealed record Answer(int Status, string? ETag, string? Location, string Body)
{
    /// <summary>It was accepted: its events are on disk.</summary>
    public bool IsAccepted => Status is 200 or 201;

    /// <summary>Nobody knows: it may be sent again.</summary>
    public bool IsUncertain => Status is 503;

    /// <summary>The law or the record forbids it: nothing was recorded.</summary>
    public bool IsRefused => Status is 404 or 409 or 412 or 422;

    /// <summary>The events it says were recorded, <c>city/c-1@3</c>.</summary>
    public IReadOnlySet<string> Events(Command command)
    {
        var answer = JsonElement.Parse(Body);
        var stream = $"{(command.Path.Contains("/cities", StringComparison.Ordinal) ? "city" : "agreement")}/{answer.GetProperty("id").GetString()}";
        return answer.GetProperty("events").EnumerateArray().Select(recorded => $"{stream}@{recorded.GetProperty("version").GetInt64()}")
            .ToHashSet(StringComparer.Ordinal);
    }
}
