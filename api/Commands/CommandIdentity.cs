using System.Security.Cryptography;
using System.Text;
using CityGrains.Api.Access;

namespace CityGrains.Api.Commands;

/// <summary>Which command a request is: the same id again is the same command, and the hash tells whether it really is.</summary>
/// <param name="Id">Command id.</param>
/// <param name="Hash">SHA-256 over actor, method, path and body, lower-case hex.</param>
/// <param name="MayBeARetry">The caller named the command, so that it may have been sent before.</param>
public sealed record CommandIdentity(Guid Id, string Hash, bool MayBeARetry)
{
    /// <summary>The header that names a command (draft-ietf-httpapi-idempotency-key-header).</summary>
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 255;

    /// <summary>Reads the identity of a request.</summary>
    public static Reading<CommandIdentity> Of(HttpContext http, Caller caller, byte[] body, DateTimeOffset now)
    {
        var hash = HashOf(http.Request, caller, body);
        var keys = http.Request.Headers[Header];
        if (keys.Count == 0) return new CommandIdentity(Guid.CreateVersion7(now), hash, MayBeARetry: false);
        if (keys is not [{ Length: > 0 and <= LongestKey } key] || !key.All(character => character is > ' ' and <= '~')) return CommandProblems.BadIdempotencyKey;
        return new CommandIdentity(Guid.TryParseExact(key, "D", out var id) ? id : Named(caller, key), hash, MayBeARetry: true);
    }

    /// <summary>A UUID of version 8 (RFC 9562, 5.8): the first 128 bits of SHA-256 over actor and key, save the version's and variant's.</summary>
    private static Guid Named(Caller caller, string key) => Version8(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Name}\n{key}")).AsSpan(0, 16));

    /// <summary>
    /// The id of one command among the many of a request, the same whenever the request is sent: 48 bits of the request's, which keep them together
    /// in an index, then SHA-256 over it and the name of the part.
    /// </summary>
    internal static Guid Part(Guid request, string part)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{request:D}\n{part}")).AsSpan(0, 16);
        request.ToByteArray(bigEndian: true).AsSpan(0, 6).CopyTo(bytes);
        return Version8(bytes);
    }

    private static Guid Version8(Span<byte> bytes)
    {
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static string HashOf(HttpRequest request, Caller caller, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{caller.Name}\n{request.Method}\n{request.Path}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
