using System.Text.Json;
using CityGrains.Api.Access;
using CityGrains.Domain.Agreements;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityGrains.Api.Tests.Imports;

/// <summary>One server for the tests of a class.</summary>
public sealed class ImportServer : IAsyncLifetime
{
    internal ImportHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await ImportHost.Start(roles: [Role.Officer, Role.Leader]);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}

/// <summary>A workbook of an office, as programs and people make them.</summary>
public sealed class WorkbookTests(ImportServer server) : IClassFixture<ImportServer>
{
    private static readonly string[] Names =
        ["Mã", "Tên thỏa thuận", "Loại", "Bên 1", "Nước của bên 1", "Loại bên 1", "Bên 2", "Nước của bên 2", "Loại bên 2", "Trạng thái", "Ngày ký"];

    private static readonly string[] Dated = ["xl-day", "xl-month", "xl-year", "xl-serial", "xl-text", "xl-settled"];

    private ImportHost Host => server.Host;

    [Fact]
    public async Task A_workbook_with_a_title_above_its_names_keeps_the_precision_of_every_date_and_the_numbers_of_its_rows()
    {
        var file = RawWorkbook.Of(
        [
            ("Trang bìa", RawWorkbook.Rows(["Sở Ngoại vụ"]), ""),
            ("Theo dõi", RawWorkbook.Rows(
                ["BẢNG THEO DÕI THỎA THUẬN"], [], Names,
                Row("xl-day", "<c s='1'><v>45336</v></c>"), Row("xl-month", "<c s='2'><v>45323</v></c>"), Row("xl-year", "<c><v>2024</v></c>"),
                Row("xl-serial", "<c><v>45336</v></c>"), Row("xl-text", "14/2/2024"), Row("xl-settled", "2/3/2024"),
                Row("xl-formula", "<c s='1'><f>TODAY()</f><v>45336</v></c>"), Row("xl-error", "<c t='e'><v>#REF!</v></c>")) + "<mergeCells><mergeCell ref='A1:K1'/></mergeCells>", ""),
            ("Nháp", RawWorkbook.Rows(Names), "hidden"),
        ], "", "dd/mm/yyyy", "mm/yyyy");

        var answer = await Host.Import(file);
        Assert.Equal("accepted 6 duplicate 0 refused 2 unchanged 0", answer.Summary);
        Assert.Equal(["2024-02-14", "2024-02", "2024", "2024-02-14", "2024-02-14", "2024-03-02"],
            await Task.WhenAll(Dated.Select(async id => (await Agreement(id)).Signing!.SignedOn.ToString())));
        Assert.Equal([(10, "=TODAY()"), (11, "#REF!")], answer.Rows("refused").Select(row => (row.GetProperty("line").GetInt32(), row.GetProperty("value").GetString()!)));
        Assert.All(answer.Rows("refused"), row => Assert.Equal("import/calculated", row.GetProperty("code").GetString()));
        Assert.Equal("accepted 0 duplicate 0 refused 2 unchanged 6", (await Host.Import(file)).Summary);
    }

    [Fact]
    public async Task A_workbook_that_counts_from_1904_means_other_days()
    {
        var file = RawWorkbook.Of([("A", RawWorkbook.Rows(Names, Row("xl-1904", "<c s='1'><v>43874</v></c>")), "")], "date1904='1'", "d/m/yyyy");
        Assert.Equal("accepted 1 duplicate 0 refused 0 unchanged 0", (await Host.Import(file)).Summary);
        Assert.Equal("2024-02-14", (await Agreement("xl-1904")).Signing!.SignedOn.ToString());
    }

    [Fact]
    public async Task Hostile_text_goes_in_as_text_and_a_line_end_within_a_cell_stays_one()
    {
        var file = RawWorkbook.Of([("A", RawWorkbook.Rows(Names, Row("xl-hostile", "2024", "=HYPERLINK(\"http://x\";\"a\")\nsecond, line")), "")]);
        Assert.Equal("accepted 1 duplicate 0 refused 0 unchanged 0", (await Host.Import(file)).Summary);
        Assert.Equal("=HYPERLINK(\"http://x\";\"a\")\nsecond, line", (await Agreement("xl-hostile")).Title.Vi);
    }

    [Fact]
    public async Task A_workbook_of_another_program_with_shared_texts_goes_in()
    {
        var row = Row("xl-shared", "2024-02");
        Assert.Equal("accepted 1 duplicate 0 refused 0 unchanged 0", (await Host.Import(Shared(Names, row))).Summary);
        Assert.Equal("2024-02", (await Agreement("xl-shared")).Signing!.SignedOn.ToString());
    }

    [Fact]
    public async Task What_cannot_be_told_from_a_workbook_is_refused_as_a_whole_with_the_way_out()
    {
        var rows = RawWorkbook.Rows(Names, Row("xl-no", "2024"), Row("xl-no-2", "2024"));
        Assert.Equal(
            "import/merged-cells", (await Host.Import(RawWorkbook.Of([("A", rows + "<mergeCells><mergeCell ref='D2:D3'/></mergeCells>", "")]))).Problem.Code);
        Assert.Equal("import/which-sheet", (await Host.Import(RawWorkbook.Of([("A", rows, ""), ("B", rows, "")]))).Problem.Code);
        Assert.Equal("import/no-such-sheet", (await Host.Import(RawWorkbook.Of([("A", rows, "")]), more: "&sheet=Z")).Problem.Code);
        Assert.Equal("import/no-visible-sheet", (await Host.Import(RawWorkbook.Of([("A", rows, "veryHidden")]))).Problem.Code);
        Assert.Equal("import/not-xlsx", (await Host.Import(RawWorkbook.Zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]))).Problem.Code);
        Assert.Equal(
            "import/broken-workbook", (await Host.Import(RawWorkbook.Of([("A", "<sheetData><row><c t='s'><v>7</v></c></row></sheetData>", "")]))).Problem.Code);
        Assert.Equal("import/broken-workbook", (await Host.Import(RawWorkbook.Of([("A", "<sheetData><row r='2'/><row r='1'/>", "")]))).Problem.Code);
        Assert.Equal(
            "import/workbook-too-large", (await Host.Import(RawWorkbook.Of([("A", RawWorkbook.Rows(Names, [new string('x', 200_000)]), "")]))).Problem.Code);
        Assert.Equal("accepted 2 duplicate 0 refused 0 unchanged 0", (await Host.Import(RawWorkbook.Of([("A", rows, ""), ("B", rows, "")]), more: "&sheet=B&dryRun=true")).Summary);
        Assert.Empty(Directory.EnumerateFiles(Host.Folder, ".import-*"));
    }

    [Fact]
    public async Task Columns_of_other_names_are_proposed_and_read_as_the_caller_says()
    {
        var csv = "Tên thoả thuận đã ký,Loại,Bên 1,Nước của bên 1,Loại bên 1,Bên 2,Nước của bên 2,Loại bên 2,Trạng thái,Ngày tháng ký,Ghi chú\n"
            + "Bản X,Bản ghi nhớ,Tỉnh B,Việt Nam,Tỉnh,C,Lào,Tỉnh,Đã ký,2/3/2024,gì đó\n";
        var refused = await Host.Import(csv);
        Assert.Equal("import/wrong-header", refused.Problem.Code);
        Assert.Contains("column=title:Tên thoả thuận đã ký", refused.Lines[0].GetProperty("errors")[0].GetProperty("vi").GetString(), StringComparison.Ordinal);

        var answer = await Host.Import(
            csv, more: $"&dryRun=true&dates=day-first&ignore={E("Ghi chú")}&column={E("title:Tên thoả thuận đã ký")}&column={E("signedOn:Ngày tháng ký")}");
        Assert.Equal("accepted 1 duplicate 0 refused 0 unchanged 0", answer.Summary);
        Assert.Equal("signedOn", answer.Lines[0].GetProperty("columns").GetProperty("fields").GetProperty("Ngày tháng ký").GetString());
        Assert.Equal("import/bad-column", (await Host.Import(csv, more: "&column=nothing:x")).Problem.Code);
    }

    private static string E(string text) => Uri.EscapeDataString(text);

    private static string[] Row(string id, string signedOn, string title = "Bản ghi nhớ A") =>
        [id, title, "Bản ghi nhớ", "Tỉnh B", "Việt Nam", "Tỉnh", "C", "Lào", "Tỉnh", "Đã ký", signedOn];

    /// <summary>Written by the OpenXML library, every text shared.</summary>
    private static byte[] Shared(params string[][] rows)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            var texts = book.AddNewPart<SharedStringTablePart>();
            texts.SharedStringTable = new SharedStringTable(rows.SelectMany(row => row).Select(text => new SharedStringItem(new Text(text))));
            var part = book.AddNewPart<WorksheetPart>();
            var next = 0;
            part.Worksheet = new Worksheet(new SheetData(rows.Select((row, y) => new Row(row.Select((_, x) => new Cell
            {
                CellReference = $"{(char)('A' + x)}{y + 1}", DataType = CellValues.SharedString, CellValue = new CellValue(next++),
            })) { RowIndex = (uint)(y + 1) })));
            book.Workbook.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = "Sheet1" }));
        }

        return file.ToArray();
    }

    private async Task<Agreement> Agreement(string id) =>
        JsonSerializer.Deserialize((await Host.Rows.Find(new StreamId(StreamKind.Agreement, id)))!.Body, JournalJson.Default.Agreement)!;
}
