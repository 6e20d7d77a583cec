using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>
/// Keeps grain state in a database by the statements in its table <c>OrleansQuery</c>, as Orleans does and with the same parameters. Our statements do not
/// look at the hashes among them.
/// </summary>
internal sealed class AdoNetGrainStorage(string name, AdoNetGrainStorageOptions options, string serviceId)
{
    // As Orleans' own System.Text.Json serializer of grain state is configured.
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly DbProviderFactory _provider = Provider(options.Invariant);
    private Dictionary<string, string>? _statements;

    /// <summary>What is stored; version null where nothing ever was, bytes null where it was cleared.</summary>
    public async Task<(TState? State, bool Exists, string? Etag)> Read<TState>(string stateName, string key)
    {
        var rows = await Run("ReadFromStorageKey", stateName, key, [], row =>
            (Payload: row["PayloadBinary"] as byte[], Version: Convert.ToString(row["Version"], CultureInfo.InvariantCulture)));
        return rows is [var (payload, version)]
            ? (payload is null ? default : JsonSerializer.Deserialize<TState>(payload, Json), payload is not null, version)
            : default;
    }

    /// <summary>Stores a state on top of the version that was read; returns the new version.</summary>
    public Task<string> Write<TState>(string stateName, string key, TState state, string? etag) =>
        Change("WriteToStorageKey", stateName, key, etag, ("PayloadBinary", JsonSerializer.SerializeToUtf8Bytes(state, Json)));

    /// <summary>Removes a state; returns the new version.</summary>
    public Task<string> Clear(string stateName, string key, string etag) => Change("ClearStorageKey", stateName, key, etag);

    private async Task<string> Change(string statement, string stateName, string key, string? etag, params (string, object)[] more)
    {
        object version = etag is null ? DBNull.Value : int.Parse(etag, CultureInfo.InvariantCulture);
        var rows = await Run(
            statement, stateName, key, [.. more, ("GrainStateVersion", version)], row => Convert.ToString(row[0], CultureInfo.InvariantCulture));
        return rows is [{ Length: > 0 } changed] ? changed
            : throw new InconsistentStateException(
                $"{stateName} of {key} in storage {name} is not at version {etag ?? "0"} any more: another activation has stored it.");
    }

    private async Task<List<TRow>> Run<TRow>(string statement, string stateName, string key, (string Name, object Value)[] more, Func<DbDataReader, TRow> read)
    {
        var (high, low, text) = Columns(key);
        return await Query((await Statements())[statement], read,
        [
            ("GrainIdN0", high), ("GrainIdN1", low), ("GrainIdExtensionString", (object?)text ?? DBNull.Value), ("GrainTypeString", stateName),
            ("ServiceId", serviceId),
            ("GrainIdHash", 0), ("GrainTypeHash", 0), .. more,
        ]);
    }

    private async Task<Dictionary<string, string>> Statements() => _statements ??=
        (await Query("SELECT QueryKey, QueryText FROM OrleansQuery", row => (row.GetString(0), row.GetString(1)), [])).ToDictionary(StringComparer.Ordinal);

    private async Task<List<TRow>> Query<TRow>(string sql, Func<DbDataReader, TRow> read, (string Name, object Value)[] parameters)
    {
        await using var connection = _provider.CreateConnection()!;
        connection.ConnectionString = options.ConnectionString;
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (parameterName, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (parameterName, value);
            command.Parameters.Add(parameter);
        }

        var rows = new List<TRow>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }

    /// <summary>A key as Orleans stores it: what reads as a GUID (32 hexadecimal digits) or a hexadecimal number, up to a '+', is stored as that.</summary>
    private static (long High, long Low, string? Text) Columns(string key)
    {
        var (number, text) = key.Split('+', 2) is [var before, var after] ? (before, after) : (key, null);
        if (Guid.TryParseExact(number, "N", out var guid))
        {
            var bytes = guid.ToByteArray();
            return (BitConverter.ToInt64(bytes, 0), BitConverter.ToInt64(bytes, 8), text);
        }

        return long.TryParse(number, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low) ? (0, low, text) : (0, 0, key);
    }

    /// <summary>The database providers that are known by the names Orleans uses. Another one is added here, and its package to the silo.</summary>
    private static DbProviderFactory Provider(string invariant)
    {
        var type = invariant switch
        {
            "System.Data.SQLite" => "Microsoft.Data.Sqlite.SqliteFactory, Microsoft.Data.Sqlite",
            "Npgsql" => "Npgsql.NpgsqlFactory, Npgsql",
            _ => throw new OrleansConfigurationException($"'{invariant}' is no database provider known here; use System.Data.SQLite or Npgsql."),
        };
        return (DbProviderFactory?)Type.GetType(type)?.GetField("Instance")!.GetValue(null)
            ?? throw new OrleansConfigurationException($"The package of the database provider '{invariant}' is not part of this program.");
    }
}
