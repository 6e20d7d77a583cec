using System.Buffers;
using System.Text;

namespace CityGrains.Api.Pages.Reading;

/// <summary>
/// Writes a page's text as UTF-8 into where it is sent from, a few kilobytes at a time: a page is never a string of its own.
/// A third of the memory that a page took was that string, and one in a hundred waited for it to be collected.
/// </summary>
internal sealed class PageWriter(IBufferWriter<byte> to) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    /// <summary>Characters: three bytes each at most, less than a block of memory that is sent.</summary>
    private const int Most = 1024;

    private readonly char[] _waiting = ArrayPool<char>.Shared.Rent(Most);
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private int _count;

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        if (_count == Most) Flush();
        _waiting[_count++] = value;
    }

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        while (buffer.Length > Most - _count)
        {
            var fits = buffer[..(Most - _count)];
            fits.CopyTo(_waiting.AsSpan(_count));
            _count = Most;
            Flush();
            buffer = buffer[fits.Length..];
        }

        buffer.CopyTo(_waiting.AsSpan(_count));
        _count += buffer.Length;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        _encoder.Convert(_waiting.AsSpan(0, _count), to, flush: false, out _, out _); // a character of two halves may lie on both sides
        _count = 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Flush();
        ArrayPool<char>.Shared.Return(_waiting);
        base.Dispose(disposing);
    }
}
