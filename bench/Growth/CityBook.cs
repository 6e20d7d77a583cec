using System.Globalization;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Text;

namespace CityGrains.Bench;

/// <summary>Invented cities, half of them Vietnamese; the first are chosen far more often than the last.</summary>
internal sealed class CityBook
{
    private static readonly string[] Vietnamese = ["Sơn La", "Đà Nẵng", "Cao Lãnh", "Huế", "Nam Định", "Bắc Ninh", "Vĩnh Long", "Quy Nhơn", "Đồng Hới",
        "Buôn Ma Thuột"];
    private static readonly string[] Foreign = ["LA", "KR", "JP", "CN", "FR", "DE", "US", "TH", "KH", "AU", "RU", "IN"];

    private CityBook(IReadOnlyList<InventedCity> home, IReadOnlyList<InventedCity> abroad) =>
        (Home, Abroad) = (new Zipf<InventedCity>(home), new Zipf<InventedCity>(abroad));

    /// <summary>Cities of Vietnam.</summary>
    public Zipf<InventedCity> Home { get; }

    /// <summary>Cities abroad.</summary>
    public Zipf<InventedCity> Abroad { get; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<InventedCity> All => [.. Home.Items, .. Abroad.Items];

    /// <summary>So many cities.</summary>
    public static CityBook Of(CountryDirectory countries, int count) => new(
        [.. Enumerable.Range(0, count / 2).Select(n => City(countries, "VN", Vietnamese[n % Vietnamese.Length], n))],
        [.. Enumerable.Range(0, count - (count / 2)).Select(n => City(countries, Foreign[n % Foreign.Length], "Partner", n))]);

    private static InventedCity City(CountryDirectory countries, string code, string stem, int n)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{stem} {n + 1}");
        return new InventedCity(
            $"{code.ToLowerInvariant()}-{SearchText.Slug(name)}", name, countries.Resolve(code), new Coordinates((n * 7 % 120) - 50, (n * 13 % 340) - 170));
    }
}

/// <summary>An invented city.</summary>
internal sealed record InventedCity(string Id, string Name, Country Country, Coordinates Location);
