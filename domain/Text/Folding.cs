using System.Buffers;

namespace CityGrains.Domain.Text;

/// <summary>Folded text as it grows: on the stack while it is short, no space at either end, no two in a row.</summary>
internal ref struct Folding(int expected, Span<char> stack)
{
    private char[]? _rented = null;
    private Span<char> _text = stack;
    private int _length;
    private bool _spaced;

    public void Letter(char c)
    {
        if (_length + 2 > _text.Length) Grow();
        if (_spaced) _text[_length++] = ' ';
        _spaced = false;
        _text[_length++] = c;
    }

    /// <summary>A space between words, once a next word comes.</summary>
    public void Space() => _spaced = _length > 0;

    public void Add(scoped ReadOnlySpan<char> folded)
    {
        foreach (var c in folded)
        {
            if (c == ' ') Space();
            else Letter(c);
        }
    }

    public void Clear() => (_length, _spaced) = (0, false);

    public override readonly string ToString() => new(_text[.._length]);

    public readonly void Dispose()
    {
        if (_rented is not null) ArrayPool<char>.Shared.Return(_rented);
    }

    private void Grow()
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(expected, 2 * _text.Length) + 2);
        _text[.._length].CopyTo(larger);
        Dispose();
        _text = _rented = larger;
    }
}
