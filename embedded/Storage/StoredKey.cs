using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Orleans.Storage;

/// <summary>A grain's key as the columns of Orleans' storage table have it, so that either runtime finds what the other stored.</summary>
/// <param name="N0">First half of a key that reads as a GUID.</param>
/// <param name="N1">Second half of it, or a key that reads as a hexadecimal number.</param>
/// <param name="Text">The key, or what follows the '+' after a GUID or number.</param>
/// <param name="Hash">Hash of all that.</param>
internal readonly record struct StoredKey(long N0, long N1, string? Text, int Hash)
{
    /// <summary>Orleans takes every key for a GUID (32 hexadecimal digits) or a number (up to 16) that can be read as one.</summary>
    public static StoredKey Of(string key)
    {
        var (head, tail) = key.Split('+', 2) is [var before, var after] ? (before, after) : (key, null);
        if (Guid.TryParseExact(head, "N", out var guid))
        {
            var bytes = guid.ToByteArray();
            return new(BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8)), tail, Reversed(bytes, tail));
        }

        if (!long.TryParse(head, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)) return new(0, 0, key, Reversed([], key));
        var digits = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(digits, number);
        return new(0, number, tail, Reversed(digits, tail));
    }

    /// <summary>Hash of a text's UTF-8: XXH32 with seed 0, https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md.</summary>
    public static int HashOf(string text) => (int)Xxh32(Encoding.UTF8.GetBytes(text));

    private static int Reversed(byte[] number, string? text)
    {
        byte[] bytes = [.. number, .. Encoding.UTF8.GetBytes(text ?? "")];
        Array.Reverse(bytes);
        return (int)Xxh32(bytes);
    }

    private static uint Xxh32(ReadOnlySpan<byte> rest)
    {
        const uint P1 = 2654435761, P2 = 2246822519, P3 = 3266489917, P4 = 668265263, P5 = 374761393;
        var length = (uint)rest.Length;
        var hash = P5;
        if (rest.Length >= 16)
        {
            Span<uint> lanes = [unchecked(P1 + P2), P2, 0, unchecked(0 - P1)];
            for (; rest.Length >= 16; rest = rest[16..])
            {
                for (var lane = 0; lane < 4; lane++)
                {
                    lanes[lane] = BitOperations.RotateLeft(lanes[lane] + (BinaryPrimitives.ReadUInt32LittleEndian(rest[(4 * lane)..]) * P2), 13) * P1;
                }
            }

            hash = BitOperations.RotateLeft(lanes[0], 1) + BitOperations.RotateLeft(lanes[1], 7) + BitOperations.RotateLeft(lanes[2], 12) + BitOperations.RotateLeft(lanes[3], 18);
        }

        hash += length;
        for (; rest.Length >= 4; rest = rest[4..]) hash = BitOperations.RotateLeft(hash + (BinaryPrimitives.ReadUInt32LittleEndian(rest) * P3), 17) * P4;
        foreach (var each in rest) hash = BitOperations.RotateLeft(hash + (each * P5), 11) * P1;
        hash = (hash ^ (hash >> 15)) * P2;
        hash = (hash ^ (hash >> 13)) * P3;
        return hash ^ (hash >> 16);
    }
}
