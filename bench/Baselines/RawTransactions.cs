using Npgsql;

namespace CityGrains.Bench;

/// <summary>One event a transaction into a bare table of PostgreSQL, over 64 connections, without anything else.</summary>
internal static class RawTransactions
{
    private const int Connections = 64;

    private const string Table = """
        CREATE SCHEMA raw;
        CREATE TABLE raw.events (
            position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stream text COLLATE "C" NOT NULL, version bigint NOT NULL, type text COLLATE "C" NOT NULL, data text NOT NULL, meta text NOT NULL,
            occurred_on text NOT NULL, recorded_at text NOT NULL, command_id uuid NOT NULL, command_index int NOT NULL, hash bytea NOT NULL, UNIQUE (stream, version), UNIQUE (command_id, command_index))
        """;

    private const string Insert = """
        INSERT INTO raw.events (stream, version, type, data, meta, occurred_on, recorded_at, command_id, command_index, hash)
        VALUES ($1, $2, 'progress-reported/1', $3, $4, '2025-03-02', '2025-03-02T09:00:00.000000Z', $5, 0, $6)
        """;

    /// <summary>Transactions a second.</summary>
    public static async Task<double> Measure(string database)
    {
        await using var source = new NpgsqlSlimDataSourceBuilder(database + ";Max Auto Prepare=4;Maximum Pool Size=64").Build();
        await using (var make = source.CreateCommand(Table)) await make.ExecuteNonQueryAsync();
        var connections = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ => await source.OpenConnectionAsync()));
        var versions = new long[Connections];
        try
        {
            return await Clients.Rate(Connections, async caller =>
            {
                await using var insert = new NpgsqlCommand(Insert, connections[caller]);
                insert.Parameters.AddWithValue(Agreements.Id(caller));
                insert.Parameters.AddWithValue(++versions[caller]);
                insert.Parameters.AddWithValue("""{"percent":40,"summary":"Đoàn thứ nhất đã sang dạy, đoàn thứ hai đang chuẩn bị"}""");
                insert.Parameters.AddWithValue("""{"actor":"admin","office":"","commandHash":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","correlationId":"4bf92f3577b34da6a3ce929d0e0e4736"}""");
                insert.Parameters.AddWithValue(Guid.CreateVersion7());
                insert.Parameters.AddWithValue(new byte[32]);
                await insert.ExecuteNonQueryAsync();
            });
        }
        finally
        {
            foreach (var connection in connections) await connection.DisposeAsync();
        }
    }
}
