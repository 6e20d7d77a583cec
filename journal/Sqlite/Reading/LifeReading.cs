using CityGrains.Domain.Portfolios;
using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Sqlite.Reading;

/// <summary>Reads what has become of agreements.</summary>
internal static class LifeReading
{
    /// <summary>A page in the order of ids.</summary>
    public static IReadOnlyList<Life> Page(Reader reader, string after, int limit) => reader
        .For("SELECT life FROM agreement_lives WHERE id > ? ORDER BY id LIMIT ?").Bind(1, after).Bind(2, limit).All(row => LifeText.Read(row.Bytes(0)));

    /// <summary>Those of some ids.</summary>
    public static IReadOnlyList<Life> Of(Reader reader, IReadOnlyCollection<string> ids)
    {
        var one = reader.For("SELECT life FROM agreement_lives WHERE id = ?");
        return [.. ids.SelectMany(id => one.Bind(1, id).All(row => LifeText.Read(row.Bytes(0))))];
    }

    /// <summary>How many cities there were on a day.</summary>
    public static long Cities(Reader reader, DateOnly on) => reader
        .For("SELECT count(*) FROM city_periods WHERE ordinal = 1 AND replaced_at = '~' AND since <= ?").Bind(1, PeriodRow.Day(on)).One(row => row.Int64(0), 0);
}
