using CityGrains.Domain.Geography;

namespace CityGrains.Api.Imports.Cities;

/// <summary>A city of an import: one of the record, or one the file names first.</summary>
internal sealed class BookedCity(int number, string name, Country country, string id)
{
    /// <summary>Its place in the book, from 0.</summary>
    public int Number { get; } = number;

    /// <summary>Its name, NFC.</summary>
    public string Name { get; } = name;

    /// <summary>Its country as first written.</summary>
    public Country Country { get; } = country;

    /// <summary>Its id; final once <see cref="Registered"/> has ended.</summary>
    public string Id { get; set; } = id;

    /// <summary>The cities of its country whose names differ from its own in diacritics, case or punctuation only; itself among them.</summary>
    public IReadOnlyList<BookedCity> Alike { get; set; } = [];

    /// <summary>It was in the record before this import.</summary>
    public bool WasThere { get; init; }

    /// <summary>The file has named it.</summary>
    public bool IsNamed { get; set; }

    /// <summary>Its registration; null for a city that was there.</summary>
    public Task<Desk.Verdict>? Registered { get; set; }
}
