using CityGrains.Silo;
using Microsoft.Data.Sqlite;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace CityGrains.Grains.Tests;

public sealed class Cursor
{
    public long Position { get; set; }

    public string? Note { get; set; }
}

public interface IReadingGrain : IGrainWithStringKey
{
    Task<(long Position, string? Note, bool Exists)> Now();

    Task Move(long position, string? note);

    Task Forget();

    Task Sleep();
}

public sealed class ReadingGrain([PersistentState("test-cursor", GrainHosting.WorkingStorage)] IPersistentState<Cursor> cursor) : Grain, IReadingGrain
{
    public Task<(long Position, string? Note, bool Exists)> Now() => Task.FromResult((cursor.State.Position, cursor.State.Note, cursor.RecordExists));

    public async Task Move(long position, string? note)
    {
        (cursor.State.Position, cursor.State.Note) = (position, note);
        await cursor.WriteStateAsync();
    }

    public Task Forget() => cursor.ClearStateAsync();

    public Task Sleep()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public sealed class StorageTests : IAsyncLifetime
{
    private GrainsHost _grains = null!;

    public async ValueTask InitializeAsync() => _grains = await GrainsHost.Start();

    public ValueTask DisposeAsync() => _grains.DisposeAsync();

    [Fact]
    public async Task State_that_was_never_stored_is_new() => Assert.Equal((0, null, false), await _grains.Grain<IReadingGrain>("a").Now());

    [Fact]
    public async Task Stored_state_is_there_when_the_grain_comes_back()
    {
        var grain = _grains.Grain<IReadingGrain>("a");
        await grain.Move(1, "một");
        await grain.Move(2, "hai");
        await grain.Sleep();
        Assert.Equal((2, "hai", true), await grain.Now());
        Assert.Equal((0, null, false), await _grains.Grain<IReadingGrain>("b").Now());
    }

    [Fact]
    public async Task Cleared_state_is_new_again_and_can_be_stored_again()
    {
        var grain = _grains.Grain<IReadingGrain>("a");
        await grain.Move(1, "một");
        await grain.Forget();
        Assert.Equal((0, null, false), await grain.Now());
        await grain.Sleep();
        Assert.Equal((0, null, false), await grain.Now());
        await grain.Move(3, null);
        await grain.Sleep();
        Assert.Equal((3, null, true), await grain.Now());
    }

    [Fact]
    public async Task State_that_somebody_else_stored_in_between_is_not_overwritten()
    {
        var grain = _grains.Grain<IReadingGrain>("a");
        await grain.Move(1, null);
        await Sql("UPDATE OrleansStorage SET Version = Version + 1, PayloadBinary = CAST('{\"Position\":7}' AS BLOB)");
        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Move(2, null));
        await Probe.Eventually(async () => await grain.Now() == (7, null, true));
        await grain.Move(8, null);
        Assert.Equal((8, null, true), await grain.Now());
    }

    [Theory]
    [InlineData("sealer", "0 0 sealer")]
    [InlineData("feed", "0 65261 ")]
    [InlineData("feed+late", "0 65261 late")]
    [InlineData("0123456789abcdef0123456789abcdef", "-3607513408948976281 -1167088121787636991 ")]
    public async Task Both_runtimes_find_the_same_row(string key, string columns)
    {
        await _grains.Grain<IReadingGrain>(key).Move(1, "x");
        Assert.Equal(
            $"citygrains test-cursor {columns} 1 {{\"Position\":1,\"Note\":\"x\"}}",
            await Sql("SELECT concat_ws(' ', ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString, Version, CAST(PayloadBinary AS TEXT)) FROM OrleansStorage"));
    }

    private async Task<string?> Sql(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_grains.DatabaseFile}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
