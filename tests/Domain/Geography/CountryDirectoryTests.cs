using CityGrains.Domain.Geography;

namespace CityGrains.Domain.Tests.Geography;

public sealed class CountryDirectoryTests
{
    private static readonly CountryDirectory Shipped = Parse(
        File.ReadAllText(RepositoryRoot.Path("silo", "data", "countries.csv")),
        File.ReadAllText(RepositoryRoot.Path("silo", "data", "country-aliases.csv")));

    [Theory]
    [InlineData("VN", "VN")]
    [InlineData("vn", "VN")]
    [InlineData(" Vietnam ", "VN")]
    [InlineData("VIỆT NAM", "VN")]
    [InlineData("viet nam", "VN")]
    [InlineData("Vie\u0323\u0302t Nam", "VN")]
    [InlineData("Hàn Quốc", "KR")]
    [InlineData("Czech Republic", "CZ")]
    [InlineData("Czechia", "CZ")]
    [InlineData("Turkey", "TR")]
    [InlineData("Türkiye", "TR")]
    [InlineData("Ivory Coast", "CI")]
    [InlineData("Côte d’Ivoire", "CI")]
    [InlineData("Swaziland", "SZ")]
    [InlineData("Congo", "CG")]
    [InlineData("Democratic Republic of the Congo", "CD")]
    [InlineData("Palestine", "PS")]
    [InlineData("Macau", "MO")]
    [InlineData("Burma", "MM")]
    [InlineData("Russia", "RU")]
    public void A_country_is_found_by_its_code_and_by_every_name_people_write(string written, string code) =>
        Assert.Equal(code, Shipped.Resolve(written).Code);

    [Theory]
    [InlineData("Scotland, United Kingdom", "GB")]
    [InlineData("Lower Saxony, Germany", "DE")]
    [InlineData("Réunion, France", "FR")]
    [InlineData("Georgia, United States", "US")]
    [InlineData("Bath, Somerset, England", "GB")]
    public void A_region_before_a_comma_belongs_to_the_country_after_it(string written, string code) =>
        Assert.Equal(new Country(code, written), Shipped.Resolve(written));

    [Theory]
    [InlineData("MY", "MY")]
    [InlineData("Mỹ", "US")]
    [InlineData("AO", "AO")]
    [InlineData("Áo", "AT")]
    [InlineData("A\u0301o", "AT")]
    public void Two_plain_letters_are_a_code_and_letters_with_tones_a_name(string written, string code) =>
        Assert.Equal(code, Shipped.Resolve(written).Code);

    [Theory]
    [InlineData("England", "GB")]
    [InlineData("Georgia (country)", "GE")]
    [InlineData("Republic of Ireland", "IE")]
    [InlineData("in Italy", "IT")]
    [InlineData("island", "IS")]
    public void An_alias_leads_to_its_country(string written, string code) => Assert.Equal(code, Shipped.Resolve(written).Code);

    [Fact]
    public void An_alias_wins_over_a_name_and_over_a_code()
    {
        var directory = Parse(
            "code,en,vi,other\nGE,Georgia,Georgia,\nMY,Malaysia,Malaysia,\nUS,United States,Hoa Kỳ,\n",
            "written,country\nGeorgia,United States\nMy,US\n");
        Assert.Equal("US", directory.Resolve("Georgia").Code);
        Assert.Equal("US", directory.Resolve("my").Code);
    }

    [Theory]
    [InlineData("Northern Cyprus")]
    [InlineData("West Bank")]
    [InlineData("Kosovo")]
    [InlineData("Somewhere, Northern Cyprus")]
    public void A_name_without_an_ISO_country_is_kept_as_written(string written)
    {
        Assert.Equal(new Country(null, written), Shipped.Resolve($" {written} "));
        Assert.Equal(written, Shipped.KeyOf(written));
        Assert.Equal(written, Shipped.NameOf(written, vietnamese: true));
    }

    [Fact]
    public void The_key_of_a_filter_is_the_code_whatever_was_typed()
    {
        Assert.Equal("GB", Shipped.KeyOf("scotland"));
        Assert.Null(Shipped.KeyOf("  "));
        Assert.Equal("Đức", Shipped.NameOf("DE", vietnamese: true));
        Assert.Equal("Germany", Shipped.NameOf("DE", vietnamese: false));
    }

    [Fact]
    public void Rubbish_resolves_to_no_country_and_does_not_throw() =>
        Assert.All([.. NoText.Samples, "", ",,,", new string(',', 100_000), new string('x', 100_000)], written => Assert.Null(Shipped.Resolve(written).Code));

    [Fact]
    public void Every_country_of_ISO_3166_has_a_name_in_both_languages()
    {
        var lines = File.ReadAllLines(RepositoryRoot.Path("silo", "data", "countries.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(249, lines.Count);
        Assert.All(lines, fields => Assert.Equal(fields[0], Shipped.Resolve(fields[1]).Code));
        Assert.All(lines, fields => Assert.Equal(fields[0], Shipped.Resolve(fields[2].Length > 2 ? fields[2] : fields[0]).Code));
    }

    [Theory]
    [InlineData("written,country\nGrece,Grece\n", 2, "there is no such country", "không có nước này")]
    [InlineData("written,country\n# fine\n\nGrece;Greece\n", 4, "write how it is written", "cần dạng")]
    [InlineData("written,country\n,Greece\n", 2, "write how it is written", "cần dạng")]
    [InlineData("written,country\nA,Greece\na,GR\nÁ,Italy\n", 4, "remove one of them", "bỏ một dòng")]
    [InlineData("Grece,Greece\n", 1, "the first line must be", "dòng đầu phải là")]
    [InlineData("", 1, "the first line must be", "dòng đầu phải là")]
    public void A_bad_alias_line_is_named_with_the_way_out(string aliases, int line, string en, string vi)
    {
        var error = Assert.Throws<FormatException>(() => Parse("code,en,vi,other\nGR,Greece,Hy Lạp,\nIT,Italy,Italy,\n", aliases));
        Assert.Contains($"line {line}", error.Message, StringComparison.Ordinal);
        Assert.Contains(en, error.Message, StringComparison.Ordinal);
        Assert.Contains(vi, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_file_that_a_spreadsheet_saved_is_read_all_the_same()
    {
        var directory = Parse(
            "code,en,vi,other\nGR,Greece,Hy Lạp,\n",
            "\uFEFF\"# a comment, quoted\",\r\nwritten,country\r\n\"Crete, the island\",\"Greece\"\r\n,\r\n");
        Assert.Equal("GR", directory.Resolve("Crete, The Island").Code);
    }

    [Theory]
    [InlineData("code,en,vi,other\nGR,Greece,Hy Lạp,\nGR,Hellas,Hy Lạp,\n", "two lines")]
    [InlineData("code,en,vi,other\nGR,Greece,Hy Lạp,\nIT,Italy,Italy,Grèece\n", "names both")]
    [InlineData("code,en,vi,other\nGR,Greece\n", "line 2")]
    public void A_country_file_that_contradicts_itself_is_refused(string countries, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => Parse(countries, "written,country\n")).Message, StringComparison.Ordinal);

    private static CountryDirectory Parse(string countries, string aliases) => CountryDirectory.Parse(new StringReader(countries), new StringReader(aliases));
}
