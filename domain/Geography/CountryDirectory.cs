using CityGrains.Domain.Text;

namespace CityGrains.Domain.Geography;

/// <summary>The countries of ISO 3166-1 and every way people write them. Case, diacritics and normal form do not matter.</summary>
public sealed class CountryDirectory
{
    private readonly Dictionary<string, CountryNames> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byAlias;

    private CountryDirectory(TextReader countries, TextReader aliases)
    {
        foreach (var names in CountryFile.Read(countries)) Add(names);
        _byAlias = new(StringComparer.Ordinal);
        _byAlias = CountryFile.ReadAliases(aliases, CodeOf);
    }

    /// <summary>Reads the two files; the alias file is the one an office edits, and its names win.</summary>
    /// <param name="countries">CSV <c>code,en,vi,other</c>; other names separated by <c>|</c>.</param>
    /// <param name="aliases">CSV <c>written,country</c>; the country by its ISO code or any of its names.</param>
    /// <exception cref="FormatException">A line is wrong; the message names it and says how to mend it.</exception>
    public static CountryDirectory Parse(TextReader countries, TextReader aliases) => new(countries, aliases);

    /// <summary>The country a name stands for, <c>A, B</c> being country B with region A; one with no code where ISO 3166 knows none.</summary>
    public Country Resolve(string written)
    {
        var name = NormalForm.Compose(written).Trim();
        return new Country(CodeOf(name), name);
    }

    /// <summary>The codes of ISO 3166-1, in the order of the file.</summary>
    public IEnumerable<string> Codes => _byCode.Keys;

    /// <summary>What lists are filtered by: the code a name or code stands for, else the name as written. Null when blank.</summary>
    public string? KeyOf(string nameOrCode) => string.IsNullOrWhiteSpace(nameOrCode) ? null : Resolve(nameOrCode).Key;

    /// <summary>What people call the country of a key; a key that is no code is its own name.</summary>
    public string NameOf(string key, bool vietnamese) => _byCode.TryGetValue(key, out var names) ? (vietnamese ? names.Vi : names.En) : key;

    /// <summary>An alias wins. Two plain letters are a code before they are a name: MY is Malaysia, Mỹ is not. Last, what follows the last comma.</summary>
    private string? CodeOf(string name)
    {
        var folded = SearchText.Fold(name);
        if (_byAlias.TryGetValue(folded, out var code)) return code;
        if (IsCode(name)) return name.ToUpperInvariant();
        if (_byName.TryGetValue(folded, out code)) return code;
        return name.LastIndexOf(',') is >= 0 and var comma ? CodeOf(name[(comma + 1)..].Trim()) : null;
    }

    private bool IsCode(string name) => name.Length == 2 && name.All(char.IsAsciiLetter) && _byCode.ContainsKey(name.ToUpperInvariant());

    private void Add(CountryNames names)
    {
        if (!_byCode.TryAdd(names.Code, names)) throw new FormatException($"countries.csv: {names.Code} stands on two lines; remove one of them.");
        foreach (var name in names.All)
        {
            if (!_byName.TryAdd(SearchText.Fold(name), names.Code) && _byName[SearchText.Fold(name)] != names.Code)
                throw new FormatException($"countries.csv: '{name}' names both {_byName[SearchText.Fold(name)]} and {names.Code}; leave it to one of them.");
        }
    }
}

/// <summary>The names of one country.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="En">English.</param>
/// <param name="Vi">Vietnamese.</param>
/// <param name="Other">Further names people write.</param>
internal sealed record CountryNames(string Code, string En, string Vi, IReadOnlyList<string> Other)
{
    public IEnumerable<string> All => [En, Vi, .. Other];
}
