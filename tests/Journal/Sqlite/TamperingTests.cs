using System.Text;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;
using CityGrains.Journal.Sqlite;
using CityGrains.Journal.Verification;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Sqlite;

/// <summary>Whoever changes the file behind the program's back is found out, and told where.</summary>
public sealed class TamperingTests : SqliteSuite
{
    [Theory]
    [InlineData("UPDATE events SET data = replace(data, '40', '41') WHERE position = 5")]
    [InlineData("UPDATE events SET meta = replace(meta, 'lan', 'hoa') WHERE position = 5")]
    [InlineData("UPDATE events SET occurred_on = '2020-01-01' WHERE position = 5")]
    [InlineData("UPDATE events SET recorded_at = replace(recorded_at, '2026', '2025') WHERE position = 5")]
    [InlineData("UPDATE events SET type = 'milestone-met/1' WHERE position = 5")]
    [InlineData("UPDATE events SET type = 'never-heard-of/1' WHERE position = 5")]
    [InlineData("UPDATE events SET hash = zeroblob(32) WHERE position = 5")]
    [InlineData("UPDATE events SET hash = x'' WHERE position = 5")]
    [InlineData("UPDATE events SET command_id = zeroblob(16) WHERE position = 5")]
    [InlineData("UPDATE events SET command_id = x'00' WHERE position = 5")]
    [InlineData("UPDATE events SET command_index = 7 WHERE position = 5")]
    [InlineData("UPDATE events SET data = 'no json' WHERE position = 5")]
    [InlineData("UPDATE events SET data = x'ff' WHERE position = 5")]
    [InlineData("UPDATE events SET version = 12 WHERE position = 5")]
    public async Task A_changed_event_is_named(string tampering)
    {
        await Fill();
        Query($"{tampering} RETURNING 1");

        var first = (await Store.Verify()).First;
        Assert.NotNull(first);
        Assert.Equal((VerifiedPart.Events, "agreement/agr-1"), (first.What, first.Stream));
        Assert.True(first.Position is 5 or 6, $"position {first.Position}"); // an event moved away shows at the one that now follows
    }

    [Theory]
    [InlineData("DELETE FROM events WHERE position = 5", "agreement/agr-1")]
    [InlineData("DELETE FROM events WHERE position = 1", "agreement/agr-0")]
    [InlineData("UPDATE events SET version = version + 10 WHERE stream = 'agreement/agr-0'", "agreement/agr-0")]
    [InlineData("UPDATE events SET version = -1 WHERE position = 1", "agreement/agr-0")]
    [InlineData("UPDATE events SET stream = 'no-stream' WHERE stream = 'agreement/agr-0'", "no-stream")]
    [InlineData("UPDATE events SET stream = 'agreement/agr-9' WHERE stream = 'agreement/agr-0'", "agreement/agr-9")]
    public async Task A_missing_or_moved_event_is_noticed_in_its_stream(string tampering, string stream)
    {
        await Fill();
        Query($"{tampering} RETURNING 1");

        var first = (await Store.Verify()).First;
        Assert.NotNull(first);
        Assert.Equal((VerifiedPart.Events, stream), (first.What, first.Stream));
    }

    [Theory]
    [InlineData("UPDATE agreements SET title = 'Khác' WHERE id = 'agr-1'", "column title")]
    [InlineData("UPDATE agreements SET body = replace(body, '60', '61') WHERE id = 'agr-1'", "column body")]
    [InlineData("UPDATE agreements SET version = 2 WHERE id = 'agr-1'", "column version")]
    [InlineData("UPDATE agreements SET search = 'khac' WHERE id = 'agr-1'", "column search")]
    [InlineData("UPDATE agreements SET facets = '' WHERE id = 'agr-1'", "column facets")]
    [InlineData("UPDATE agreements SET signed_on = NULL WHERE id = 'agr-1'", "column signed_on")]
    [InlineData("UPDATE agreements SET number = 500 WHERE id = 'agr-1'", "column number")]
    [InlineData("DELETE FROM agreements WHERE id = 'agr-1'", "no row")]
    [InlineData("UPDATE agreements SET id = 'agr-9' WHERE id = 'agr-1'", "no row")]
    public async Task A_changed_row_is_named_with_its_column(string tampering, string reason)
    {
        await Fill();
        Query($"{tampering} RETURNING 1");

        var first = (await Store.Verify()).First;
        Assert.NotNull(first);
        Assert.Equal((VerifiedPart.Rows, "agreement/agr-1"), (first.What, first.Stream));
        Assert.Contains(reason, first.Reason.En, StringComparison.Ordinal);
        await Store.Rebuild();
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("9223372036854775807", "position = 1")]
    [InlineData("-9223372036854775807", "position = 1")]
    [InlineData("9223372036854775000 + position", "stream = 'agreement/agr-0'")]
    public async Task Events_moved_as_far_as_numbers_go_are_noticed_without_walking_there(string position, string events)
    {
        await Fill();
        Query($"UPDATE events SET position = {position} WHERE {events} RETURNING 1");

        var first = (await Store.Verify(cancel: TestContext.Current.CancellationToken)).First;
        Assert.NotNull(first);
        Assert.Equal((VerifiedPart.Rows, "agreement/agr-0"), (first.What, first.Stream));
        await Store.Rebuild(cancel: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_row_nobody_recorded_is_named()
    {
        await Fill();
        Query("INSERT INTO cities SELECT 99, 'vn-x', version, hash, recorded_at, format, name, country, search, facets, body FROM cities LIMIT 1 RETURNING 1");
        Assert.Equal((VerifiedPart.Rows, "city/vn-x"), ((await Store.Verify()).First!.What, (await Store.Verify()).First!.Stream));
    }

    [Theory]
    [InlineData("UPDATE counters SET n = n + 1 WHERE kind = 'agreement' AND name = 'total'", VerifiedPart.Counters)]
    [InlineData("DELETE FROM counters WHERE name = 'country'", VerifiedPart.Counters)]
    [InlineData("INSERT INTO counters VALUES ('agreement', 'state', 'Signed', 1)", VerifiedPart.Counters)]
    [InlineData("UPDATE agreement_lives SET life = replace(life, 'InEffect', 'Signed')", VerifiedPart.Periods)]
    [InlineData("DELETE FROM agreement_lives WHERE id = 'agr-1'", VerifiedPart.Periods)]
    [InlineData("INSERT INTO agreement_index (rowid, search, facets) VALUES (1, 'khac', '')", VerifiedPart.Index)]
    [InlineData("INSERT INTO city_index (city_index) VALUES ('delete-all')", VerifiedPart.Index)]
    [InlineData("UPDATE agreement_periods SET since = '2020-01-01' WHERE number = 1", VerifiedPart.Periods)]
    [InlineData("UPDATE agreement_periods SET number = 99 WHERE number = 1", VerifiedPart.Periods)]
    [InlineData("DELETE FROM city_periods", VerifiedPart.Periods)]
    [InlineData("UPDATE clocks SET trigger_day = '2020-01-01' WHERE clock = 'plan'", VerifiedPart.Clocks)]
    [InlineData("UPDATE clocks SET running = 0 WHERE clock = 'plan'", VerifiedPart.Clocks)]
    [InlineData("UPDATE clocks SET stream = 'agreement/agr-9' WHERE number = 1", VerifiedPart.Clocks)]
    [InlineData("DELETE FROM clocks WHERE clock = 'silent'", VerifiedPart.Clocks)]
    [InlineData("INSERT INTO agreement_periods SELECT number, 2, recorded_at, replaced_at, since, 'Signed', facets FROM agreement_periods LIMIT 1", VerifiedPart.Periods)]
    public async Task Counters_and_indexes_are_compared_with_the_rows(string tampering, VerifiedPart part)
    {
        await Fill();
        Query(tampering);

        Assert.Equal(part, (await Store.Verify()).First!.What);
        await Store.Rebuild();
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Theory]
    [InlineData("UPDATE requests SET standing = 'Answered'")]
    [InlineData("UPDATE requests SET days = 3")]
    [InlineData("UPDATE requests SET about = CAST(about AS BLOB)")]
    [InlineData("UPDATE requests SET body = replace(body, 'UNESCO', 'ASEAN')")]
    [InlineData("UPDATE requests SET number = 99")]
    [InlineData("UPDATE requests SET stream = 'city/vn-ha-noi'")]
    [InlineData("DELETE FROM requests")]
    [InlineData("INSERT INTO requests SELECT number, 2, stream, about, asked_by, asked_of, due_by, standing, days, body FROM requests")]
    public async Task Requests_are_compared_with_what_the_events_say(string tampering)
    {
        await Fill();
        await AppendCity("vn-son-la", new CityFeedbackRequested("r1", new Question("UNESCO", "Ngày nào?", DateOfRecord.Year(2024))));
        Query(tampering);

        Assert.Equal(VerifiedPart.Belongings, (await Store.Verify()).First!.What);
        await Store.Rebuild();
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_damaged_page_is_reported_and_never_thrown()
    {
        await Fill();
        await Store.DisposeAsync();
        var bytes = await System.IO.File.ReadAllBytesAsync(File);
        for (var page = 1; page < bytes.Length / 4096; page++)
        {
            var damaged = bytes.ToArray();
            Encoding.ASCII.GetBytes("damaged").CopyTo(damaged, page * 4096);
            await System.IO.File.WriteAllBytesAsync(File, damaged);
            Assert.False((await SqliteStore.Verify(File)).IsIntact, $"page {page}");
        }

        await System.IO.File.WriteAllBytesAsync(File, bytes);
        Assert.True((await SqliteStore.Verify(File)).IsIntact);
        await Reopen();
    }

    /// <summary>Positions 1 to 3 are agr-0, 4 to 6 agr-1, 7 and 8 two cities.</summary>
    private async Task Fill()
    {
        await Append("agr-0", Legacy(), Progress(10), Progress(20));
        await Append("agr-1", Legacy(), Progress(40), Progress(60));
        await AppendCity("vn-son-la", City("Sơn La"));
        await AppendCity("vn-ha-noi", City("Hà Nội"));
    }
}
