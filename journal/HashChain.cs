using System.Buffers;
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
        var stream = recorded.Stream.ToString();
        var most = previous.Length + 200 + (3 * (stream.Length + recorded.Type.Length + recorded.OccurredOn.Length + recorded.RecordedAt.Length))
            + recorded.Meta.Length + recorded.Data.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            var bytes = new Bytes(buffer);
            bytes.Add(previous);
            bytes.AddLine(stream);
            bytes.AddLine(recorded.Version);
            bytes.AddLine(recorded.Type);
            bytes.AddLine(recorded.OccurredOn);
            bytes.AddLine(recorded.RecordedAt);
            bytes.AddLine(recorded.CommandId);
            bytes.AddLine(recorded.CommandIndex);
            bytes.AddLine(recorded.Meta.AsSpan());
            bytes.AddLine(recorded.Data.AsSpan());
            return SHA256.HashData(bytes.Written);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Lays bytes side by side, to be hashed in one go.</summary>
    private ref struct Bytes(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;
        private int _length;

        public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

        public void Add(ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(_buffer[_length..]);
            _length += bytes.Length;
        }

        public void AddLine(ReadOnlySpan<byte> utf8)
        {
            Add(utf8);
            End();
        }

        public void AddLine(string text)
        {
            _length += Encoding.UTF8.GetBytes(text, _buffer[_length..]);
            End();
        }

        public void AddLine<T>(T value) where T : IUtf8SpanFormattable
        {
            if (!value.TryFormat(_buffer[_length..], out var written, default, CultureInfo.InvariantCulture)) throw new InvalidOperationException("The buffer is too short.");
            _length += written;
            End();
        }

        private void End() => _buffer[_length++] = (byte)'\n';
    }
}
