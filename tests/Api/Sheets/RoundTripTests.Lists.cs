using System.Text;
using System.Text.Json;
using CityGrains.Api.Tests.Imports;
using CityGrains.Domain.Activities;
using CityGrains.Domain.Record;
using CityGrains.Grains;
using CityGrains.Journal;

namespace CityGrains.Api.Tests.Sheets;

/// <summary>Requests, cities and activities go out as sheets and come back, too.</summary>
public sealed partial class RoundTripTests
{
    [Fact]
    public async Task Requests_come_back_answered_and_what_was_asked_stays_as_it_was_asked()
    {
        await Enter("asked");
        await Post("/api/v1/cities", """{"id": "vn-asked", "name": "Hỏi", "country": "VN"}""");
        const string Question = """{"question": {"askedOf": "Đại sứ quán", "text": "Đối tác có đồng ý không?", "askedOn": "2025-06-02", "dueBy": "2025-06-15"}}""";
        foreach (var record in new[] { "agreements/asked", "agreements/asked", "agreements/asked", "cities/vn-asked" }) await Post($"/api/v1/{record}/request-feedback", Question);
        const string List = "/api/v1/requests?askedOf=Đại sứ quán&lang=vi";
        var sheet = await Export(List, Xlsx);
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 4", (await Host.Import(sheet, "request-list")).Summary);

        var edited = Edit(sheet,
            ("agreement/asked/r1", "Trả lời", "Đồng ý"), ("agreement/asked/r1", "Ngày trả lời", "20/6/2025"),
            ("agreement/asked/r1", "Số văn bản trả lời", "44/ĐSQ"), ("agreement/asked/r1", "Quá hạn", "không"),
            ("agreement/asked/r2", "Nội dung", "Hỏi khác"), ("agreement/asked/r3", "Trả lời", "=cmd()"), ("city/vn-asked/r1", "Trả lời", "Có"), ("city/vn-asked/r1", "Ngày trả lời", "1/6/2025"));
        var trial = await Host.Import(edited, "request-list", "&dryRun=true&dates=day-first");
        Assert.Equal("accepted 1 duplicate 0 refused 3 unchanged 0", trial.Summary);
        var planned = trial.Rows("planned").Single();
        Assert.Equal("agreement-feedback-answered/1", planned.GetProperty("events")[0].GetProperty("type").GetString());
        Assert.Equal("2025-06-20", planned.GetProperty("events")[0].GetProperty("occurredOn").GetString());
        Assert.Contains("Ghi trả lời cho một yêu cầu", planned.GetProperty("vi").GetString(), StringComparison.Ordinal);
        Assert.Equal(4, (await Events("asked")).Count);

        var answer = await Host.Import(edited, "request-list", "&dates=day-first");
        Assert.Equal("accepted 1 duplicate 0 refused 3 unchanged 0", answer.Summary);
        Assert.Equal(["Quá hạn"], answer.Rows("remark").Select(row => row.GetProperty("column").GetString()));
        Assert.Equal(
            [("Nội dung", "import/not-by-sheet"), ("Trả lời", "import/calculated"), ("Ngày trả lời", "request/before-asked")],
            answer.Rows("refused").OrderBy(row => row.GetProperty("line").GetInt32())
                .Select(row => (row.GetProperty("column").GetString()!, row.GetProperty("code").GetString()!)));
        Assert.StartsWith("Ngày trả lời: ngày 1/6/2025 trước ngày hỏi", answer.Rows("refused").Single(row => row.GetProperty("column").GetString() == "Ngày trả lời").GetProperty("vi").GetString(), StringComparison.Ordinal);
        var recorded = (await Events("asked"))[^1];
        Assert.Equal("agreement-feedback-answered/1", recorded.Type);
        Assert.Equal("44/ĐSQ", JsonElement.Parse(recorded.Data).GetProperty("answer").GetProperty("document").GetString());
        Assert.Equal("Nguyễn Văn A", JsonElement.Parse(recorded.Meta).GetProperty("actor").GetString());
        Assert.Contains("test.csv", Encoding.UTF8.GetString(recorded.Meta), StringComparison.Ordinal);

        Assert.Equal(1, Counted(await Host.Import(edited, "request-list", "&dates=day-first"), "unchanged"));
        var old = Edit(sheet, ("agreement/asked/r1", "Trả lời", "Không đồng ý"), ("agreement/asked/r1", "Ngày trả lời", "2025-06-21"));
        Assert.Equal("import/stale", (await Host.Import(old, "request-list")).Rows("refused").Single().GetProperty("code").GetString());
        var csv = Encoding.UTF8.GetString(await Export(List, "text/csv"));
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 4", (await Host.Import(csv, "request-list")).Summary);

        const string Head = "Request,Version,Answer,Answered on\n";
        var wrong = await Host.Import(Head + "agreement/asked/r9,1,x,2025\nagreement/nowhere/r1,1,x,2025\nr1,1,x,2025\nagreement/asked/r2,1,x,2/7/2025\nagreement/asked/r2,1,,2099\nagreement/asked/r2,,x,2025-07\n", "request-list");
        Assert.Equal(
            ["request/no-such-request", "agreement/not-found", "request/no-such-request", "import/bad-cell", "command/invalid", "import/empty"],
            wrong.Rows("refused").Select(row => row.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Cities_come_back_with_other_names_and_standings_and_lie_where_they_lay()
    {
        foreach (var name in new[] { "vinh", "hoi", "lai" })
            await Post("/api/v1/cities", $$$"""{"id": "vn-di-{{{name}}}", "name": "Đi {{{name}}}", "country": "Việt Nam", "location": {"latitude": 18.6733, "longitude": 105.6922}}""");
        var sheet = await Export("/api/v1/cities?q=vn-di&lang=vi", Xlsx);
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 3", (await Host.Import(sheet, "city-list")).Summary);

        var edited = Edit(sheet,
            ("vn-di-vinh", "Tên", "Thành Vinh"), ("vn-di-vinh", "Ngày thay đổi", "7/2025"), ("vn-di-vinh", "Lý do sửa", "Sắp xếp đơn vị hành chính"),
            ("vn-di-vinh", "Nguồn", "Nghị quyết"),
            ("vn-di-vinh", "Vị thế hành chính", "phường"), ("vn-di-vinh", "Số quyết định", "1678/NQ-UBTVQH15"), ("vn-di-hoi", "Tên", ""), ("vn-di-lai", "Vĩ độ", "19"));
        Assert.Equal(
            ["city-renamed/1", "city-status-changed/1"],
            (await Host.Import(edited, "city-list", "&dryRun=true")).Rows("planned").Single().GetProperty("events").EnumerateArray()
                .Select(planned => planned.GetProperty("type").GetString()));
        var answer = await Host.Import(edited, "city-list");
        Assert.Equal("accepted 1 duplicate 0 refused 2 unchanged 0", answer.Summary);
        Assert.Equal([("Tên", "import/not-by-sheet"), ("Vĩ độ", "import/not-by-sheet")], answer.Rows("refused").Select(Place).Order());
        var recorded = await Stream(StreamKind.City, "vn-di-vinh");
        Assert.Equal(
            [("city-renamed/1", "2025-07"), ("city-status-changed/1", "2025-07")], recorded.Skip(1).Select(happened => (happened.Type, happened.OccurredOn)));
        Assert.Contains("Sắp xếp đơn vị hành chính", Encoding.UTF8.GetString(recorded[1].Meta), StringComparison.Ordinal);
        Assert.Equal(1, Counted(await Host.Import(edited, "city-list"), "unchanged"));
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 3", (await Host.Import(await Export("/api/v1/cities?q=vn-di&lang=en", "text/csv"), "city-list")).Summary);
        Assert.Equal("import/stale", (await Host.Import(Edit(sheet, ("vn-di-vinh", "Tên", "Vinh Mới")), "city-list")).Rows("refused").Single().GetProperty("code").GetString());
        await Post("/api/v1/cities/vn-di-lai/dissolve", """{"dissolvedOn": "2025-07-01", "ground": "Kết thúc hoạt động của cấp huyện"}""");
        Assert.Equal("Name", Place((await Host.Import("Id,Version,Name\nvn-di-lai,2,Lại\n", "city-list")).Rows("refused").Single()).Column);
        Assert.Equal(("Changed on", "command/invalid"), Place((await Host.Import("Id,Version,Administrative standing,Changed on\nvn-di-hoi,1,phường,\n", "city-list")).Rows("refused").Single()));
    }

    [Fact]
    public async Task Activities_come_back_held_reported_and_cancelled()
    {
        foreach (var id in new[] { "held", "gone", "told", "moved", "once" })
        {
            await Post("/api/v1/activities", $$$"""
                {"id": "act-go-{{{id}}}", "kind": "conference", "title": "Diễn đàn {{{id}}}", "organiser": "Cục Ngoại vụ", "office": "{{{ImportHost.Office}}}", "days": {"from": "2024-04-08"},
                 "place": {"name": "Thành phố Hồ Chí Minh", "country": "VN"}, "international": true}
                """);
        }

        await Post("/api/v1/activities/act-go-told/hold", """{"days": {"from": "2024-04-08"}, "reach": [{"what": "đại biểu", "value": 500.5, "qualifier": "nearly"}, {"what": "lượt xem", "value": 35000, "qualifier": "more-than"}]}""");
        var foreign = new PlanActivity(ActivityKind.Visit, "Của sở bạn", "Sở bạn", "Sở Ngoại vụ Nghệ An", new(DateOfRecord.Year(2024)));
        await Host.Grains.GetGrain<IActivityGrain>("act-go-theirs")
            .Execute(foreign, new(Guid.CreateVersion7(), "0", "b", "Sở Ngoại vụ Nghệ An", TimeProvider.System.GetUtcNow()) { Source = new("Danh sách") });

        foreach (var (path, accept) in new[] { ("lang=vi", Xlsx), ("lang=en", Xlsx), ("lang=vi", "text/csv") })
            Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 6", (await Host.Import(await Export($"/api/v1/activities?q=act-go&{path}", accept), "activity-list")).Summary);

        var edited = Edit(await Export("/api/v1/activities?q=act-go&lang=vi", Xlsx),
            ("act-go-held", "Trạng thái", "Đã báo cáo kết quả"), ("act-go-held", "Đến ngày", "2024-04-09"), ("act-go-held", "Nơi", "Luang Prabang"),
            ("act-go-held", "Nước", "Lào"), ("act-go-held", "Kết quả tiếp cận", "đại biểu; lượt xem"),
            ("act-go-held", "Số lượng", "300; 2000"), ("act-go-held", "Mức chính xác", "gần; đúng"), ("act-go-held", "Kết quả", "Ký 8 bản ghi nhớ"),
            ("act-go-held", "Ngày báo cáo", "20/4/2024"),
            ("act-go-gone", "Trạng thái", "Đã hủy"), ("act-go-gone", "Lý do hủy hoặc dời", "Bão số 3"), ("act-go-told", "Kết quả", "Ký 2 bản ghi nhớ"),
            ("act-go-told", "Ngày báo cáo", "2024-05"),
            ("act-go-moved", "Từ ngày", "2024-06-01"), ("act-go-moved", "Đến ngày", "tháng 6/2024"), ("act-go-moved", "Nơi", "Huế"), ("act-go-moved", "Lý do hủy hoặc dời", "Khách mời chính đổi lịch"), ("act-go-once", "Trạng thái", "Đã tổ chức"), ("act-go-once", "Kết quả tiếp cận", "lượt xem"), ("act-go-once", "Số lượng", "35.000"), ("act-go-theirs", "Trạng thái", "Đã hủy"));
        var answer = await Host.Import(edited, "activity-list");
        Assert.Equal("accepted 4 duplicate 0 refused 2 unchanged 0", answer.Summary);
        Assert.Equal([("Mã", "import/other-office"), ("Số lượng", "import/bad-cell")], answer.Rows("refused").Select(Place).Order());
        var moved = (await Stream(StreamKind.Activity, "act-go-moved"))[^1];
        Assert.Equal("activity-rescheduled/1", moved.Type);
        Assert.Equal("""{"before":{"from":"2024-04-08"},"days":{"from":"2024-06-01","to":"2024-06"},"place":{"name":"Huế","country":{"code":"VN","written":"VN"}},"ground":"Khách mời chính đổi lịch"}""", Encoding.UTF8.GetString(moved.Data));
        Assert.Equal(["activity-planned/1", "activity-held/1", "activity-result-recorded/1"],
            (await Stream(StreamKind.Activity, "act-go-held")).Select(recorded => recorded.Type));
        Assert.Equal(["activity-planned/1", "activity-cancelled/1"], (await Stream(StreamKind.Activity, "act-go-gone")).Select(recorded => recorded.Type));
        Assert.Equal(["activity-planned/1", "activity-held/1", "activity-result-recorded/1"],
            (await Stream(StreamKind.Activity, "act-go-told")).Select(recorded => recorded.Type));
        Assert.Equal("accepted 0 duplicate 0 refused 2 unchanged 4", (await Host.Import(edited, "activity-list")).Summary);
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 6", (await Host.Import(await Export("/api/v1/activities?q=act-go&lang=vi", Xlsx), "activity-list")).Summary);
        var back = await Host.Import(
            "Mã,Phiên bản,Trạng thái,Lý do hủy\nact-go-gone,2,Dự kiến,\nact-go-once,1,Đã hủy,\nact-go-once,1,Đã tổ,\n", "activity-list");
        Assert.Equal(
            [("Lý do hủy", "command/invalid"), ("Trạng thái", "import/bad-cell"), ("Trạng thái", "import/not-by-sheet")], back.Rows("refused").Select(Place).Order());
        var late = await Host.Import(
            "Mã,Phiên bản,Từ ngày,Nơi,Lý do hủy\nact-go-once,1,2024-07,Huế,\nact-go-gone,2,2024-07,Huế,x\nact-go-once,1,2024-04-08,,x\n", "activity-list");
        Assert.Equal(
            [("Lý do hủy", "command/invalid"), ("Từ ngày", "import/not-by-sheet"), ("Nơi", "import/not-by-sheet")],
            late.Rows("refused").OrderBy(row => row.GetProperty("line").GetInt32()).Select(Place));
        Assert.StartsWith("Lý do hủy: không được để trống", late.Rows("refused")[0].GetProperty("vi").GetString(), StringComparison.Ordinal);
    }

    private static (string Column, string Code) Place(JsonElement row) => (row.GetProperty("column").GetString()!, row.GetProperty("code").GetString()!);

    private static int Counted(ImportAnswer answer, string what) => answer.Lines[^1].GetProperty("summary").GetProperty(what).GetInt32();

    private async Task Post(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Host.Client.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task<List<RecordedEvent>> Stream(StreamKind kind, string id) => Host.Journal.ReadStream(new StreamId(kind, id), 0).ToListAsync().AsTask();
}
