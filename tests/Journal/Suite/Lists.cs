using System.Text;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Geography;
using CityGrains.Domain.Text;
using CityGrains.Journal.Rows;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Suite;

public abstract class Lists : StoreSuite
{
    [Theory]
    [InlineData("Sơn La")]
    [InlineData("son la")]
    [InlineData("SƠN LA")]
    [InlineData("la son")]
    [InlineData("so l")]
    [InlineData("  Luang   Prab ")]
    public async Task A_search_finds_Vietnamese_with_and_without_diacritics_by_the_beginnings_of_words(string text)
    {
        await Append("agr-1", Legacy());
        await Append("agr-2", Legacy("Hợp tác Hà Nội – Fukuoka", parties: [new Party("Hà Nội", PartyType.City, Vietnam), Fukuoka]));

        Assert.Equal(["agr-1"], await Found(search: text));
        Assert.Equal(["agr-1"], await Found(search: text.Normalize(NormalizationForm.FormD)));
        Assert.Equal(1, await Counted(search: text));
    }

    [Theory]
    [InlineData("on la")]
    [InlineData("son fukuoka")]
    [InlineData("state")]
    [InlineData("ineffect")]
    public async Task A_search_finds_no_row_that_lacks_one_of_the_words(string text)
    {
        await Append("agr-1", Legacy());
        Assert.Empty(await Found(search: text));
        Assert.Equal(0, await Counted(search: text));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("son\" OR \"x")]
    [InlineData("son AND NOT la")]
    [InlineData("*")]
    public async Task Signs_of_the_query_language_are_only_text(string search)
    {
        await Append("agr-1", Legacy());
        Assert.Empty(await Rows.List(StreamKind.Agreement, new RowFilter([], search, After: null, 10)));
    }

    [Fact]
    public async Task Another_title_is_found_by_its_new_words_only()
    {
        await AppendCity("vn-thu-dau-mot", City("Thủ Dầu Một"));
        await AppendCity("vn-thu-dau-mot", new Domain.Cities.CityRenamed("Thủ Dầu Một", "Bình Dương"));

        Assert.Single(await Rows.List(StreamKind.City, new RowFilter([], "binh duong", After: null, 10)));
        Assert.Single(await Rows.List(StreamKind.City, new RowFilter([], "thu dau", After: null, 10))); // a former name
        Assert.Empty(await Rows.List(StreamKind.Agreement, new RowFilter([], "binh duong", After: null, 10)));
    }

    [Fact]
    public async Task All_facets_must_hold_and_of_several_values_of_one_any_will_do()
    {
        await Append("agr-1", Legacy());
        await Append("agr-2", Legacy(kind: AgreementKind.Mou, state: LegalState.Signed));
        await Append("agr-3", Legacy(parties: [SonLa, Fukuoka]));

        Assert.Equal(["agr-1", "agr-3"], await Found([("kind", "sister-city")]));
        Assert.Equal(["agr-1", "agr-2"], await Found([("country", "LA")]));
        Assert.Equal(["agr-1", "agr-2", "agr-3"], await Found([("country", "LA"), ("country", "JP")]));
        Assert.Equal(["agr-2"], await Found([("country", "LA"), ("country", "JP"), ("state", "Signed")]));
        Assert.Equal(["agr-3"], await Found([("city", "jp-fukuoka"), ("office", "so-ngoai-vu")], search: "son la"));
        Assert.Empty(await Found([("country", "FR")]));
        Assert.Equal(3, await Counted([("country", "LA"), ("country", "JP"), ("country", "VN")]));
        Assert.Equal(2, await Counted([("country", "LA")]));
        Assert.Equal(1, await Counted([("city", "jp-fukuoka")]));
        Assert.Equal(1, await Counted([("country", "LA"), ("state", "Signed")], search: "luang"));
    }

    [Theory]
    [InlineData("Sở Ngoại vụ")]
    [InlineData("sở ngoại vụ")]
    [InlineData("SO")]
    [InlineData("so")]
    [InlineData("^so")]
    [InlineData("a \"b\" (c) OR d*")]
    [InlineData("a+b")]
    [InlineData("a b")]
    [InlineData("=")]
    [InlineData("~3d")]
    public async Task A_facet_is_compared_exactly_whatever_it_is_written_with(string office)
    {
        string[] all = ["Sở Ngoại vụ", "sở ngoại vụ", "SO", "so", "^so", "a \"b\" (c) OR d*", "a+b", "a b", "=", "~3d"];
        for (var i = 0; i < all.Length; i++) await Append($"agr-{i}", Legacy(office: all[i]));

        Assert.Equal([$"agr-{Array.IndexOf(all, office)}"], await Found([("office", office)]));
        Assert.Equal(1, await Counted([("office", office)]));
        Assert.Equal(1, await Counted([("office", office)], search: "agr"));
    }

    [Fact]
    public async Task A_country_without_a_code_is_found_as_it_was_written()
    {
        await Append("agr-1", Legacy(parties: [SonLa, new Party("Kyrenia", PartyType.City, new Country(null, "Northern Cyprus"))]));
        Assert.Equal(["agr-1"], await Found([("country", "Northern Cyprus")]));
        Assert.Empty(await Found([("country", "northern cyprus")]));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("sister-city", null)]
    [InlineData(null, "son")]
    [InlineData("sister-city", "la")]
    public async Task Pages_walk_every_row_exactly_once_while_writes_go_on(string? kind, string? search)
    {
        const int before = 150;
        for (var i = 0; i < before; i++) await Append($"agr-{i * 7919 % 1000:d4}", Legacy());
        var first = (await Found(limit: 500)).ToHashSet();
        var writing = Task.WhenAll(Enumerable.Range(0, 50).Select(i => Append($"agr-{(i * 7919) + 500:d6}", Legacy())));

        (string, string)[] facets = kind is null ? [] : [("kind", kind)];
        var walked = new List<string>();
        for (var page = await Found(facets, search, limit: 7); page.Count > 0; page = await Found(facets, search, walked[^1], limit: 7)) walked.AddRange(page);

        await writing;
        Assert.Equal(walked.Count, walked.Distinct().Count());
        Assert.Superset(first, walked.ToHashSet());
        Assert.Equal(before + 50, await Counted(facets, search));
    }

    [Fact]
    public async Task Nothing_follows_an_id_that_is_not_recorded()
    {
        await Append("agr-1", Legacy());
        Assert.Empty(await Found(after: "agr-0"));
    }

    [Fact]
    public async Task The_highest_number_of_a_year_is_found_among_other_ids()
    {
        string[] ids = ["agr-2024-000002", "agr-2024-000010", "agr-2024-000011x", "agr-2024-00012", "agr-2024-0000133", "agr-2025-000001", "agr-2024"];
        foreach (var id in ids) await Append(id, Legacy());

        Assert.Equal("agr-2024-000010", await Rows.HighestAgreementNumber(2024));
        Assert.Equal("agr-2025-000001", await Rows.HighestAgreementNumber(2025));
        Assert.Null(await Rows.HighestAgreementNumber(2023));
    }

    [Fact]
    public async Task Every_city_is_named_once_with_its_country()
    {
        const int many = 1500;
        for (var i = 0; i < many; i += 100) await Task.WhenAll(Enumerable.Range(i, 100).Select(n => AppendCity($"vn-{n:d4}", City($"Phố {n}"))));

        var names = await Rows.CityNames().ToListAsync();
        Assert.Equal(many, names.Select(city => city.Id).Distinct().Count());
        Assert.Equal(many, names.Count);
        Assert.Contains(new CityName("vn-0042", "Phố 42", "VN"), names);
    }

    [Fact]
    public async Task Cities_are_found_by_the_networks_they_have_to_do_with_also_after_a_rebuild()
    {
        await AppendCity("vn-vinh", City("Vinh"));
        await AppendCity("vn-son-la", City("Sơn La"), new Domain.Cities.MembershipRecognised("gnlc", Domain.Record.DateOfRecord.Year(2024)));
        await AppendCity("vn-vinh", new Domain.Cities.ApplicationStarted("uccn"), new Domain.Cities.MembershipReceived("gnlc", "vn-son-la", Domain.Record.DateOfRecord.Year(2025), false, null));

        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(["vn-vinh", "vn-son-la"], (await Rows.List(StreamKind.City, Filter([("network", "gnlc")], null, null, 10))).Select(row => row.Id));
            Assert.Equal(["vn-vinh"], (await Rows.List(StreamKind.City, Filter([("network", "uccn")], null, null, 10))).Select(row => row.Id));
            Assert.Equal(2, await Rows.Count(StreamKind.City, Filter([("network", "gnlc")], null, null, 10)));
            await Store.Rebuild();
        }

        Assert.True((await Store.Verify()).IsIntact);
    }

    [Fact]
    public async Task A_city_is_named_by_its_former_names_as_well()
    {
        await AppendCity("vn-thu-dau-mot", City("Thủ Dầu Một"));
        await AppendCity("vn-thu-dau-mot", new Domain.Cities.CityRenamed("Thủ Dầu Một", "Bình Dương"),
            new Domain.Cities.CityRenamed("Bình Dương", "Thủ \"Dầu\" Một"));
        await AppendCity("vn-vinh", City("Vinh"));

        Assert.Equal(
            [
                new CityName("vn-thu-dau-mot", "Thủ \"Dầu\" Một", "VN"), new CityName("vn-vinh", "Vinh", "VN"),
                new CityName("vn-thu-dau-mot", "Thủ Dầu Một", "VN", IsFormer: true), new CityName("vn-thu-dau-mot", "Bình Dương", "VN", IsFormer: true),
            ],
            await Rows.CityNames().ToListAsync());
    }

    private async Task<IReadOnlyList<string>> Found(
        (string Name, string Value)[]? facets = null, string? search = null, string? after = null, int limit = 100) =>
        [.. (await Rows.List(StreamKind.Agreement, Filter(facets, search, after, limit))).Select(row => row.Id)];

    private Task<long> Counted((string Name, string Value)[]? facets = null, string? search = null) =>
        Rows.Count(StreamKind.Agreement, Filter(facets, search, null, 10));

    private static RowFilter Filter((string Name, string Value)[]? facets, string? search, string? after, int limit) =>
        new([.. (facets ?? []).Select(facet => new Facet(facet.Name, facet.Value))], search is null ? null : SearchText.Fold(search), after, limit);
}
