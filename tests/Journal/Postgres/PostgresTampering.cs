using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Domain.Requests;
using CityGrains.Journal.Verification;
using CityGrains.Tests;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Postgres;

/// <summary>Whoever changes the database behind the program's back is found out, and told where.</summary>
[Collection(OneServer.Name)]
public sealed class PostgresTampering(PostgresCluster cluster) : PostgresSuite(cluster)
{
    [Theory]
    [InlineData("UPDATE citygrains.events SET data = replace(data, '40', '41') WHERE position = 5")]
    [InlineData("UPDATE citygrains.events SET meta = replace(meta, 'lan', 'hoa') WHERE position = 5")]
    [InlineData("UPDATE citygrains.events SET occurred_on = '2020-01-01' WHERE position = 5")]
    [InlineData("UPDATE citygrains.events SET recorded_at = replace(recorded_at, '2026', '2025') WHERE position = 5")]
    [InlineData("UPDATE citygrains.events SET type = 'milestone-met/1' WHERE position = 5")]
    [InlineData("UPDATE citygrains.events SET type = 'never-heard-of/1' WHERE position = 5")]
    [InlineData("UPDATE citygrains.events SET hash = '' WHERE position = 5")]
    [InlineData("UPDATE citygrains.events SET command_id = gen_random_uuid() WHERE position = 5")]
    [InlineData("UPDATE citygrains.events SET command_index = 7 WHERE position = 5")]
    [InlineData("UPDATE citygrains.events SET data = 'no json' WHERE position = 5")]
    [InlineData("UPDATE citygrains.events SET version = 12 WHERE position = 5")]
    [InlineData("DELETE FROM citygrains.events WHERE position = 5")]
    public async Task A_changed_event_is_named(string tampering)
    {
        await Fill();
        await Query(tampering);

        var first = (await Store.Verify()).First;
        Assert.NotNull(first);
        Assert.Equal((VerifiedPart.Events, "agreement/agr-1"), (first.What, first.Stream));
        Assert.True(first.Position is 5 or 6, $"position {first.Position}"); // an event moved away shows at the one that now follows
    }

    [Theory]
    [InlineData("DELETE FROM citygrains.events WHERE position = 1", "agreement/agr-0")]
    [InlineData("UPDATE citygrains.events SET version = version + 10 WHERE stream = 'agreement/agr-0'", "agreement/agr-0")]
    [InlineData("UPDATE citygrains.events SET stream = 'no-stream' WHERE stream = 'agreement/agr-0'", "no-stream")]
    [InlineData("UPDATE citygrains.events SET stream = 'agreement/agr-9' WHERE stream = 'agreement/agr-0'", "agreement/agr-9")]
    public async Task A_missing_or_moved_event_is_noticed_in_its_stream(string tampering, string stream)
    {
        await Fill();
        await Query(tampering);

        var first = (await Store.Verify()).First;
        Assert.NotNull(first);
        Assert.Equal((VerifiedPart.Events, stream), (first.What, first.Stream));
    }

    [Theory]
    [InlineData("UPDATE citygrains.agreements SET title = 'Khác' WHERE id = 'agr-1'", "column title")]
    [InlineData("UPDATE citygrains.agreements SET body = replace(body, '60', '61') WHERE id = 'agr-1'", "column body")]
    [InlineData("UPDATE citygrains.agreements SET version = 2 WHERE id = 'agr-1'", "column version")]
    [InlineData("UPDATE citygrains.agreements SET search = 'khac' WHERE id = 'agr-1'", "column search")]
    [InlineData("UPDATE citygrains.agreements SET signed_on = NULL WHERE id = 'agr-1'", "column signed_on")]
    [InlineData("UPDATE citygrains.agreements SET number = 500 WHERE id = 'agr-1'", "column number")]
    [InlineData("DELETE FROM citygrains.agreements WHERE id = 'agr-1'", "no row")]
    [InlineData("UPDATE citygrains.agreements SET id = 'agr-9' WHERE id = 'agr-1'", "no row")]
    public async Task A_changed_row_is_named_with_its_column(string tampering, string reason)
    {
        await Fill();
        await Query(tampering);

        var first = (await Store.Verify()).First;
        Assert.NotNull(first);
        Assert.Equal((VerifiedPart.Rows, "agreement/agr-1"), (first.What, first.Stream));
        Assert.Contains(reason, first.Reason.En, StringComparison.Ordinal);
        await Store.Rebuild();
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_row_nobody_recorded_is_named()
    {
        await Fill();
        await Query(
            "INSERT INTO citygrains.cities SELECT 99, 'vn-x', version, hash, recorded_at, format, name, country, search, body FROM citygrains.cities LIMIT 1");
        Assert.Equal((VerifiedPart.Rows, "city/vn-x"), ((await Store.Verify()).First!.What, (await Store.Verify()).First!.Stream));
    }

    [Theory]
    [InlineData("UPDATE citygrains.counters SET n = n + 1 WHERE kind = 'agreement' AND name = 'total'", VerifiedPart.Counters)]
    [InlineData("DELETE FROM citygrains.counters WHERE name = 'country'", VerifiedPart.Counters)]
    [InlineData("INSERT INTO citygrains.counters VALUES ('agreement', 'state', 'Signed', 1)", VerifiedPart.Counters)]
    [InlineData("UPDATE citygrains.agreement_lives SET life = replace(life, 'InEffect', 'Signed')", VerifiedPart.Periods)]
    [InlineData("DELETE FROM citygrains.agreement_lives WHERE id = 'agr-1'", VerifiedPart.Periods)]
    [InlineData("UPDATE citygrains.agreement_facets SET value = 'Signed' WHERE name = 'state' AND number = 4", VerifiedPart.Index)]
    [InlineData("DELETE FROM citygrains.city_facets", VerifiedPart.Index)]
    [InlineData("UPDATE citygrains.clocks SET trigger_day = '2020-01-01' WHERE clock = 'plan'", VerifiedPart.Clocks)]
    [InlineData("DELETE FROM citygrains.clocks WHERE clock = 'silent'", VerifiedPart.Clocks)]
    public async Task Counters_and_facets_are_compared_with_the_rows(string tampering, VerifiedPart part)
    {
        await Fill();
        await Query(tampering);

        Assert.Equal(part, (await Store.Verify()).First!.What);
        await Store.Rebuild();
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Theory]
    [InlineData("UPDATE citygrains.requests SET standing = 'Answered'")]
    [InlineData("UPDATE citygrains.requests SET body = replace(body, 'UNESCO', 'ASEAN')")]
    [InlineData("UPDATE citygrains.requests SET number = 99")]
    [InlineData("DELETE FROM citygrains.requests")]
    public async Task Requests_are_compared_with_what_the_events_say(string tampering)
    {
        await Fill();
        await AppendCity("vn-0", new CityFeedbackRequested("r1", new Question("UNESCO", "Ngày nào?", DateOfRecord.Year(2024))));
        await Query(tampering);

        Assert.Equal(VerifiedPart.Belongings, (await Store.Verify()).First!.What);
        await Store.Rebuild();
        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task An_append_onto_a_row_that_was_changed_is_refused_and_its_neighbours_go_on()
    {
        await Fill();
        var draft = await Draft("agr-1", Ask(), Progress(80));
        await Query("UPDATE citygrains.agreements SET version = 2 WHERE id = 'agr-1'");

        var refused = Journal.Append(draft);
        var neighbours = await Task.WhenAll(Enumerable.Range(10, 20).Select(i => Append($"agr-{i}", Legacy())));

        Assert.Contains("agreement/agr-1", (await Assert.ThrowsAsync<JournalUnavailableException>(() => refused)).Message, StringComparison.Ordinal);
        Assert.All(neighbours, outcome => Assert.Equal(AppendStatus.Appended, outcome.Status));
        await Store.Rebuild();
        Assert.Equal(AppendStatus.Appended, (await Journal.Append(draft)).Status);
    }

    /// <summary>Positions 1 to 3 are agr-0, 4 to 6 agr-1, 7 and 8 two cities.</summary>
    private async Task Fill()
    {
        for (var i = 0; i < 2; i++) await Append($"agr-{i}", Legacy(), Progress(40), Progress(60));
        for (var i = 0; i < 2; i++) await AppendCity($"vn-{i}", City($"Phố {i}"));
    }
}
