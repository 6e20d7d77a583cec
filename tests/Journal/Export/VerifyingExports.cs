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
    public async Task Events_recorded_after_the_checkpoint_are_no_fault_and_it_is_told_how_many_it_covers()
    {
        var record = await ExportedRecord.Make(10, 20);
        foreach (var kept in record.Checkpoints)
        {
            var report = await (record with { Checkpoints = [kept] }).Verify();
            Assert.Equal((true, 60, kept.Size), (report.IsIntact, report.Events, report.Covered));
        }
    }

    [Fact]
    public async Task An_event_that_was_edited_is_named_with_its_line()
    {
        var record = await ExportedRecord.Make(10);
        var edited = record.Events[7];
        var first = (await Altered(record, record.LineOf(edited), line => line["data"] = line["data"]!.GetValue<string>().Replace("2000000", "3000000", StringComparison.Ordinal))).First!;
        Assert.Equal(
            (VerifiedPart.Events, edited.Stream.ToString(), edited.Version, edited.Position), (first.What, first.Stream, first.Version, first.Position));
        Assert.StartsWith($"Line {record.LineOf(edited)}: The hash does not fit", first.Reason.En, StringComparison.Ordinal);
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
            var number = record.LineOf(record.Events[i]) - 1;
            var line = JsonNode.Parse(lines[number])!.AsObject();
            (line["occurredOn"], line["hash"]) = ("1999", Convert.ToHexStringLower(previous));
            lines[number] = line.ToJsonString();
        }

        var report = await record.Verify(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        Assert.Contains(report.Findings, finding => finding.Reason.En.Contains("checkpoint of size 60: one of the events 21 to 60", StringComparison.Ordinal));
        var own = Assert.Single(report.Findings, finding => finding.Reason.En.StartsWith("Line", StringComparison.Ordinal));
        Assert.Contains("The root is not that of the checkpoint of size 60: an event before this line", own.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_taken_away_from_the_end_are_missed()
    {
        var record = await ExportedRecord.Make(10);
        var lines = record.Text.Split('\n').ToList();
        lines.RemoveRange(record.LineOf(record.Events[19]) - 1, 2);
        lines[^2] = lines[^2].Replace("\"events\":20", "\"events\":19", StringComparison.Ordinal);
        var report = await record.Verify(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        Assert.Contains("The file has 19 events, and a checkpoint was signed of 20", Assert.Single(report.Findings).Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_events_that_changed_places_are_noticed()
    {
        var record = await ExportedRecord.Make(10);
        var lines = record.Text.Split('\n');
        var other = Enumerable.Range(2, 18).First(i => record.Events[i].Stream != record.Events[0].Stream && record.Events[i].Version == 1);
        var (one, two) = (record.LineOf(record.Events[0]) - 1, record.LineOf(record.Events[other]) - 1);
        (lines[one], lines[two]) = (lines[two], lines[one]);
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
    public async Task A_file_is_held_against_its_own_seals_where_there_is_nothing_else()
    {
        var record = await ExportedRecord.Make(10, 20);
        Assert.Null(await Alone(record.Text));

        var (one, two) = (record.LineOf(record.Events[0]), record.LineOf(record.Events[19]));
        var lines = record.Text.Split('\n');
        Assert.StartsWith($"Line {two}: The checkpoint of size 20 stands after 19 events", await Alone(string.Join('\n', lines.Where((_, i) => i != two - 1))),
            StringComparison.Ordinal);
        Assert.StartsWith($"Line {one}: The hash does not fit", await Alone(record.Text.Replace("Thành phố 0000", "Thành phố 000O", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Contains("Key 1 was not rightly introduced", await Alone(record.Text.Replace("\\nfirst\\n", "\\nlost\\n", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.Contains("is not signed by a key of this record", await Alone(string.Join('\n', lines.Where((_, i) => i != 1))), StringComparison.Ordinal);
        Assert.Contains("SHA-256 is another", await Alone(record.Text.Replace("\"createdAt\":\"2026", "\"createdAt\":\"2025", StringComparison.Ordinal)),
            StringComparison.Ordinal);
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
            Assert.NotNull(await Alone(altered));
            Assert.Equal(hashed, (await ExportedRecord.Read(altered)).Select(Hashed));
        }

        Assert.InRange(harmless, 1, whole.Length / 5);
    }

    private static string Hashed(RecordedEvent recorded) => string.Join('|',
        recorded.Stream, recorded.Version, recorded.Type, recorded.OccurredOn, recorded.RecordedAt, recorded.CommandId, recorded.CommandIndex,
        Convert.ToHexString(recorded.Hash), Convert.ToHexString(recorded.Meta), Convert.ToHexString(recorded.Data));

    private static Task<string?> Alone(string text) => Alone(Encoding.UTF8.GetBytes(text));

    private static async Task<string?> Alone(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return (await CityGrains.Journal.Export.ExportVerification.RunAlone(file)).First?.Reason.En;
    }

    private static Task<VerificationReport> Altered(ExportedRecord record, int number, Action<JsonObject> alter)
    {
        var lines = record.Text.Split('\n');
        var line = JsonNode.Parse(lines[number - 1])!.AsObject();
        alter(line);
        lines[number - 1] = line.ToJsonString();
        return record.Verify(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }
}
