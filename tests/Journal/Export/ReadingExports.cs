using System.Text;
using CityGrains.Journal.Export;
using CityGrains.Journal.Keys;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Webhooks;

namespace CityGrains.Journal.Tests.Export;

/// <summary>The file of the whole record: a header, keys, an event a line with the checkpoints between, an end.</summary>
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
        var lines = (await ExportedRecord.Make(1, 1)).Text.Split('\n');
        Assert.Equal(10, lines.Length);
        Assert.StartsWith("{\"format\":\"citygrains-export/2\",\"createdAt\":\"2026-03-02T", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"sealKey\":\"citygrains-key/1\\ncitygrains/", lines[1], StringComparison.Ordinal);
        Assert.StartsWith(
            "{\"stream\":\"city/vn-thanh-pho-000000\",\"version\":1,\"type\":\"city-registered/1\",\"occurredOn\":\"", lines[2], StringComparison.Ordinal);
        Assert.Contains("\"data\":\"{\\\"name\\\":\\\"Thành phố 0000\\\",", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("{\"checkpoint\":\"citygrains/", lines[4], StringComparison.Ordinal);
        Assert.Contains("\\n2\\n", lines[4], StringComparison.Ordinal);
        Assert.Contains("\\n4\\n", lines[7], StringComparison.Ordinal);
        Assert.Matches("^{\"end\":\"citygrains-export/2\",\"events\":4,\"sha256\":\"[0-9a-f]{64}\"}$", lines[8]);
        Assert.Equal("", lines[9]);
    }

    [Theory]
    [InlineData("", 1, "does not begin with the header")]
    [InlineData("{\"format\":\"citygrains-export/1\",\"createdAt\":\"x\",\"origin\":null}\n", 1,
        "written as citygrains-export/1, and this program reads citygrains-export/2")]
    [InlineData("{\"format\":\"citygrains-export/30\",\"more\":1}\n", 1, "written as citygrains-export/30")]
    [InlineData("not json\n", 1, "does not begin with the header")]
    [InlineData("H", 2, "cut off")]
    [InlineData("HKAB", 5, "cut off")]
    [InlineData("HKABCE", 0, "")]
    [InlineData("HABE", 0, "")]
    [InlineData("HAE", 3, "The last line says 2 events, the file has 1")]
    [InlineData("HABEA", 5, "Something stands after the last line")]
    [InlineData("HABE\n", 5, "Something stands after the last line")]
    [InlineData("HABEx", 5, "Something stands after the last line")]
    [InlineData("HA[]\n", 3, "not written as it must be")]
    [InlineData("HA\n", 3, "not written as it must be")]
    [InlineData("HAnull\n", 3, "not written as it must be")]
    [InlineData("HA{\"stream\":1}\n", 3, "not written as it must be")]
    [InlineData("HA{\"checkpoint\":\"7\"}\n", 3, "not written as it must be")]
    [InlineData("H{\"sealKey\":null}\n", 2, "not written as it must be")]
    [InlineData("H{\"callerKey\":{\"name\":\"x\"}}\n", 2, "not written as it must be")]
    public async Task A_file_that_is_not_as_it_must_be_is_told_with_its_line(string shape, long line, string told)
    {
        var record = await ExportedRecord.Make(1);
        var lines = record.Text.Split('\n').Select(text => text + "\n").ToList();
        var file = shape.StartsWith('H')
            ? string.Concat(shape.Select(letter => "HKABCE".IndexOf(letter, StringComparison.Ordinal) is >= 0 and var i ? lines[i] : letter.ToString()))
            : shape;

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
        await using var home = new Stores.SqliteHome();
        await using var store = await home.Open();
        var whole = (await ExportedRecord.Make(1)).Events[0];
        await using var damaged = new Damaged(whole with { Data = [.. whole.Data, 0xff] }, store.Seals);
        var trouble = await Assert.ThrowsAsync<ExportFormatException>(() => ExportWriter.Write(damaged, DateTimeOffset.UnixEpoch, Stream.Null));
        Assert.Contains("city/vn-thanh-pho-000000 version 1", trouble.Message, StringComparison.Ordinal);
    }

    private static string Everything(RecordedEvent recorded) => string.Join('|',
        recorded.Position, recorded.Stream, recorded.Version, recorded.Type, recorded.OccurredOn, recorded.RecordedAt, recorded.CommandId,
        recorded.CommandIndex,
        Convert.ToHexString(recorded.Hash), Convert.ToHexString(recorded.Meta), Convert.ToHexString(recorded.Data));

    private sealed class Damaged(RecordedEvent only, ISealReading seals) : IWholeRecord
    {
        public ISealReading Seals => seals;

        public IAsyncEnumerable<RecordedEvent> Events(CancellationToken cancel) => new[] { only }.ToAsyncEnumerable();

        public Task<IReadOnlyList<StoredKey>> CallerKeys(CancellationToken cancel) => Task.FromResult<IReadOnlyList<StoredKey>>([]);

        public Task<IReadOnlyList<Webhook>> Webhooks(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Webhook>>([]);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
