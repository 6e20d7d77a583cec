using System.Security.Cryptography;

namespace CityGrains.Journal.Seals.Signing;

/// <summary>A public key that seals are checked with: ECDSA on P-256 (FIPS 186-5). Two are equal when their bytes are.</summary>
public sealed class PublicSealKey : IEquatable<PublicSealKey>
{
    private const string Curve = "1.2.840.10045.3.1.7";

    private readonly byte[] _bytes;

    private PublicSealKey(byte[] bytes)
    {
        _bytes = bytes;
        Id = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    /// <summary>SHA-256 of <see cref="ToBytes"/>, 64 lower-case hex digits.</summary>
    public string Id { get; }

    /// <summary>The key in PEM, RFC 7468 section 13.</summary>
    public string Pem => PemEncoding.WriteString("PUBLIC KEY", _bytes);

    /// <summary>The first bytes of <see cref="Id"/>: what a signature line is found by.</summary>
    internal ReadOnlySpan<byte> Hint => Convert.FromHexString(Id).AsSpan(0, NoteSignature.HintLength);

    /// <summary>Reads a SubjectPublicKeyInfo (RFC 5280) in DER.</summary>
    /// <exception cref="FormatException">It is no such key, or of another curve.</exception>
    public static PublicSealKey FromBytes(ReadOnlySpan<byte> bytes)
    {
        using var key = Import(bytes);
        return new PublicSealKey(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Every public key of a PEM text, in its order; what stands around them is passed over.</summary>
    /// <exception cref="FormatException">There is none, or one cannot be used.</exception>
    public static IReadOnlyList<PublicSealKey> FromPem(ReadOnlySpan<char> text)
    {
        var keys = new List<PublicSealKey>();
        while (PemEncoding.TryFind(text, out var block))
        {
            if (text[block.Label] is "PUBLIC KEY") keys.Add(FromBytes(Convert.FromBase64String(text[block.Base64Data].ToString())));
            text = text[block.Location.End..];
        }

        return keys.Count > 0 ? keys : throw new FormatException("The text holds no PEM block 'PUBLIC KEY'.");
    }

    /// <summary>The key as SubjectPublicKeyInfo in DER.</summary>
    public byte[] ToBytes() => [.. _bytes];

    /// <summary>True when the key's holder signed exactly this text.</summary>
    public bool Verifies(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        using var key = Import(_bytes);
        return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <inheritdoc/>
    public bool Equals(PublicSealKey? other) => other is not null && Id == other.Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PublicSealKey);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    /// <inheritdoc/>
    public override string ToString() => Id;

    private static ECDsa Import(ReadOnlySpan<byte> bytes)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(bytes, out var read);
            if (read != bytes.Length || key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != Curve) throw new CryptographicException("Not a key on P-256.");
            return key;
        }
        catch (Exception cause) when (cause is CryptographicException or PlatformNotSupportedException) // the latter for a curve nobody knows
        {
            key.Dispose();
            throw new FormatException("The key is no ECDSA key on P-256.", cause);
        }
    }
}
