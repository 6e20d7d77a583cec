using System.Buffers;
using System.Text.Unicode;

namespace CityGrains.Api.Imports.Csv;

/// <summary>Bytes as characters, UTF-8 with or without a byte order mark. It stops at the first byte that is not UTF-8, and never guesses.</summary>
internal sealed class StrictUtf8(Stream bytes, int block)
{
    private readonly byte[] _buffer = new byte[block];
    private int _start;
    private int _end;
    private bool _begun;
    private bool _ended;

    /// <summary>The first byte that is not UTF-8; null while there is none. It stands right after the last character that was read.</summary>
    public byte? BadByte { get; private set; }

    /// <summary>Reads at least one character; 0 at the end of the bytes or before a <see cref="BadByte"/>.</summary>
    public int Read(Span<char> characters)
    {
        while (BadByte is null)
        {
            if (!_ended) Fill();
            var status = Utf8.ToUtf16(
                _buffer.AsSpan(_start, _end - _start), characters, out var read, out var written, replaceInvalidSequences: false, isFinalBlock: _ended);
            _start += read;
            if (status is OperationStatus.InvalidData && written == 0) BadByte = _buffer[_start];
            if (written > 0 || (_ended && _start == _end)) return written;
        }

        return 0;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        var free = _buffer.Length - _end;
        var read = bytes.ReadAtLeast(_buffer.AsSpan(_end), free, throwOnEndOfStream: false);
        _ended = read < free;
        _end += read;
        if (!_begun && _buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8)) _start = 3;
        _begun = true;
    }
}
