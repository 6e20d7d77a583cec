using System.Net;
using System.Text;
using CityGrains.Api.Access;
using CityGrains.Api.Imports;

namespace CityGrains.Api.Tests.Imports;

/// <summary>What is wrong with a file as a whole is said at once, and nothing of it is written.</summary>
public sealed class WholeFileTests : IAsyncLifetime
{
    private const string Header = "city1,country1,lat1,lng1,city2,country2,lat2,lng2\n";
    private const string Row = "Vinh,Vietnam,18.67,105.69,Pakse,Laos,15.12,105.78\n";

    private ImportHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ImportHost.Start(new ImportLimits(Rows: 1000, Bytes: 1024 * 1024));

    public async ValueTask DisposeAsync()
    {
        try
        {
            Assert.Equal((0, 0), await _host.Rows.Summary() is var recorded ? (recorded.Agreements, recorded.Cities) : default);
            Assert.Empty(Directory.EnumerateFiles(_host.Folder, ".import-*"));
        }
        finally
        {
            await _host.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_wrong_header_is_told_with_every_column_that_is_missing_unknown_or_repeated()
    {
        var (status, code, text) = (await Import("city1,country1,lat1,lng1,town2,country2,lat2,country1\n" + Row)).Problem;
        Assert.Equal((400, "import/wrong-header"), (status, code));
        Assert.Contains("Missing: thành phố 2 / city2, kinh độ 2 / lng2.", text, StringComparison.Ordinal);
        Assert.Contains("Unknown: town2.", text, StringComparison.Ordinal);
        Assert.Contains("Repeated: country1.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_told_by_the_line_it_opens_on()
    {
        var (status, code, text) = (await Import(Header + Row + "\"Sa Đéc\nvà\",Vietnam,1,2,\"Pakse,Laos,1,2\n" + Row)).Problem;
        Assert.Equal((400, "import/broken-quote"), (status, code));
        Assert.Contains("line 4, column 17 is never closed", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_after_a_closing_quote_is_told_by_its_place()
    {
        var (status, code, text) = (await Import(Header + "\"Sa\" Đéc,Vietnam,1,2,Pakse,Laos,1,2\n")).Problem;
        Assert.Equal((400, "import/broken-quote"), (status, code));
        Assert.Contains("Line 2, column 5", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_of_latin_1_is_told_by_its_place_and_how_to_save_the_file()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes(Header + Row + "Đà Nẵng,Vietnam,1,2,M"), 0xFC, .. "nster,Germany,1,2\n"u8];
        var (status, code, text) = (await _host.Import(file, "twin-cities")).Problem;
        Assert.Equal((400, "import/not-utf8"), (status, code));
        Assert.Contains("Line 3, column 22: the byte 0xFC is not UTF-8", text, StringComparison.Ordinal);
        Assert.Contains("CSV UTF-8", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'c', 0 }, "import/not-utf8", "UTF-16")]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4 }, "import/broken-workbook", "Excel file is broken")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, "import/old-excel", "old Excel")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0, (byte)'E', 0, (byte)'n', 0, (byte)'c', 0, (byte)'r', 0, (byte)'y', 0, (byte)'p', 0, (byte)'t', 0, (byte)'e', 0, (byte)'d', 0,
        (byte)'P', 0, (byte)'a', 0, (byte)'c', 0, (byte)'k', 0, (byte)'a', 0, (byte)'g', 0, (byte)'e', 0 }, "import/password", "password")]
    [InlineData(new byte[0], "import/empty-file", "empty")]
    public async Task What_is_no_csv_is_recognised(byte[] file, string code, string says)
    {
        var problem = (await _host.Import(file, "twin-cities")).Problem;
        Assert.Equal((400, code), (problem.Status, problem.Code));
        Assert.Contains(says, problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_too_much_is_not_unpacked()
    {
        var large = RawWorkbook.Of([("A", $"<!--{new string(' ', 2 * 1024 * 1024)}--><sheetData/>", "")]);
        Assert.True(large.Length < 10_000);
        Assert.Equal("import/workbook-too-large", (await _host.Import(large, "twin-cities")).Problem.Code);
        var row = RawWorkbook.Rows([.. Enumerable.Repeat("<c t='inlineStr'><is><t>" + new string('x', 9_000) + "</t></is></c>", 112)]);
        Assert.Equal("import/workbook-too-large", (await _host.Import(RawWorkbook.Of([("A", row, "")]), "twin-cities")).Problem.Code);
    }

    [Fact]
    public async Task A_file_with_one_row_too_many_is_refused_and_one_row_fewer_is_not()
    {
        var rows = string.Concat(Enumerable.Repeat(Row, 1000));
        var problem = (await Import(Header + rows + Row)).Problem;
        Assert.Equal((413, "import/too-many-rows"), (problem.Status, problem.Code));
        Assert.Equal("accepted 1 duplicate 999 refused 0 unchanged 0", (await _host.Import(Header + rows, "twin-cities", "&dryRun=true")).Summary);
    }

    [Fact]
    public async Task A_file_with_too_many_bytes_is_refused_before_it_is_sent()
    {
        var problem = (await _host.Import(new byte[1024 * 1024 + 1], "twin-cities")).Problem;
        Assert.Equal((413, "import/too-large"), (problem.Status, problem.Code));
        Assert.Contains("at most 1000 rows and 1 MB", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_map_is_told_with_those_there_are()
    {
        var problem = (await _host.Import(Header + Row, "nix")).Problem;
        Assert.Equal((400, "import/no-such-map"), (problem.Status, problem.Code));
        Assert.Contains(
            "activity-list, agreement-list, agreements, city-list, milestones, progress, request-list, twin-cities", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_officer_imports_nothing()
    {
        await using var host = await ImportHost.Start(roles: [Role.Leader]);
        Assert.Equal((int)HttpStatusCode.Forbidden, (await host.Import(Header + Row, "twin-cities")).Status);
        Assert.Equal(0, (await host.Rows.Summary()).Cities);
    }

    private Task<ImportAnswer> Import(string csv) => _host.Import(csv, "twin-cities");
}
