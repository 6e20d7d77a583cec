using Microsoft.Net.Http.Headers;

namespace CityGrains.Api.Queries;

/// <summary>Reading again what has not changed: <c>If-None-Match</c> (RFC 9110, 13.1.2).</summary>
internal static class EntityTags
{
    /// <summary>Names the version that is answered; true when the caller has it already, and 304 is all there is to say.</summary>
    public static bool IsKnown(HttpContext http, long version, string? stamp = null)
    {
        var tag = EntityTag.Of(version, stamp);
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        var known = http.Request.Headers.IfNoneMatch;
        if (known.Count == 0 || !EntityTagHeaderValue.TryParseList(known!, out var tags)) return false;
        return tags.Any(seen => seen.Equals(EntityTagHeaderValue.Any) || seen.Tag.Equals(tag, StringComparison.Ordinal));
    }
}
