using CityGrains.Api.Access.SignIn;
using CityGrains.Api.Json;
using CityGrains.Api.Queries;
using CityGrains.Domain.Record;
using CityGrains.Journal.Keys;

namespace CityGrains.Api.Access.Keys;

/// <summary>Answers what is asked about keys. A key itself is in the one answer that made it.</summary>
public sealed class KeyEndpoints(KeyRing ring, KeyReading reading, SignInLinks links, TimeProvider time)
{
    /// <summary>Lists them.</summary>
    public async Task<IResult> List(HttpContext http)
    {
        if (QueryReader.None(http.Request) is { } unasked) return unasked;
        var now = time.GetUtcNow();
        return JsonAnswer.Of(new KeyList([.. (await ring.All(http.RequestAborted)).Select(key => KeyView.Of(key, now))]), KeyJson.Default.KeyList);
    }

    /// <summary>Shows one.</summary>
    public async Task<IResult> One(HttpContext http, string id) =>
        QueryReader.None(http.Request) is { } unasked ? unasked : Answer(await ring.Find(id, http.RequestAborted));

    /// <summary>Makes one.</summary>
    public async Task<IResult> Create(HttpContext http)
    {
        var read = await reading.ReadNew(http, VietnamTime.DayOf(time.GetUtcNow()));
        if (read.Problem is { } problem) return problem;
        var made = await ring.Add(read.Value, http.RequestAborted);
        if (made.Problem is null)
        {
            http.Response.StatusCode = StatusCodes.Status201Created;
            http.Response.Headers.Location = $"{KeyRoutes.Root}/{Uri.EscapeDataString(made.Value.Key.Name)}";
        }

        return Show(http, made);
    }

    /// <summary>Puts another in its place.</summary>
    public async Task<IResult> Rotate(HttpContext http, string id) =>
        QueryReader.None(http.Request) is { } unasked ? unasked : Show(http, await ring.Rotate(id, http.RequestAborted));

    /// <summary>Gives it another end.</summary>
    public async Task<IResult> Expire(HttpContext http, string id)
    {
        var read = await reading.ReadEnd(http);
        return read.Problem is { } problem ? problem : Answer(await ring.Expire(id, read.Value.ValidUntil, http.RequestAborted));
    }

    /// <summary>Revokes it.</summary>
    public async Task<IResult> Revoke(HttpContext http, string id) =>
        QueryReader.None(http.Request) is { } unasked ? unasked : Answer(await ring.Revoke(id, http.RequestAborted));

    /// <summary>Makes a link that signs in whoever a key belongs to.</summary>
    public async Task<IResult> Link(HttpContext http, string id)
    {
        if (QueryReader.None(http.Request) is { } unasked) return unasked;
        var found = await ring.Find(id, http.RequestAborted);
        if (found.Problem is { } problem) return problem;
        if (!found.Value.IsValid(time.GetUtcNow())) return AccessProblems.KeyHasEnded;

        var (path, expiresAt) = await links.Make(found.Value.Hash, SignInLinks.Life, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.Headers.CacheControl = "no-store";
        return JsonAnswer.Of(new KeyLink($"{http.Request.Scheme}://{http.Request.Host}{path}", expiresAt), KeyJson.Default.KeyLink);
    }

    private IResult Answer(Reading<StoredKey> read) =>
        read.Problem is { } problem ? problem : JsonAnswer.Of(KeyView.Of(read.Value, time.GetUtcNow()), KeyJson.Default.KeyView);

    private IResult Show(HttpContext http, Reading<(StoredKey Key, string Shown)> made)
    {
        if (made.Problem is { } problem) return problem;
        http.Response.Headers.CacheControl = "no-store";
        return JsonAnswer.Of(KeyView.Of(made.Value.Key, time.GetUtcNow()) with { Key = made.Value.Shown }, KeyJson.Default.KeyView);
    }
}
