using CityGrains.Domain.Portfolios;
using CityGrains.Journal.Rows;
using Npgsql;

namespace CityGrains.Journal.Postgres.Reading;

/// <summary>Reads what has become of agreements.</summary>
internal static class LifeReading
{
    /// <summary>A page in the order of ids.</summary>
    public static async Task<IReadOnlyList<Life>> Page(Readers readers, string after, int limit, CancellationToken cancel) =>
        await readers.Often("SELECT life FROM citygrains.agreement_lives WHERE id > $1 ORDER BY id LIMIT $2", [after, limit], Life, cancel);

    /// <summary>Those of some ids.</summary>
    public static async Task<IReadOnlyList<Life>> Of(Readers readers, IReadOnlyCollection<string> ids, CancellationToken cancel) =>
        await readers.Often("SELECT life FROM citygrains.agreement_lives WHERE id = ANY($1)", [ids.ToArray()], Life, cancel);

    /// <summary>How many cities there were on a day.</summary>
    public static async Task<long> Cities(Readers readers, DateOnly on, CancellationToken cancel) => (await readers.Often(
        "SELECT count(*) FROM citygrains.city_periods WHERE ordinal = 1 AND replaced_at = '~' AND since <= $1", [PeriodRow.Day(on)], row => row.GetInt64(0), cancel)).Single();

    private static Life Life(NpgsqlDataReader row) => LifeText.Read(row.GetFieldValue<byte[]>(0));
}
