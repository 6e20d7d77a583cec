using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CityGrains.Journal;

/// <summary>
/// The chain that ties each event to the one before it in its stream: SHA-256 (FIPS 180-4) over
/// the previous hash (32 bytes; zeros before the first event), then the lines
/// stream, version, type, occurred-on, recorded-at, command id, command index, meta and data, each ended by a line feed, in UTF-8.
/// No field can hold a raw line feed, so no two events give the same bytes.
/// </summary>
public static class HashChain
{
    /// <summary>What the first event of a stream is chained to.</summary>
    public static byte[] Start { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>The hash of an event after the event with hash <paramref name="previous"/>.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> previous, RecordedEvent recorded)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{recorded.Stream}\n{recorded.Version}\n{recorded.Type}\n{recorded.OccurredOn}\n{recorded.RecordedAt}\n{recorded.CommandId:D}\n{recorded.CommandIndex}\n")));
        hash.AppendData(recorded.Meta);
        hash.AppendData("\n"u8);
        hash.AppendData(recorded.Data);
        hash.AppendData("\n"u8);
        return hash.GetHashAndReset();
    }
}
