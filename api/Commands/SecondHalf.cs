using System.Security.Cryptography;
using System.Text;
using CityGrains.Domain.Record;

namespace CityGrains.Api.Commands;

/// <summary>
/// The half of a command that a second record hears of, after the first has recorded its own. Its command id is made of the first one's,
/// so that sending the same
/// request again does both halves, each once: an interruption in between is mended by a retry, and nothing else is needed.
/// </summary>
internal static class SecondHalf
{
    /// <summary>Who asks the second: the same caller, at the same time, on the same ground, in a command of its own.</summary>
    public static CommandContext Of(CommandContext first) => first with { CommandId = IdAfter(first.CommandId), ExpectedVersion = null, OwnOfficeOnly = false };

    /// <summary>A UUID of version 8 (RFC 9562, 5.8): the first 128 bits of SHA-256 over the first id and a word, save the version's and variant's.</summary>
    private static Guid IdAfter(Guid first)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{first:D}\nsecond")).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
