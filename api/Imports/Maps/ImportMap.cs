using CityGrains.Api.Imports.Cells;
using CityGrains.Domain.Record;
using CityGrains.Domain.Text;

namespace CityGrains.Api.Imports.Maps;

/// <summary>How the rows of a sort of file become agreements: a JSON file of the project, or of an office in <c>import-maps</c> of its data folder.</summary>
internal sealed record ImportMap
{
    /// <summary>What <c>?map=</c> calls it.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of file it is for.</summary>
    public required Sentence Title { get; init; }

    /// <summary>What the rows become.</summary>
    public required ImportTarget Target { get; init; }

    /// <summary>What makes two rows the same agreement.</summary>
    public required ImportIdentity Identity { get; init; }

    /// <summary>Title of the source of rows that name none; <c>{file}</c> stands for the file's name.</summary>
    public required string Source { get; init; }

    /// <summary>Values every row has, by field.</summary>
    public IReadOnlyDictionary<string, string> Always { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The columns a file has.</summary>
    public required IReadOnlyList<MapColumn> Columns { get; init; }

    /// <summary>Names of columns that are passed over.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>What stands first in the dates of columns whose name does not say.</summary>
    public DateOrder Dates { get; init; }

    /// <summary>True when a column is passed over: one the map names, or one that the file of refused rows bears.</summary>
    public bool Ignores(string name) => Header.IsAmong(Ignored, name) || Header.IsAmong(ErrorColumns.All, name);

    /// <summary>Stops a map that could not be followed.</summary>
    /// <exception cref="FormatException">Says what is wrong with it.</exception>
    public void Check()
    {
        foreach (var field in Columns.Select(column => column.Field).Concat(Always.Keys))
        {
            if (!ImportField.Of(Target).Contains(field, StringComparer.Ordinal))
                throw new FormatException($"import map {Name}: there is no field '{field}'; fields are {string.Join(", ", ImportField.Of(Target))}.");
        }

        foreach (var needed in Needed().Where(field => !Always.ContainsKey(field) && Columns.All(column => column.Field != field)))
            throw new FormatException($"import map {Name}: no column has the field '{needed}', and 'always' gives it no value.");
        if (Identity is ImportIdentity.Cities && (Always.GetValueOrDefault("party1.type"), Always.GetValueOrDefault("party2.type")) is not ("city", "city"))
            throw new FormatException($"import map {Name}: agreements told apart by their cities need \"city\" for party1.type and party2.type in 'always'.");

        Repeated(Columns.Select(column => column.Field).Concat(Always.Keys), "the field");
        Repeated(Columns.SelectMany(column => column.Names.Select(SearchText.Fold).Distinct(StringComparer.Ordinal)), "the column name");
    }

    private IEnumerable<string> Needed() => Target is not ImportTarget.LegacyAgreements ? [ImportField.Id] :
    [
        ImportField.Kind, ImportField.State, ImportField.PartyName(1), ImportField.PartyCountry(1), ImportField.PartyType(1),
        ImportField.PartyName(2), ImportField.PartyCountry(2), ImportField.PartyType(2),
    ];

    private void Repeated(IEnumerable<string> names, string what)
    {
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
            throw new FormatException($"import map {Name}: {what} '{twice.Key}' stands twice; leave one.");
    }
}

/// <summary>What rows become.</summary>
internal enum ImportTarget
{
    /// <summary>Agreements made before this record began, and the cities that are parties to them.</summary>
    LegacyAgreements,

    /// <summary>What is done with recorded agreements: progress is reported, a title or date corrected, an office assigned.</summary>
    AgreementEdits,

    /// <summary>Commitments with their milestones, and what became of these.</summary>
    Milestones,

    /// <summary>What requests for feedback were answered.</summary>
    RequestEdits,

    /// <summary>Other names and standings of recorded cities.</summary>
    CityEdits,

    /// <summary>What became of recorded activities: held, reported, cancelled.</summary>
    ActivityEdits,
}

/// <summary>What makes two rows the same agreement.</summary>
internal enum ImportIdentity
{
    /// <summary>The same two cities, in either order.</summary>
    Cities,

    /// <summary>The id given, else the same kind, title, parties and signing date.</summary>
    Record,
}

/// <summary>A column and the names it goes by. Case, diacritics and punctuation do not matter.</summary>
internal sealed record MapColumn
{
    /// <summary>Which of <see cref="ImportField"/> it means.</summary>
    public required string Field { get; init; }

    /// <summary>Vietnamese names; templates bear the first.</summary>
    public IReadOnlyList<string> Vi { get; init; } = [];

    /// <summary>English names; templates bear the first.</summary>
    public IReadOnlyList<string> En { get; init; } = [];

    /// <summary>Names that say that the day stands before the month.</summary>
    public IReadOnlyList<string> DayFirst { get; init; } = [];

    /// <summary>Names that say that the month stands before the day.</summary>
    public IReadOnlyList<string> MonthFirst { get; init; } = [];

    /// <summary>The column must be there, and each of its cells filled.</summary>
    public bool Required { get; init; }

    /// <summary>All its names.</summary>
    public IEnumerable<string> Names => Vi.Concat(En).Concat(DayFirst).Concat(MonthFirst);

    /// <summary>The column without one of its names.</summary>
    public MapColumn Without(string name) =>
        this with { Vi = Other(Vi, name), En = Other(En, name), DayFirst = Other(DayFirst, name), MonthFirst = Other(MonthFirst, name) };

    private static IReadOnlyList<string> Other(IReadOnlyList<string> names, string name) => [.. names.Where(known => !Header.IsAmong([known], name))];

    /// <summary>What the column is called in a sentence.</summary>
    public string Label => En is [var en, ..] && Vi is [var vi, ..] ? $"{vi} / {en}" : Names.FirstOrDefault() ?? Field;
}
