using System.Text.Json;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Portfolios;
using CityGrains.Journal.Record;

namespace CityGrains.Journal.Rows;

/// <summary>What has become of an agreement, as it is stored beside its row.</summary>
internal static class LifeText
{
    /// <summary>The text of an agreement's life.</summary>
    public static string Of(Agreement agreement) => JsonSerializer.Serialize(PortfolioBook.LifeOf(agreement), JournalJson.Default.Life);

    /// <summary>The life of a text.</summary>
    public static Life Read(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, JournalJson.Default.Life)!;
}
