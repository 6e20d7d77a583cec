using System.Text;
using CityGrains.Api.Imports.Csv;

namespace CityGrains.Api.Tests.Imports;

/// <summary>CSV as RFC 4180 has it, whatever the sizes of the blocks it comes in.</summary>
public sealed class CsvReaderTests
{
    [Fact]
    public void Any_text_comes_back_as_it_was_written()
    {
        var random = new Random(4180);
        string[] pieces = ["a", "Đà Nẵng", "\"", ",", "\n", "\r\n", " ", "京都", "😀", new string('x', 70_000)];
        for (var round = 0; round < 200; round++)
        {
            var kinds = pieces.Length - (round % 20 == 0 ? 0 : 1);
            string Cell() => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => pieces[random.Next(kinds)]));
            var rows = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Enumerable.Range(0, random.Next(1, 5)).Select(_ => Cell()).ToArray()).ToList();
            var text = string.Concat(rows.Select(row => string.Join(',', row.Select(cell => Quoted(cell, random))) + (random.Next(2) == 0 ? "\n" : "\r\n")));
            Assert.Equal(rows, Read(text, random.Next(1, 9)));
        }
    }

    [Fact]
    public void Rows_end_alike_wherever_a_block_of_the_file_ends()
    {
        string[][] rows = [["a", "b"], ["c", "d"], ["e", "f"]];
        for (var first = (64 * 1024) - 20; first < 64 * 1024; first++)
        {
            var text = new string('x', first) + "\r\n" + string.Concat(rows.Select(row => string.Join(',', row) + "\r\n"));
            Assert.Equal([[new string('x', first)], .. rows], Read(text, block: 1000));
        }
    }

    [Fact]
    public void A_row_tells_its_line_and_its_text()
    {
        var reader = new CsvReader(Bytes("a,\"b\nb\"\r\n\r\nc,d"), ',');
        Assert.True(reader.Read());
        Assert.Equal((1, "a,\"b\nb\""), (reader.Line, reader.Raw.ToString()));
        Assert.True(reader.Read());
        Assert.Equal((4, "c,d"), (reader.Line, reader.Raw.ToString()));
        Assert.False(reader.Read());
        Assert.Null(reader.Fault);
    }

    [Fact]
    public void A_quote_inside_a_plain_cell_is_a_letter_like_others() => Assert.Equal([["Trung tâm \"Sao Mai\"", "b"]], Read("Trung tâm \"Sao Mai\",b\n", 3));

    [Theory]
    [InlineData("a,b\nc,\"d\ne,f\n", "QuoteNeverClosed", 2, 3)]
    [InlineData("a,b\n\"c\"d,e\n", "TextAfterQuote", 2, 4)]
    public void A_broken_quote_is_told_by_its_place(string text, string kind, int line, int column)
    {
        var reader = new CsvReader(Bytes(text), ',');
        while (reader.Read())
        {
        }

        Assert.Equal((kind, line, column), (reader.Fault!.Kind.ToString(), reader.Fault.Line, reader.Fault.Column));
    }

    [Fact]
    public void Each_byte_that_is_not_utf_8_is_told_by_its_place()
    {
        var whole = Encoding.UTF8.GetBytes("ab,c\n\"đ\nê\",f\ng,h\n");
        for (var at = 0; at <= whole.Length; at++)
        {
            if (at < whole.Length && (whole[at] & 0xC0) == 0x80) continue; // Inside a character.
            var reader = new CsvReader(new MemoryStream([.. whole[..at], 0xE9, .. whole[at..]]), ',');
            while (reader.Read())
            {
            }

            var before = Encoding.UTF8.GetString(whole, 0, at);
            Assert.Equal(
                new CsvFault(CsvFaultKind.NotUtf8, 1 + before.Count(c => c == '\n'), before.Length - before.LastIndexOf('\n'), 0xE9), reader.Fault);
        }
    }

    [Fact]
    public void A_quote_that_swallows_a_huge_file_is_told_before_it_fills_memory()
    {
        var reader = new CsvReader(Bytes("a\n\"" + new string('x', CsvReader.LongestRow * 2)), ',');
        Assert.True(reader.Read());
        Assert.False(reader.Read());
        Assert.Equal((CsvFaultKind.QuoteNeverClosed, 2), (reader.Fault!.Kind, reader.Fault.Line));
    }

    private static List<string[]> Read(string text, int block)
    {
        var reader = new CsvReader(new Dripping(Encoding.UTF8.GetBytes(text), block), ',');
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.Count).Select(i => reader[i])]);
        Assert.Null(reader.Fault);
        return rows;
    }

    private static string Quoted(string cell, Random random) =>
        cell.AsSpan().IndexOfAny("\",\r\n") >= 0 || random.Next(3) == 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class Dripping(byte[] bytes, int block) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(block, buffer.Length)]);
    }
}
