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
        string[] lineEnds = ["\n", "\r\n", "\r"];
        for (var round = 0; round < 200; round++)
        {
            var kinds = pieces.Length - (round % 20 == 0 ? 0 : 1);
            string Cell() => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => pieces[random.Next(kinds)]));
            var rows = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Enumerable.Range(0, random.Next(1, 5)).Select(_ => Cell()).ToArray()).ToList();
            var text = string.Concat(rows.Select(row => string.Join(',', row.Select(cell => Quoted(cell, random))) + lineEnds[random.Next(lineEnds.Length)]));
            Assert.Equal(rows, Read(text, block: random.Next(4, 40)));
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
    public void A_quote_inside_a_plain_cell_is_a_letter_like_others() => Assert.Equal([["Trung tâm \"Sao Mai\"", "b"]], Read("Trung tâm \"Sao Mai\",b\n", 4));

    [Theory]
    [InlineData("a,b\nc,\"d\ne,f\n", "QuoteNeverClosed", 2, 3)]
    [InlineData("a,b\n\"c\"d,e\n", "TextAfterQuote", 2, 4)]
    public void A_broken_quote_is_told_by_its_place(string text, string kind, int line, int column)
    {
        for (var block = 4; block < 20; block++)
        {
            var reader = new CsvReader(Bytes(text), ',', block);
            while (reader.Read())
            {
            }

            Assert.Equal((kind, line, column), (reader.Fault!.Kind.ToString(), reader.Fault.Line, reader.Fault.Column));
        }
    }

    [Fact]
    public void Each_byte_that_is_not_utf_8_is_told_by_its_place()
    {
        var whole = Encoding.UTF8.GetBytes("ab,c\n\"đ\nê\",f\ng,h\n");
        for (var at = 0; at <= whole.Length; at++)
        {
            if (at < whole.Length && (whole[at] & 0xC0) == 0x80) continue; // Inside a character.
            var reader = new CsvReader(new MemoryStream([.. whole[..at], 0xE9, .. whole[at..]]), ',', block: 4 + (at % 9));
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
        var reader = new CsvReader(Bytes(text), ',', block);
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.Count).Select(i => reader[i])]);
        Assert.Null(reader.Fault);
        return rows;
    }

    private static string Quoted(string cell, Random random) =>
        cell.AsSpan().IndexOfAny("\",\r\n") >= 0 || random.Next(3) == 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
