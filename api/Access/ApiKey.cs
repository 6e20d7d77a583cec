using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CityGrains.Api.Access;

/// <summary>Keys as callers hold them: <c>cg_</c> and 256 random bits in base64url.</summary>
public static class ApiKey
{
    /// <summary>What every key begins with, so that a leaked one is recognised.</summary>
    public const string Prefix = "cg_";

    /// <summary>Shortest key a person may set, and longest that is looked at.</summary>
    public const int Shortest = 24, Longest = 200;

    private const int RandomBytes = 32;

    /// <summary>A new key.</summary>
    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>True when a text can be a key.</summary>
    public static bool IsWellFormed(string text) =>
        text.Length is >= Shortest and <= Longest && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');

    /// <summary>What is kept of a key. 256 random bits need no salt and no slow hash.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));
}
