using System.Globalization;
using CityGrains.Tests;
using Npgsql;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Postgres;

/// <summary>
/// Every single byte of a stored event is flipped, one at a time: the server refuses text that is none, and the verification names everything else.
/// </summary>
[Collection(OneServer.Name)]
public sealed class EveryByteOfAnEvent(PostgresCluster cluster) : PostgresSuite(cluster)
{
    private const string Event = "FROM citygrains.events WHERE version = 2";

    /// <summary>Each column as bytes, and back.</summary>
    public static TheoryData<string, string, string> Columns => new()
    {
        { "stream", "convert_to({0}, 'UTF8')", "convert_from({0}, 'UTF8')" }, { "type", "convert_to({0}, 'UTF8')", "convert_from({0}, 'UTF8')" },
        { "data", "convert_to({0}, 'UTF8')", "convert_from({0}, 'UTF8')" }, { "meta", "convert_to({0}, 'UTF8')", "convert_from({0}, 'UTF8')" },
        { "occurred_on", "convert_to({0}, 'UTF8')", "convert_from({0}, 'UTF8')" }, { "recorded_at", "convert_to({0}, 'UTF8')", "convert_from({0}, 'UTF8')" },
        { "command_id", "uuid_send({0})", "encode({0}, 'hex')::uuid" }, { "hash", "{0}", "{0}" },
    };

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Flipped_is_found(string column, string toBytes, string fromBytes)
    {
        await Append("agr-1", Legacy(), Progress(10));
        await using var connection = await Connect();
        var bytes = string.Format(CultureInfo.InvariantCulture, toBytes, column);
        var whole = (byte[])(await Ask(connection, $"SELECT {bytes} {Event}"))!;
        var change = $"UPDATE citygrains.events SET {column} = {string.Format(CultureInfo.InvariantCulture, fromBytes, "$1")} WHERE version = 2";
        Assert.True((await Store.Verify()).IsIntact);

        for (var at = 0; at < whole.Length; at++)
        {
            var flipped = (byte[])whole.Clone();
            flipped[at] ^= 1;
            if (!await IsTaken(connection, change, flipped)) continue;
            Assert.False((await Store.Verify()).IsIntact, $"byte {at} of {column}");
        }

        await IsTaken(connection, change, whole);
        Assert.True((await Store.Verify()).IsIntact);
    }

    /// <summary>False when the server refuses it as no text.</summary>
    private static async Task<bool> IsTaken(NpgsqlConnection connection, string change, byte[] bytes)
    {
        try
        {
            await Ask(connection, change, bytes);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.CharacterNotInRepertoire)
        {
            return false;
        }
    }

    private static async Task<object?> Ask(NpgsqlConnection connection, string sql, params byte[][] values)
    {
#pragma warning disable CA2100 // The SQL is the test's own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync();
    }
}
