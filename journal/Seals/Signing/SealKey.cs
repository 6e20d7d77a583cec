using System.Security.Cryptography;

namespace CityGrains.Journal.Seals.Signing;

/// <summary>The private key that seals are signed with: ECDSA on P-256 with SHA-256 (FIPS 186-5).</summary>
public sealed class SealKey : IDisposable
{
    private readonly ECDsa _key;

    private SealKey(ECDsa key)
    {
        _key = key;
        Public = PublicSealKey.FromBytes(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>The public key of the pair.</summary>
    public PublicSealKey Public { get; }

    /// <summary>A new pair.</summary>
    public static SealKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads a PKCS #8 private key in PEM.</summary>
    /// <exception cref="FormatException">It is no such key.</exception>
    public static SealKey FromPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return new SealKey(key);
        }
        catch (Exception cause) when (cause is ArgumentException or CryptographicException or FormatException)
        {
            key.Dispose();
            throw new FormatException("The text is no PKCS #8 private key in PEM on P-256.", cause);
        }
    }

    /// <summary>The pair as PKCS #8 in PEM. Whoever has it can sign.</summary>
    public string ToPem() => _key.ExportPkcs8PrivateKeyPem() + "\n";

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    /// <summary>Signs a text; the signature is a DER sequence (RFC 3279 section 2.2.3), as openssl reads it.</summary>
    internal byte[] Sign(ReadOnlySpan<byte> text) => _key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
}
