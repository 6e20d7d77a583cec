using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CityGrains.Api.Commands;

/// <summary>The version a caller saw, from <c>If-Match</c> (RFC 9110, 13.1.1).</summary>
internal static class IfMatch
{
    /// <summary>No record ever has it: a well-formed tag that none of ours can equal.</summary>
    private const long NoVersion = -1;

    /// <summary>The version expected; null when any will do.</summary>
    public static Reading<long?> Of(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        if (StringValues.IsNullOrEmpty(header)) return (long?)null;
        if (header.Count > 1 || !EntityTagHeaderValue.TryParse(header.ToString(), out var tag)) return CommandProblems.BadIfMatch;
        if (tag.Equals(EntityTagHeaderValue.Any)) return (long?)null;
        return VersionOf(tag);
    }

    /// <summary>If-Match compares strongly: a weak tag equals none.</summary>
    private static long? VersionOf(EntityTagHeaderValue tag) =>
        !tag.IsWeak && EntityTag.VersionOf(tag.Tag.AsSpan()) is { } version ? version : NoVersion;
}
