using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CityGrains.Api.Tests.Imports;
using CityGrains.Api.Tests.Reports;
using CityGrains.Domain.Agreements;
using CityGrains.Domain.Record;
using CityGrains.Grains;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityGrains.Api.Tests.Sheets;

/// <summary>A list goes out as a sheet, is edited there, and comes back: exactly the edits are recorded.</summary>
public sealed partial class RoundTripTests(ImportServer server) : IClassFixture<ImportServer>
{
    private const string Hostile = "=HYPERLINK(\"http://x\";\"a\")";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private ImportHost Host => server.Host;

    [Fact]
    public async Task A_flag_that_is_edited_is_said_to_be_passed_over_once_for_its_column()
    {
        await Enter("flag-one", "flag-two");
        var sheet = await Export("/api/v1/agreements?q=flag&lang=vi", Xlsx);
        Assert.Empty((await Host.Import(sheet, "agreement-list")).Rows("remark"));

        var answer = await Host.Import(
            Edit(sheet, ("flag-one", "Cảnh báo ngày xuất", "mismatch"), ("flag-two", "Cảnh báo ngày xuất", "mismatch")), "agreement-list");
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 2", answer.Summary);
        var remark = Assert.Single(answer.Rows("remark"));
        Assert.Equal(("import/derived", "Cảnh báo ngày xuất", "mismatch"), (remark.GetProperty("code").GetString(), remark.GetProperty("column").GetString(), remark.GetProperty("value").GetString()));
        Assert.Contains("is not read", remark.GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Single(await Events("flag-one"));
    }

    [Fact]
    public async Task An_exported_list_edited_and_imported_gives_exactly_the_edits()
    {
        await Enter("tour-one", "tour-two", "tour-three");
        var sheet = await Export("/api/v1/agreements?q=tour&lang=vi", Xlsx);
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 3", (await Host.Import(sheet, "agreement-list")).Summary);

        var edited = Edit(sheet, ("tour-one", "Tiến độ khai báo (%)", "40"), ("tour-one", "Nội dung đã làm", "Đoàn thứ nhất đã sang"),
            ("tour-two", "Ngày ký", "3/2024"), ("tour-two", "Lý do sửa", "Nhập nhầm"), ("tour-two", "Nguồn", "Bản gốc"), ("tour-three", "Trạng thái", "Đã thực hiện"));
        var trial = await Host.Import(edited, "agreement-list", "&dryRun=true");
        Assert.Equal("accepted 2 duplicate 0 refused 1 unchanged 0", trial.Summary);
        Assert.Single(await Events("tour-one"));

        var answer = await Host.Import(edited, "agreement-list");
        Assert.Equal("accepted 2 duplicate 0 refused 1 unchanged 0", answer.Summary);
        var refused = answer.Rows("refused").Single();
        Assert.Equal(("Trạng thái", "Đã thực hiện", "import/not-by-sheet"),
            (refused.GetProperty("column").GetString(), refused.GetProperty("value").GetString(), refused.GetProperty("code").GetString()));
        Assert.Contains("use: complete", refused.GetProperty("en").GetString(), StringComparison.Ordinal);

        var reported = (await Events("tour-one"))[1];
        Assert.Equal("progress-reported/1", reported.Type);
        Assert.Equal(40, JsonElement.Parse(reported.Data).GetProperty("percent").GetInt32());
        var meta = JsonElement.Parse(reported.Meta);
        Assert.Equal("Nguyễn Văn A", meta.GetProperty("actor").GetString());
        Assert.Contains("test.csv", meta.GetProperty("source").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(["legacy-agreement-registered/1", "record-corrected/1"], (await Events("tour-two")).Select(recorded => recorded.Type));
        Assert.Equal("2024-03", (await Agreement("tour-two")).Signing!.SignedOn.ToString());
        Assert.Single(await Events("tour-three"));

        Assert.Equal("accepted 0 duplicate 0 refused 1 unchanged 2", (await Host.Import(edited, "agreement-list")).Summary);
        var stale = (await Host.Import(sheet, "agreement-list")).Rows("refused");
        Assert.Equal(["import/stale", "import/stale"], stale.Select(row => row.GetProperty("code").GetString()));
        Assert.Equal((2, 2, 1), ((await Events("tour-one")).Count, (await Events("tour-two")).Count, (await Events("tour-three")).Count));
    }

    [Fact]
    public async Task Agreements_of_another_office_may_stand_in_the_list_and_are_not_edited_by_it()
    {
        var party = new Party("Tỉnh B", PartyType.Province, new("VN", "Việt Nam"));
        var foreign = new RegisterLegacyAgreement(
            AgreementKind.Mou, new("Của sở bạn"), [party, party with { Name = "C" }], "Sở Ngoại vụ Nghệ An", LegalState.InEffect, DateOfRecord.Year(2024));
        var context = new CommandContext(Guid.CreateVersion7(), "0", "b", "Sở Ngoại vụ Nghệ An", TimeProvider.System.GetUtcNow()) { Source = new("Danh sách") };
        Assert.Equal(CommandStatus.Accepted, (await Host.Grains.GetGrain<IAgreementGrain>("theirs").Execute(foreign, context)).Status);

        var sheet = await Export("/api/v1/agreements?q=theirs&lang=vi", Xlsx);
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 1", (await Host.Import(sheet, "agreement-list")).Summary);
        var answer = await Host.Import(Edit(sheet, ("theirs", "Tiến độ khai báo (%)", "40"), ("theirs", "Nội dung đã làm", "x")), "agreement-list");
        Assert.Equal("import/other-office", answer.Rows("refused").Single().GetProperty("code").GetString());
        Assert.Single(await Events("theirs"));
    }

    [Fact]
    public async Task A_formula_stays_text_out_and_back_in_csv_and_xlsx()
    {
        await Enter("hostile");
        var csv = Encoding.UTF8.GetString(await Export("/api/v1/agreements?q=hostile", "text/csv"));
        Assert.StartsWith("\uFEFFId,Version,", csv, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\";\"\"a\"\")\"", csv, StringComparison.Ordinal);
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 1", (await Host.Import(csv, "agreement-list")).Summary);

        var xlsx = await Export("/api/v1/agreements?q=hostile&format=xlsx", "application/json");
        Assert.Contains(Hostile, Spreadsheet.Read(xlsx).Single().Value[1]);
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 1", (await Host.Import(xlsx, "agreement-list")).Summary);
    }

    [Fact]
    public async Task A_plan_comes_from_a_sheet_and_its_milestones_go_out_and_back_with_their_results()
    {
        await Enter("plan");
        const string Sheet = "Mã thỏa thuận;Cam kết;Cơ quan thực hiện;Mốc;Hạn mốc;Kết quả mốc;Ngày ghi kết quả\n"
            + "plan;Trao đổi giáo viên;Sở Giáo dục;Đoàn một;9/2025;Đã đạt;14/9/2025\nplan;Trao đổi giáo viên;Sở Giáo dục;Đoàn hai;2099;;\n"
            + "plan;Hội chợ;;Chuẩn bị;2099-05;;\nnone;Hội chợ;Sở Công Thương;Chuẩn bị;2099-05;;\n";
        var first = await Host.Import(Sheet, "milestones");
        Assert.Equal("accepted 2 duplicate 0 refused 2 unchanged 0", first.Summary);
        Assert.Equal([(4, "Cơ quan thực hiện"), (5, "Mã thỏa thuận")], first.Rows("refused").Select(row => (row.GetProperty("line").GetInt32(), row.GetProperty("column").GetString()!)));
        Assert.Equal(
            ["legacy-agreement-registered/1", "implementation-plan-adopted/1", "milestone-met/1"], (await Events("plan")).Select(recorded => recorded.Type));
        Assert.Equal("accepted 0 duplicate 0 refused 2 unchanged 2", (await Host.Import(Sheet, "milestones")).Summary);

        var csv = Encoding.UTF8.GetString(await Export("/api/v1/milestones?q=plan&lang=vi", "text/csv"));
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 2", (await Host.Import(csv, "milestones")).Summary);
        var edited = csv.Replace("Đoàn hai,2099,Chưa xong,,", "Đoàn hai,2099-12,Chưa xong,,Đối tác đề nghị", StringComparison.Ordinal)
            .Replace("Đoàn một,", "Đoàn khác,", StringComparison.Ordinal);
        var answer = await Host.Import(edited, "milestones");
        Assert.Equal("accepted 1 duplicate 0 refused 1 unchanged 0", answer.Summary);
        Assert.Contains("add-commitment", answer.Rows("refused").Single().GetProperty("vi").GetString(), StringComparison.Ordinal);
        Assert.Equal("2099-12", (await Agreement("plan")).Milestone("c1-m2")!.DueOn.ToString());
        Assert.Equal("milestone-rescheduled/1", (await Events("plan"))[^1].Type);

        var missed = await Host.Import(
            "Mã;Mã mốc;Kết quả;Ngày đạt;Lý do\nplan;c1-m2;Không đạt;2025;Đối tác hoãn\nplan;c1-m9;Đã đạt;2025;\nplan;c1-m1;Chưa xong;;\n", "milestones");
        Assert.Equal("accepted 1 duplicate 0 refused 2 unchanged 0", missed.Summary);
        Assert.Equal("accepted 1 duplicate 0 refused 0 unchanged 0", (await Host.Import("Mã;Mã mốc;Hạn mốc;Kết quả;Lý do\nplan;c1-m2;2100;Không đạt;Lịch mới\n", "milestones")).Summary);
        var moved = (await Agreement("plan")).Milestone("c1-m2")!;
        Assert.Equal((MilestoneStatus.Open, "2100"), (moved.Status, moved.DueOn.ToString()));
    }

    [Fact]
    public async Task Progress_reported_over_the_year_goes_in_once_in_its_order()
    {
        await Enter("progress");
        const string Sheet = "Mã;Tiến độ (%);Nội dung đã làm;Ngày báo cáo\nprogress;20%;Mở đầu;tháng 1/2025\nprogress;40;Đoàn một;14/3/2025\nprogress;140;Sai;2025\nprogress;0,4;Sai;2025\n";
        Assert.Equal("accepted 2 duplicate 0 refused 2 unchanged 0", (await Host.Import(Sheet, "progress")).Summary);
        Assert.Equal("accepted 0 duplicate 0 refused 2 unchanged 2", (await Host.Import(Sheet, "progress")).Summary);
        Assert.Equal(["2025-01", "2025-03-14"], (await Events("progress")).Skip(1).Select(recorded => recorded.OccurredOn));
    }

    [Fact]
    public async Task Refused_rows_come_back_as_a_file_that_is_mended_and_imported_as_it_is()
    {
        await Enter("mend");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports?map=progress&lang=vi") { Content = new StringContent("Mã,Tiến độ,Nội dung\nmend,200,\"a, b\"\nmend,30,Tốt\n", Encoding.UTF8, "text/csv") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using var response = await Host.Client.SendAsync(request);
        var file = await response.Content.ReadAsStringAsync();
        Assert.True(response.Headers.TryGetValues("Import-Summary", out var summary), file);
        Assert.Equal("accepted=1, duplicate=0, refused=1, unchanged=0", summary.Single());
        Assert.Contains("Mã,Tiến độ,Nội dung,Dòng bị từ chối,Lý do bị từ chối", file, StringComparison.Ordinal);
        Assert.Equal(
            "accepted 1 duplicate 0 refused 0 unchanged 0", (await Host.Import(file.Replace("200", "50", StringComparison.Ordinal), "progress")).Summary);
    }

    [Theory]
    [InlineData("/api/v1/agreements")]
    [InlineData("/api/v1/milestones")]
    [InlineData("/api/v1/cities")]
    [InlineData("/api/v1/offices")]
    [InlineData("/api/v1/activities")]
    [InlineData("/api/v1/deadlines")]
    [InlineData("/api/v1/requests")]
    [InlineData("/api/v1/networks/gnlc/members")]
    [InlineData("/api/v1/agreements/lists/history")]
    public async Task Every_list_comes_as_a_workbook_that_keeps_to_the_standard_and_as_csv_with_the_same_rows(string path)
    {
        await Enter("lists");
        var rows = Spreadsheet.Read(await Export(path + "?format=xlsx", "*/*")).Single().Value;
        var csv = Encoding.UTF8.GetString(await Export(path, "text/csv;q=0.9, text/html"));
        Assert.Equal(string.Join(',', rows[0]), csv[1..csv.IndexOf('\r', StringComparison.Ordinal)]);
        Assert.Equal(rows.Count, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_template_is_an_empty_file_of_its_map_and_what_is_asked_wrongly_is_told()
    {
        var xlsx = await Export("/api/v1/imports/templates/milestones?lang=vi", "*/*");
        Assert.Contains("Hạn mốc (ngày/tháng/năm)", Spreadsheet.Read(xlsx).Single().Value[0]);
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 0", (await Host.Import(xlsx, "milestones")).Summary);
        foreach (var path in new[] { "/api/v1/agreements?format=pdf", "/api/v1/agreements?format=csv&lang=fr", "/api/v1/agreements?format=csv&state=Nope", "/api/v1/imports/templates/none" })
        {
            using var answer = await Host.Client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((400, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    private async Task Enter(params string[] ids)
    {
        var rows = ids.Select(id => $"{id};{(id == "hostile" ? $"\"{Hostile.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : $"Bản ghi nhớ xuôi {id}")};Bản ghi nhớ;Tỉnh B;Việt Nam;Tỉnh;C;Lào;Tỉnh;Có hiệu lực;2024-02");
        Assert.Empty((await Host.Import("Mã;Tên thỏa thuận;Loại;Bên 1;Nước của bên 1;Loại bên 1;Bên 2;Nước của bên 2;Loại bên 2;Trạng thái;Ngày ký\n" + string.Join('\n', rows))).Rows("refused"));
    }

    private async Task<byte[]> Export(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await Host.Client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.IsSuccessStatusCode, Encoding.UTF8.GetString(body));
        return body;
    }

    /// <summary>What a person does in a spreadsheet: writes a text into the cell of a column in the row of an id.</summary>
    private static byte[] Edit(byte[] file, params (string Id, string Column, string Text)[] edits)
    {
        using var copy = new MemoryStream();
        copy.Write(file);
        using (var document = SpreadsheetDocument.Open(copy, isEditable: true))
        {
            var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
            var rows = sheet.Descendants<Row>().ToList();
            foreach (var (id, column, text) in edits)
            {
                var letters = Letters(rows[0].Elements<Cell>().Single(cell => cell.InnerText == column));
                var row = rows.Single(row => row.Elements<Cell>().First().InnerText == id);
                row.Elements<Cell>().FirstOrDefault(cell => Letters(cell) == letters)?.Remove();
                var after = row.Elements<Cell>().LastOrDefault(cell => Order(Letters(cell)) < Order(letters));
                var written = text is ['=', ..]
                    ? new Cell { CellReference = letters + row.RowIndex, CellFormula = new CellFormula(text[1..]), CellValue = new CellValue("1") }
                    : new Cell { CellReference = letters + row.RowIndex, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
                if (after is null) row.PrependChild(written);
                else row.InsertAfter(written, after);
            }
        }

        return copy.ToArray();
    }

    private static string Letters(Cell cell) => new([.. cell.CellReference!.Value!.TakeWhile(char.IsAsciiLetterUpper)]);

    private static int Order(string letters) => letters.Aggregate(0, (order, letter) => (order * 26) + letter - 'A' + 1);

    private Task<List<RecordedEvent>> Events(string id) => Stream(StreamKind.Agreement, id);

    private async Task<Agreement> Agreement(string id) =>
        JsonSerializer.Deserialize((await Host.Rows.Find(new StreamId(StreamKind.Agreement, id)))!.Body, JournalJson.Default.Agreement)!;
}
