using Microsoft.Data.Sqlite;

namespace CityGrains.EndToEnd.Tests;

/// <summary>Somebody edits the database by hand; verify finds it and says where.</summary>
public class TamperedStore
{
    [Theory]
    [InlineData("UPDATE events SET data = replace(data, 'Sơn La', 'Sơn Tây') WHERE stream = 'city/vn-son-la' AND version = 1", "city/vn-son-la")]
    [InlineData("DELETE FROM events WHERE stream = 'city/vn-vinh' AND version = 1", "city/vn-vinh")]
    [InlineData("UPDATE agreements SET state = 'Implemented' WHERE id = (SELECT id FROM agreements WHERE state = 'Proposed' LIMIT 1)", "agreement/")]
    public async Task Verify_names_what_was_changed_and_fails(string change, string named)
    {
        using var data = new DataFolder();
        await using (var server = await Server.Start(data.Path, environment: null, "--sample")) await server.Terminate();
        Assert.Equal(0, (await Programs.Cli("verify", "--data", data.Path)).Code);

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
    public async Task Verify_refuses_a_store_that_is_being_served_and_a_folder_without_one()
    {
        using var data = new DataFolder();
        using var empty = new DataFolder();
        await using var server = await Server.Start(data.Path);

        var served = await Programs.Cli("verify", "--data", data.Path);
        Assert.Equal(2, served.Code);
        Assert.Contains(server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), served.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await Programs.Cli("verify", "--data", empty.Path)).Code);
    }
}
