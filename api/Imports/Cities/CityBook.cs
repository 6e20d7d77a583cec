using CityGrains.Domain.Geography;
using CityGrains.Domain.Text;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Imports.Cities;

/// <summary>
/// The cities an import knows: those of the record, loaded once, and those its rows name. A city is its name in NFC and its country.
/// A name it bore before is its own as long as no other city bears it.
/// Names that differ in diacritics only are two cities (Münster and Munster), told to a person, never merged.
/// </summary>
internal sealed class CityBook
{
    private readonly Dictionary<(string Name, string Country), BookedCity> _byName = [];
    private readonly Dictionary<(string Folded, string Country), List<BookedCity>> _lookalikes = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _cities;

    private CityBook()
    {
    }

    /// <summary>How many cities the file has named so far.</summary>
    public int Named { get; private set; }

    /// <summary>The cities of the record.</summary>
    public static async Task<CityBook> Load(IRows rows, CancellationToken cancel)
    {
        var book = new CityBook();
        var byId = new Dictionary<string, BookedCity>(StringComparer.Ordinal);
        await foreach (var (id, name, country, isFormer) in rows.CityNames(cancel))
        {
            if (isFormer)
            {
                if (byId.TryGetValue(id, out var bearer)) book._byName.TryAdd((name, country), bearer);
                continue;
            }

            if (!book._ids.Add(id) || book._byName.ContainsKey((name, country))) continue;
            byId.Add(id, book.Add(new BookedCity(book._cities, name, new Country(null, country), id) { WasThere = true }));
        }

        return book;
    }

    /// <summary>The city of that name and country; a new one gets an id that no other has.</summary>
    public BookedCity Name(string name, Country country)
    {
        if (!_byName.TryGetValue((name, country.Key), out var city))
        {
            city = Add(new BookedCity(_cities, name, country, TakeId(name, country)));
        }

        return city;
    }

    /// <summary>Notes that the file names a city; the first time, tells the other cities it may be the same as, each pair once.</summary>
    public IReadOnlyList<BookedCity> Mention(BookedCity city)
    {
        if (city.IsNamed) return [];
        city.IsNamed = true;
        Named++;
        return city.Alike.Count == 1 ? [] : [.. city.Alike.Where(other => other != city && IsNews(city, other))];
    }

    /// <summary>The pair has not been told: a new city tells the ones that were there, whether the file names them or not.</summary>
    private static bool IsNews(BookedCity city, BookedCity other) =>
        city.WasThere ? other is { IsNamed: true, WasThere: true } : other.IsNamed || other.WasThere;

    /// <summary>The next free id for a city whose id turned out to be another's.</summary>
    public void TakeNextId(BookedCity city)
    {
        lock (_ids) city.Id = TakeId(city.Name, city.Country);
    }

    private BookedCity Add(BookedCity city)
    {
        _cities++;
        _byName.Add((city.Name, city.Country.Key), city);
        var look = (SearchText.Fold(city.Name), city.Country.Key);
        if (!_lookalikes.TryGetValue(look, out var alike)) _lookalikes.Add(look, alike = new List<BookedCity>(1));
        alike.Add(city);
        city.Alike = alike;
        return city;
    }

    private string TakeId(string name, Country country)
    {
        lock (_ids)
        {
            var stem = CityId.Stem(name, country);
            var id = stem;
            for (var n = 2; !_ids.Add(id); n++) id = CityId.Numbered(stem, n);
            return id;
        }
    }
}
