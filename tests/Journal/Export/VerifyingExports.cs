using System.Text;
using System.Text.Json.Nodes;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Journal.Verification;

namespace CityGrains.Journal.Tests.Export;

/// <summary>What an auditor finds with an export, a checkpoint and a public key, and nothing else.</summary>
public class VerifyingExports
{
    [Fact]
    public async Task What_nobody_touched_is_intact()
    {
        var report = await (await ExportedRecord.Make(10, 20, 5)).Verify();
        Assert.True(report.IsIntact, report.First?.Reason.En);
        Assert.Equal((70, 35), (report.Events, report.Streams));
    }

    [Fact]
    public async Task Events_recorded_after_the_checkpoint_are_no_fault()
    {
        var record = await ExportedRecord.Make(10, 20);
        Assert.True((await (record with { Checkpoints = [record.Checkpoints[1]] }).Verify()).IsIntact);
    }

    [Fact]
    public async Task An_event_that_was_edited_is_named_with_its_line()
    {
        var record = await ExportedRecord.Make(10);
        var first = (await Altered(record, 8, line => line["data"] = line["data"]!.GetValue<string>().Replace("2000000", "3000000", StringComparison.Ordinal))).First!;
        var edited = record.Events[7];
        Assert.Equal((VerifiedPart.Events, edited.Stream.ToString(), edited.Version, edited.Position), (first.What, first.Stream, first.Version, first.Position));
        Assert.StartsWith("Line 9: The hash does not fit", first.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_rewritten_with_all_its_hashes_contradicts_the_checkpoint_that_follows_it()
    {
        var record = await ExportedRecord.Make(10, 20, 5);
        var stream = record.Events[25].Stream;
        var previous = HashChain.Start;
        var lines = record.Text.Split('\n');
        for (var i = 0; i < record.Events.Count; i++)
        {
            if (record.Events[i].Stream != stream) continue;
            var forged = record.Events[i] with { OccurredOn = "1999" };
            previous = HashChain.Hash(previous, forged);
            var line = JsonNode.Parse(lines[i + 1])!.AsObject();
            (line["occurredOn"], line["hash"]) = ("1999", Convert.ToHexStringLower(previous));
            lines[i + 1] = line.ToJsonString();
        }

        var report = await record.Verify(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        Assert.Contains("checkpoint of size 60: one of the events 21 to 60", Assert.Single(report.Findings).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_taken_away_from_the_end_are_missed()
    {
        var record = await ExportedRecord.Make(10);
        var lines = record.Text.Split('\n').ToList();
        lines.RemoveRange(20, 1);
        lines[20] = "{\"end\":\"citygrains-export/1\",\"events\":19}";
        var report = await record.Verify(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        Assert.Contains("The file has 19 events, and a checkpoint was signed of 20", Assert.Single(report.Findings).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_events_that_changed_places_are_noticed()
    {
        var record = await ExportedRecord.Make(10);
        var lines = record.Text.Split('\n');
        var other = Enumerable.Range(2, 18).First(i => record.Events[i].Stream != record.Events[0].Stream && record.Events[i].Version == 1);
        (lines[1], lines[other + 1]) = (lines[other + 1], lines[1]);
        Assert.False((await record.Verify(Encoding.UTF8.GetBytes(string.Join('\n', lines)))).IsIntact);
    }

    [Fact]
    public async Task A_checkpoint_that_was_edited_or_that_a_stranger_signed_is_refused()
    {
        var record = await ExportedRecord.Make(10);
        using var stranger = SealKey.Create();
        var forged = Checkpoint.Sign(record.Checkpoints[0].Origin, 20, record.Checkpoints[0].Root, DateTimeOffset.UnixEpoch, stranger);
        var edited = Checkpoint.Parse(record.Checkpoints[0].Note.ToString().Replace("time 2026", "time 2025", StringComparison.Ordinal));

        Assert.Contains("not in the key file", (await (record with { Checkpoints = [forged] }).Verify()).First!.Reason.En, StringComparison.Ordinal);
        Assert.Contains("signature", (await (record with { Checkpoints = [edited] }).Verify()).First!.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_of_another_record_is_told()
    {
        var record = await ExportedRecord.Make(2);
        var other = await ExportedRecord.Make(2);
        var report = await (record with { Checkpoints = other.Checkpoints, Keys = other.Keys }).Verify();
        Assert.Contains(report.Findings, finding => finding.Reason.En.Contains("is of the record", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_flipped_byte_is_found_or_changes_nothing_that_was_hashed()
    {
        var record = await ExportedRecord.Make(1, 1);
        var whole = Encoding.UTF8.GetBytes(record.Text);
        var hashed = record.Events.Select(Hashed).ToList();
        var harmless = 0;
        for (var i = 0; i < whole.Length; i++)
        {
            var altered = (byte[])whole.Clone();
            altered[i] ^= (i % 3) switch { 0 => 0x01, 1 => 0x20, _ => 0x80 };
            if (!(await record.Verify(altered)).IsIntact) continue;
            harmless++;
            Assert.Equal(hashed, (await ExportedRecord.Read(altered)).Select(Hashed));
        }

        Assert.InRange(harmless, 1, whole.Length / 5);
    }

    private static string Hashed(RecordedEvent recorded) => string.Join('|',
        recorded.Stream, recorded.Version, recorded.Type, recorded.OccurredOn, recorded.RecordedAt, recorded.CommandId, recorded.CommandIndex,
        Convert.ToHexString(recorded.Hash), Convert.ToHexString(recorded.Meta), Convert.ToHexString(recorded.Data));

    private static Task<VerificationReport> Altered(ExportedRecord record, int number, Action<JsonObject> alter)
    {
        var lines = record.Text.Split('\n');
        var line = JsonNode.Parse(lines[number])!.AsObject();
        alter(line);
        lines[number] = line.ToJsonString();
        return record.Verify(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }
}
