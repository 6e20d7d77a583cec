using CityGrains.Domain.Agreements;
using CityGrains.Journal.Rows;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Suite;

/// <summary>However a word is looked for, in the index or in the rows, the answer is what reading every row gives.</summary>
public abstract class Searches : StoreSuite
{
    private const int Many = 1300, Limit = 20;

    [Fact]
    public async Task Common_rare_late_and_missing_words_find_what_every_row_read_alone_would()
    {
        for (var i = 0; i < Many; i += 100) await Task.WhenAll(Enumerable.Range(i, 100).Select(n => Append(Id(n), Legacy(Title(n), state: State(n)))));

        foreach (var search in new[] { "chung", "ch", "chung nua", "nua chung", "nu ch", "dau", "cuoi", "chung cuoi", "cuoi nua", "dau cuoi", "som tre", "hiem", "chung hiem", "hiem nua", "khong", "chung khong", "so 7", "so 77 chung", "1", "tre 1" })
        {
            foreach (var facets in new Facet[][] { [], [new Facet("state", "InEffect")], [new Facet("state", "InEffect"), new Facet("state", "Signed"), new Facet("kind", "sister-city")] })
            {
                var expected = Enumerable.Range(0, Many).Where(n => facets.Length != 1 || State(n) is LegalState.InEffect)
                    .Where(n => Has(n, search)).Select(Id).ToList();
                var filter = new RowFilter(facets, search, After: null, Limit);
                var found = new List<string>();
                for (var page = await Rows.List(StreamKind.Agreement, filter); page.Count > 0; page = await Rows.List(StreamKind.Agreement, filter with { After = found[^1] }))
                    found.AddRange(page.Select(row => row.Id));

                Assert.Equal(expected, found.Order(StringComparer.Ordinal));
                Assert.Equal(expected.Count, await Rows.Count(StreamKind.Agreement, filter));
                Assert.Equal(Math.Min(expected.Count, 31), await Rows.Count(StreamKind.Agreement, filter with { MostCounted = 30 }));
            }
        }
    }

    private static string Id(int n) => FormattableString.Invariant($"agr-{n:d4}");

    private static LegalState State(int n) => n % 3 == 0 ? LegalState.InEffect : LegalState.Signed;

    /// <summary>"chung" is on all, "nua" on every other, "dau" only before and "cuoi" only after most, "som" and "tre" on rows apart, "hiem" on few.</summary>
    private static string Title(int n) => string.Join(' ', new[]
    {
        "Chung", $"số {n}", n % 2 == 0 ? "nửa" : "", n < 1200 ? "đầu" : "cuối", n % 10 < 4 ? "sớm" : n % 10 > 6 ? "trễ" : "", n % 211 == 5 ? "hiếm" : "",
    });

    private static bool Has(int n, string search)
    {
        var words = Domain.Text.SearchText.Fold($"{Id(n)} {Title(n)} Sơn La Luang Prabang").Split(' ');
        return search.Split(' ').All(asked => words.Any(word => word.StartsWith(asked, StringComparison.Ordinal)));
    }
}
