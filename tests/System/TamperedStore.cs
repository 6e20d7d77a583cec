using Microsoft.Data.Sqlite;

namespace CityGrains.EndToEnd.Tests;

/// <summary>Somebody edits the database by hand; verify finds it and says where.</summary>
public sealed class TamperedStore(SampleRecord sample)
{
    [Theory]
    [InlineData("UPDATE events SET data = replace(data, 'Sơn La', 'Sơn Tây') WHERE stream = 'city/vn-son-la' AND version = 1", "city/vn-son-la")]
    [InlineData("DELETE FROM events WHERE stream = 'city/vn-vinh' AND version = 1", "city/vn-vinh")]
    [InlineData("UPDATE agreements SET state = 'Implemented' WHERE id = (SELECT id FROM agreements WHERE state = 'Proposed' LIMIT 1)", "agreement/")]
    public async Task Verify_names_what_was_changed_and_fails(string change, string named)
    {
        using var data = sample.Copy();
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(data.Path, "citygrains.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = change;
            Assert.True(await command.ExecuteNonQueryAsync() > 0);
        }

        var (code, output) = await Programs.Cli("verify", "--data", data.Path);
        Assert.Equal(1, code);
        Assert.Contains(named, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_being_served_is_verified_beside_its_server_and_rebuilt_by_it_only()
    {
        using var data = sample.Copy();
        using var empty = new DataFolder();
        await using var server = await Server.Start(data.Path);

        Assert.Equal(0, (await Programs.Cli("verify", "--data", data.Path)).Code);
        var refused = await Programs.Cli("rebuild", "--data", data.Path);
        Assert.Equal(2, refused.Code);
        Assert.Contains(server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), refused.Output, StringComparison.Ordinal);
        foreach (var work in new[] { "verify", "rebuild" })
        {
            var (code, output) = await Programs.Cli(work, "--url", server.Url, "--data", data.Path);
            Assert.True(code == 0, output);
            Assert.Equal(2, (await Programs.Cli(work, "--data", empty.Path)).Code);
            Assert.Equal(2, (await Programs.Cli(work, "--url", server.Url, "--data", empty.Path)).Code);
        }
    }

    [Fact]
    public async Task A_server_that_is_asked_to_verify_names_what_was_changed_and_mends_its_rows()
    {
        using var data = sample.Copy();
        await using var server = await Server.Start(data.Path);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(data.Path, "citygrains.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE cities SET name = 'Sơn Tây' WHERE id = 'vn-son-la'";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        var found = await Programs.Cli("verify", "--url", server.Url, "--data", data.Path);
        Assert.Equal(1, found.Code);
        Assert.Contains("city/vn-son-la", found.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Programs.Cli("rebuild", "--url", server.Url, "--data", data.Path)).Code);
        Assert.Equal(0, (await Programs.Cli("verify", "--url", server.Url, "--data", data.Path)).Code);
    }
}
