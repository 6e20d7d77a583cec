using Npgsql;

namespace CityGrains.Journal.Postgres.Reading;

/// <summary>
/// Asks questions on pooled connections. An idle connection may have died with a restart of the server: then the question is asked once more on another.
/// </summary>
internal sealed class Readers(Database database)
{
    /// <summary>Every row of a question that is asked again and again with other values; the server keeps its plan.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be read.</exception>
    public Task<List<T>> Often<T>(string sql, IReadOnlyList<object> values, Func<NpgsqlDataReader, T> row, CancellationToken cancel) =>
        Ask(sql, values, row, prepare: true, cancel);

    /// <summary>Every row of a question whose plan depends on its values.</summary>
    /// <exception cref="JournalUnavailableException">The store cannot be read.</exception>
    public Task<List<T>> Once<T>(string sql, IReadOnlyList<object> values, Func<NpgsqlDataReader, T> row, CancellationToken cancel) =>
        Ask(sql, values, row, prepare: false, cancel);

    private async Task<List<T>> Ask<T>(string sql, IReadOnlyList<object> values, Func<NpgsqlDataReader, T> row, bool prepare, CancellationToken cancel)
    {
        try
        {
            try
            {
                return await Answer(sql, values, row, prepare, cancel);
            }
            catch (Exception trouble) when (Trouble.IsLoss(trouble))
            {
                return await Answer(sql, values, row, prepare, cancel);
            }
        }
        catch (Exception trouble) when (Trouble.Concerns(trouble))
        {
            throw database.Unavailable(trouble);
        }
    }

    private async Task<List<T>> Answer<T>(string sql, IReadOnlyList<object> values, Func<NpgsqlDataReader, T> row, bool prepare, CancellationToken cancel)
    {
        await using var connection = await database.OpenReader(cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        if (prepare) await command.PrepareAsync(cancel);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel)) rows.Add(row(reader));
        return rows;
    }
}
