using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CityGrains.Journal.Webhooks;

/// <summary>What a delivery is signed with, and how: Standard Webhooks 1.0, "Signature scheme", symmetric.</summary>
public static class WebhookSecret
{
    /// <summary>What the written form begins with; base64 follows.</summary>
    public const string Prefix = "whsec_";

    /// <summary>Fewest and most bytes (192 and 512 bits), and how many a new one has.</summary>
    public const int Shortest = 24, Longest = 64, Usual = 32;

    /// <summary>The written form.</summary>
    public static string Text(byte[] secret) => Prefix + Convert.ToBase64String(secret);

    /// <summary>Reads the written form; null when it is none.</summary>
    public static byte[]? Parse(string text)
    {
        var bytes = new byte[Longest];
        return text.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length)
            && length >= Shortest
            ? bytes[..length] : null;
    }

    /// <summary>The signature of a message, as the header <c>webhook-signature</c> has it.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="id">What <c>webhook-id</c> says; has no full stop.</param>
    /// <param name="timestamp">What <c>webhook-timestamp</c> says: seconds since 1970.</param>
    /// <param name="body">The body, byte for byte.</param>
    public static string Sign(byte[] secret, string id, long timestamp, byte[] body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hmac.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
