using CityGrains.Journal.Rows;
using CityGrains.Journal.Verification;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Suite;

public abstract class Rebuilding : StoreSuite
{
    [Fact]
    public async Task A_whole_store_is_intact()
    {
        await Fill();
        var report = await Store.Verify();
        Assert.True(report.IsIntact, report.First?.ToString());
        Assert.Equal((92, 60), (report.Events, report.Streams));
        Assert.Null(report.First);
    }

    [Fact]
    public async Task An_empty_store_is_intact() => Assert.True((await Store.Verify()).IsIntact);

    [Fact]
    public async Task Rows_rebuilt_are_the_live_rows_bit_for_bit()
    {
        await Fill();
        var live = await Everything();

        await Store.Rebuild();

        Assert.Equal(live, await Everything());
        Assert.True((await Store.Verify()).IsIntact);
        Assert.Equal(AppendStatus.Appended, (await Append("agr-1", Progress(99))).Status);
    }

    [Fact]
    public async Task A_rebuild_tells_how_far_it_has_come()
    {
        await Fill();
        var told = new Told<RebuildProgress>();
        await Store.Rebuild(told);
        Assert.Equal(92, told.Last.Done);
        Assert.Equal(92, told.Last.Total);
    }

    [Fact]
    public async Task A_verification_runs_while_others_write()
    {
        await Fill();
        var writing = Task.WhenAll(Enumerable.Range(100, 100).Select(async i =>
        {
            await Append($"agr-{i}", Legacy());
            await Append($"agr-{i}", Progress(i % 100));
        }));
        for (var i = 0; i < 3; i++)
        {
            var report = await Store.Verify();
            Assert.True(report.IsIntact, report.First?.ToString());
        }

        await writing;
    }

    private async Task Fill()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(async i =>
        {
            await Append($"agr-{i}", Legacy());
            await Append($"agr-{i}", Progress(i));
        }));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => AppendCity($"city-{i}", City($"Phố {i}"))));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => AppendOffice($"office-{i}", Office($"Sở Ngoại vụ {i}"))));
        await AppendOffice("office-1", Renamed("Sở Ngoại vụ 1", "Phố 1"), Closed());
    }

    private async Task<List<string>> Everything()
    {
        var all = new List<string>();
        foreach (var kind in Enum.GetValues<StreamKind>())
        {
            var rows = await Rows.List(kind, new RowFilter([], null, null, 500));
            all.AddRange(rows.Select(row => $"{kind} {row.Id} {row.Version} {Convert.ToBase64String(row.Body)}"));
            all.Add((await Rows.Count(kind, new RowFilter([], "pho", null, 1))).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        all.Add(System.Text.Json.JsonSerializer.Serialize(await Rows.Summary()));
        return all;
    }

    private sealed class Told<T> : IProgress<T>
    {
        public T Last { get; private set; } = default!;

        public void Report(T value) => Last = value;
    }
}
