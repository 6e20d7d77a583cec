using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Json;
using CityGrains.Api.Queries;
using CityGrains.Journal.Keys;

namespace CityGrains.Api.Access.Keys;

/// <summary>Answers what is asked about keys.</summary>
public sealed class KeyEndpoints(IKeys keys, SignInLinks links, TimeProvider time)
{
    /// <summary>Makes a link that signs in whoever a key belongs to.</summary>
    public async Task<IResult> Link(HttpContext http, string id)
    {
        if (QueryReader.None(http.Request) is { } unasked) return unasked;
        if ((await keys.All(http.RequestAborted)).FirstOrDefault(key => key.Name == id && key.Roles.Any(Role.All.Contains)) is not { } key) return AccessProblems.NoSuchKey;
        if (!key.IsValid(time.GetUtcNow())) return AccessProblems.KeyHasEnded;

        var (path, expiresAt) = await links.Make(key.Hash, SignInLinks.Life, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.Headers.CacheControl = "no-store";
        return JsonAnswer.Of(new KeyLink($"{http.Request.Scheme}://{http.Request.Host}{path}", expiresAt), KeyJson.Default.KeyLink);
    }
}
