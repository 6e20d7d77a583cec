using System.Text.Json;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Text;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Successions;

/// <summary>Finds the agreements of a body that was abolished, and those of its heir, in the rows.</summary>
internal sealed class BodyAgreements(IRows rows)
{
    private const int PageLength = 500;

    /// <summary>Those that are to pass on, in the order they were first recorded.</summary>
    public Task<List<Agreement>> ToMove(SucceedBody body, CancellationToken cancel) => body.Office is { } office
        ? Find(new Facet(FacetNames.Office, office), null, body.Concerns, cancel)
        : Find(new Facet(FacetNames.Country, body.Country!.Key), body.Party, body.Concerns, cancel);

    /// <summary>Those that the heir has and the body has not: by this succession, or of old.</summary>
    public Task<List<Agreement>> OfHeir(SucceedBody body, CancellationToken cancel)
    {
        bool Passed(Agreement agreement) => body.IsHeirs(agreement) && !body.Concerns(agreement);
        return body.SuccessorOffice is { } office
            ? Find(new Facet(FacetNames.Office, office), null, Passed, cancel)
            : Find(new Facet(FacetNames.Country, body.Successor!.Country.Key), body.Successor.Name, Passed, cancel);
    }

    /// <summary>The words of a name only narrow the search; whether it is the name is the domain's to say.</summary>
    private async Task<List<Agreement>> Find(Facet facet, string? name, Func<Agreement, bool> wanted, CancellationToken cancel)
    {
        var search = name is null ? null : SearchText.Fold(name) is { Length: > 0 } words ? words : null;
        var found = new List<Agreement>();
        for (string? after = null; ;)
        {
            var page = await rows.List(StreamKind.Agreement, new RowFilter([facet], search, after, PageLength), cancel);
            found.AddRange(page.Select(row => JsonSerializer.Deserialize(row.Body, JournalJson.Default.Agreement)!).Where(wanted));
            if (page.Count < PageLength) return found;
            after = page[^1].Id;
        }
    }
}
