namespace CityGrains.Api.Imports.Csv;

/// <summary>
/// The rows of a CSV file (RFC 4180), one at a time, with the line each begins on and its text as written. A quote opens only at the
/// beginning of a cell; rows end with CR LF, LF or CR; empty lines are passed over. Memory holds one row.
/// </summary>
/// <param name="bytes">The file.</param>
/// <param name="separator">What stands between two cells.</param>
/// <param name="block">How much is read at once, in bytes; at least 4, the longest character.</param>
internal sealed class CsvReader(Stream bytes, char separator, int block = 64 * 1024)
{
    /// <summary>Longest row, in characters.</summary>
    public const int LongestRow = 1_000_000;

    private const int LongestCharacter = 2;

    private readonly StrictUtf8 _text = new(bytes, block);
    private readonly List<Cell> _cells = [];
    private char[] _buffer = new char[block];
    private int _row;
    private int _at;
    private int _end;
    private int _rowEnd;
    private int _nextLine = 1;

    /// <summary>Why reading stopped; null at the plain end of the file.</summary>
    public CsvFault? Fault { get; private set; }

    /// <summary>The line the row begins on; the first is 1.</summary>
    public int Line { get; private set; }

    /// <summary>How many cells the row has.</summary>
    public int Count => _cells.Count;

    /// <summary>The row as it stands in the file, without its line end.</summary>
    public ReadOnlySpan<char> Raw => _buffer.AsSpan(_row, _rowEnd - _row);

    /// <summary>The text of a cell, quotes taken off.</summary>
    public string this[int cell]
    {
        get
        {
            var (start, length, doubled) = _cells[cell];
            var text = _buffer.AsSpan(_row + start, length);
            return doubled ? text.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : text.ToString();
        }
    }

    /// <summary>True when no cell of the row has anything but blanks.</summary>
    public bool IsBlank => _cells.TrueForAll(cell => _buffer.AsSpan(_row + cell.Start, cell.Length).IsWhiteSpace());

    /// <summary>Goes to the next row; false at the end of the file, or at a <see cref="Fault"/>.</summary>
    public bool Read()
    {
        do
        {
            (_row, Line) = (_at, _nextLine);
            _cells.Clear();
            if (Fault is not null || Peek() is null) return End();
            while (ReadCell()) _at++;
            if (Fault is not null) return false;
            EndRow();
        }
        while (_rowEnd == _row);
        return true;
    }

    private bool ReadCell() => Peek() == '"' ? ReadQuoted() : ReadPlain();

    /// <summary>True when a separator follows, false at the end of the row.</summary>
    private bool ReadPlain()
    {
        var start = _at - _row;
        int length;
        while ((length = _buffer.AsSpan(_at, _end - _at).IndexOfAny(separator, '\n', '\r')) < 0)
        {
            _at = _end;
            if (!Fill()) break;
        }

        if (length > 0) _at += length;
        _cells.Add(new Cell(start, _at - _row - start, Doubled: false));
        return Fault is null && Peek() == separator;
    }

    private bool ReadQuoted()
    {
        var opened = (Line: _nextLine, Column: Column());
        var start = ++_at - _row;
        var doubled = false;
        while (true)
        {
            switch (Peek())
            {
                case null:
                    Fault = Fault is { Kind: CsvFaultKind.NotUtf8 } ? Fault : new CsvFault(CsvFaultKind.QuoteNeverClosed, opened.Line, opened.Column);
                    return false;
                case '"' when PeekAfter() == '"':
                    doubled = true;
                    _at += 2;
                    break;
                case '"':
                    _cells.Add(new Cell(start, _at - _row - start, doubled));
                    _at++;
                    return AfterQuote();
                case '\n' or '\r':
                    PassLineEnd();
                    break;
                default:
                    var plain = _buffer.AsSpan(_at, _end - _at).IndexOfAny('"', '\n', '\r');
                    _at = plain < 0 ? _end : _at + plain;
                    break;
            }
        }
    }

    private bool AfterQuote()
    {
        var next = Peek();
        if (Fault is null && next is not (null or '\n' or '\r') && next != separator) Fault = new CsvFault(CsvFaultKind.TextAfterQuote, _nextLine, Column());
        return Fault is null && next == separator;
    }

    private void EndRow()
    {
        _rowEnd = _at;
        if (Peek() is not null) PassLineEnd();
    }

    private bool End()
    {
        _rowEnd = _row;
        return false;
    }

    private void PassLineEnd()
    {
        var length = _buffer[_at] == '\r' && PeekAfter() == '\n' ? 2 : 1; // looking ahead may move what is read
        _at += length;
        _nextLine++;
    }

    private char? Peek() => _at < _end || Fill() ? _buffer[_at] : null;

    private char? PeekAfter() => _at + 1 < _end || Fill() ? (_at + 1 < _end ? _buffer[_at + 1] : null) : null;

    /// <summary>More characters behind those of the row; false at the end of the file or at a fault.</summary>
    private bool Fill()
    {
        if (_end - _row > LongestRow) Fault ??= new CsvFault(CsvFaultKind.RowTooLong, Line, 1);
        if (Fault is not null) return false;
        if (_row > 0)
        {
            _buffer.AsSpan(_row, _end - _row).CopyTo(_buffer);
            (_row, _at, _end, _rowEnd) = (0, _at - _row, _end - _row, _rowEnd - _row);
        }

        if (_buffer.Length - _end < LongestCharacter) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _text.Read(_buffer.AsSpan(_end));
        _end += read;
        if (_text.BadByte is { } bad) Fault = new CsvFault(CsvFaultKind.NotUtf8, LineAt(_end), _end - LineStart(_end) + 1, bad);
        return read > 0;
    }

    /// <summary>Column of the place reached, in characters, from 1.</summary>
    private int Column() => _at - LineStart(_at) + 1;

    private int LineStart(int at) => _row + _buffer.AsSpan(_row, at - _row).LastIndexOfAny('\n', '\r') + 1;

    private int LineAt(int at) => _nextLine + _buffer.AsSpan(_at, at - _at).Count('\n');

    private readonly record struct Cell(int Start, int Length, bool Doubled);
}
