using CityGrains.Api.Access;
using CityGrains.Api.Commands;
using CityGrains.Api.Imports.Cities;
using CityGrains.Api.Pages.Reading;
using CityGrains.Domain.Checks;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Text;
using CityGrains.Journal;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Pages.Forms;

/// <summary>
/// What the forms that begin an agreement look up: cities already in the record, names to choose from, and the id of an agreement made before this record
/// began.
/// </summary>
internal sealed class NewForms(CityQueries cities, KnownOffices offices, CountryDirectory countries, Reader reader)
{
    /// <summary>Where agreements begin.</summary>
    public const string Path = "/agreements/new", LegacyPath = Path + "/legacy";

    private const int MostFound = 20;

    /// <summary>What most agreements are.</summary>
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["kind"] = "mou", ["state"] = "InEffect", ["parties[0].type"] = "province", ["parties[1].type"] = "province", ["languages"] = "vi",
    };

    /// <summary>The verbs that begin an agreement.</summary>
    public static Verb Propose => AgreementVerbs.Propose;

    /// <summary>Enters one made before.</summary>
    public static Verb Legacy { get; } = AgreementVerbs.All.Single(verb => verb.Name == "register-legacy");

    /// <summary>Where the form of a verb is that begins a record.</summary>
    public static string PathOf(Verb verb) => verb == Legacy ? LegacyPath : verb == Propose ? Path : $"/{SubjectOf(verb).Name}/new";

    /// <summary>What begins by a verb.</summary>
    public static Subject SubjectOf(Verb verb) => Subject.All.FirstOrDefault(subject => subject.Begin == verb) ?? Subject.Agreement;

    /// <summary>The kind of record that begins by a verb.</summary>
    public static StreamKind KindOf(Verb verb) =>
        verb == Subject.City.Begin ? StreamKind.City : verb == Subject.Activity.Begin ? StreamKind.Activity : StreamKind.Agreement;

    /// <summary>What a field holds before anybody says anything.</summary>
    public async ValueTask<string> Before(string path, CancellationToken cancel) => path switch
    {
        "office" when reader.Caller!.Office == AdminKey.Office => "", // the key of the first start is of no office
        "office" => (await offices.Read(cancel)).Find(reader.Caller.Office)?.Name.Vi ?? reader.Caller.Office,
        "parties[0].country" or "country" => countries.NameOf("VN", reader.Vietnamese),
        _ => Usual.GetValueOrDefault(path, ""),
    };

    /// <summary>
    /// The cities of the record that bear the name of a party, for the person to say which it is; nothing where there is none, or the party is no city.
    /// </summary>
    public async Task<IReadOnlyList<(string Value, string Label)>> Found(string prefix, Func<string, string> said, CancellationToken cancel)
    {
        if (said($"{prefix}.type") != "city" || said($"{prefix}.name").Trim() is not { Length: > 0 } name) return [];
        var found = await cities.Page(Asking.Of(("q", name), ("limit", $"{MostFound}")), cancel);
        if (found.Problem is not null || found.Value.Items.Count == 0) return [];
        var country = countries.KeyOf(said($"{prefix}.country"));
        var fitting = found.Value.Items.OrderByDescending(city => SearchText.Fold(city.Name) == SearchText.Fold(name)
            && (city.Country.Code ?? city.Country.Written) == country).ToList();
        return [.. fitting.Select(city => (city.Id, $"{city.Name}, {(reader.Vietnamese ? city.Country.Vi : city.Country.En)} ({city.Id})")),
            ("", reader["form.no-such-city"])];
    }

    /// <summary>Names to choose from while writing.</summary>
    public async Task<Dictionary<string, IReadOnlyList<string>>> Names(CancellationToken cancel) => new(StringComparer.Ordinal)
    {
        ["country"] = [.. countries.Codes.Select(code => countries.NameOf(code, reader.Vietnamese))
            .Order(StringComparer.Create(reader.Culture, ignoreCase: true))],
        ["office"] = [.. (await offices.Read(cancel)).All.Select(office => office.Name.Vi)],
    };

    /// <summary>The id of an agreement made before: the same form gives the same, so that it is entered once.</summary>
    public static string IdOf(Func<string, string> said)
    {
        var year = said("signedOn").Split('-', '/').FirstOrDefault(part => part.Length == 4) ?? "undated";
        var parties = string.Join(
            "--", Enumerable.Range(0, 2).Select(n => SearchText.Slug(said($"parties[{n}].name")) is { Length: > 0 } slug ? CityId.Fit(slug, 40) : "x"));
        var mark = CityId.Mark(string.Join('\n', said("kind"), said("title.vi"), said("parties[0].name"), said("parties[1].name"), said("signedOn")));
        return CityId.Fit($"{said("kind")}-{year}-{parties}-{mark}", RecordId.Longest);
    }
}
