using System.Text;
using CityGrains.Journal.Export;

namespace CityGrains.Journal.Tests.Export;

/// <summary>The file of the whole record: a header, an event a line, an end.</summary>
public class ReadingExports
{
    [Fact]
    public async Task Every_event_comes_back_byte_for_byte_in_its_order()
    {
        var record = await ExportedRecord.Make(30);
        var read = await ExportedRecord.Read(Encoding.UTF8.GetBytes(record.Text));
        Assert.Equal(60, read.Count);
        Assert.Equal(record.Events.Select(Everything), read.Select(Everything));
    }

    [Fact]
    public async Task The_lines_are_what_the_manual_says()
    {
        var record = await ExportedRecord.Make(1);
        var lines = record.Text.Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.StartsWith("{\"format\":\"citygrains-export/1\",\"createdAt\":\"2026-03-02T", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"position\":1,\"stream\":\"city/vn-thanh-pho-000000\",\"version\":1,\"type\":\"city-registered/1\",\"occurredOn\":\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"data\":\"{\\\"name\\\":\\\"Thành phố 0000\\\",", lines[1], StringComparison.Ordinal);
        Assert.Equal(("{\"end\":\"citygrains-export/1\",\"events\":2}", ""), (lines[3], lines[4]));
    }

    [Theory]
    [InlineData("", 1, "does not begin with the header")]
    [InlineData("{\"format\":\"citygrains-export/2\",\"createdAt\":\"x\",\"origin\":null}\n", 1, "does not begin with the header")]
    [InlineData("not json\n", 1, "does not begin with the header")]
    [InlineData("H", 2, "cut off")]
    [InlineData("HAB", 4, "cut off")]
    [InlineData("HABE", 0, "")]
    [InlineData("HAE", 3, "The last line says 2 events, the file has 1")]
    [InlineData("HABEA", 5, "Something stands after the last line")]
    [InlineData("HA[]\n", 3, "no event as it must be written")]
    [InlineData("HA\n", 3, "no event as it must be written")]
    [InlineData("HAnull\n", 3, "no event as it must be written")]
    [InlineData("HA{\"position\":1}\n", 3, "no event as it must be written")]
    public async Task A_file_that_is_not_as_it_must_be_is_told_with_its_line(string shape, long line, string told)
    {
        var record = await ExportedRecord.Make(1);
        var lines = record.Text.Split('\n').Select(text => text + "\n").ToList();
        var file = shape.StartsWith('H') ? string.Concat(shape.Select(letter => letter switch { 'H' => lines[0], 'A' => lines[1], 'B' => lines[2], 'E' => lines[3], _ => letter.ToString() })) : shape;

        var trouble = await Xunit.Record.ExceptionAsync(() => ExportedRecord.Read(Encoding.UTF8.GetBytes(file)));
        if (line == 0)
        {
            Assert.Null(trouble);
            return;
        }

        var bad = Assert.IsType<ExportFormatException>(trouble);
        Assert.Equal(line, bad.Line);
        Assert.Contains(told, bad.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_event_is_not_exported_as_if_it_were_whole()
    {
        var whole = (await ExportedRecord.Make(1)).Events[0];
        var events = new[] { whole with { Data = [.. whole.Data, 0xff] } }.ToAsyncEnumerable();
        var trouble = await Assert.ThrowsAsync<ExportFormatException>(() => ExportWriter.Write(events, new ExportHeader(ExportFormat.Name, "", null), Stream.Null));
        Assert.Contains("city/vn-thanh-pho-000000 version 1", trouble.Message, StringComparison.Ordinal);
    }

    private static string Everything(RecordedEvent recorded) => string.Join('|',
        recorded.Position, recorded.Stream, recorded.Version, recorded.Type, recorded.OccurredOn, recorded.RecordedAt, recorded.CommandId, recorded.CommandIndex,
        Convert.ToHexString(recorded.Hash), Convert.ToHexString(recorded.Meta), Convert.ToHexString(recorded.Data));
}
