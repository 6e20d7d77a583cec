using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Api.Tests.Portfolios;
using CityGrains.Tests;

namespace CityGrains.Api.Tests.Reports;

/// <summary>The report of 2025 on four agreements, counted by hand; today is 15 March 2026. A store joins by a class that names its database.</summary>
public abstract class AnnualReporting : IAsyncLifetime
{
    private const string Path = "/api/v1/reports/annual/2025";
    private const string Hostile = "=HYPERLINK(\\\"http://x\\\") <script>alert('x')</script> & ]]> <b>";

    private FourAgreements _four = null!;

    private Caller Api => _four.Api;

    public async ValueTask InitializeAsync()
    {
        _four = new FourAgreements(await Database());
        await _four.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _four.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<string?> Database();

    [Fact]
    public async Task Every_number_carries_the_events_it_was_counted_from()
    {
        var report = (await Api.Get(Path)).Expect(HttpStatusCode.OK).Json;
        Assert.Equal("2025-11-15", report.GetProperty("on").GetString());
        var measures = Measures(report);
        Assert.Equal("agr-one@1 agr-three@1 agr-two@1", Events(measures["signed"]));
        Assert.Equal("agr-one@2 agr-two@2", Events(measures["in-effect"]));
        Assert.Equal("agr-one@3 agr-two@3", Events(measures["planned"]));
        Assert.Equal("agr-one@4", Events(measures["implementing"]));
        Assert.Equal("", Events(measures["implemented"]));
        Assert.Equal("agr-three@1", Events(measures["stand-signed"]));
        Assert.Equal("agr-four@1", Events(measures["stand-in-effect"]));
        Assert.Equal("agr-two@3", Events(measures["stand-planned"]));
        Assert.Equal("agr-one@4", Events(measures["stand-implementing"]));
        Assert.Equal("", Events(measures["overdue"]));
        Assert.Equal("LA 3", string.Join(' ', measures["signed"].GetProperty("byCountry").EnumerateArray().Select(group => $"{group.GetProperty("value")} {group.GetProperty("count")}")));
        Assert.Equal("y tế 1", string.Join(' ', measures["signed"].GetProperty("byField").EnumerateArray().Select(group => $"{group.GetProperty("value")} {group.GetProperty("count")}")));
        Assert.Equal("mou 3", string.Join(' ', measures["signed"].GetProperty("byKind").EnumerateArray().Select(group => $"{group.GetProperty("value")} {group.GetProperty("count")}")));
    }

    [Fact]
    public async Task Another_day_shows_what_is_overdue_and_every_link_shows_as_many_events_as_its_number()
    {
        var report = (await Api.Get($"{Path}?on=2026-01-10&office=S%E1%BB%9F%20Ngo%E1%BA%A1i%20v%E1%BB%A5%20S%C6%A1n%20La")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal("agr-one@3#c1-m1 agr-two@3#c1-m1", Events(Measures(report)["overdue"]));
        Assert.Equal("", Events(Measures(report)["stand-in-effect"]));
        foreach (var measure in Measures(report).Values)
        {
            foreach (var number in measure.GetProperty("byCountry").EnumerateArray().Append(measure.GetProperty("total")))
            {
                var counted = (await Api.Get(number.GetProperty("link").GetString()!)).Expect(HttpStatusCode.OK).Json;
                Assert.Equal(number.GetProperty("count").GetInt32(), counted.GetProperty("count").GetInt32());
                Assert.Equal(number.GetProperty("events").GetRawText(), JsonSerializer.Serialize(counted.GetProperty("events").EnumerateArray().Select(one => one.GetProperty("reference").GetString())));
                foreach (var one in counted.GetProperty("events").EnumerateArray())
                {
                    var recorded = (await Api.Get(one.GetProperty("link").GetString()!)).Expect(HttpStatusCode.OK).Json.GetProperty("items")[0];
                    Assert.Equal(one.GetProperty("version").GetInt32(), recorded.GetProperty("version").GetInt32());
                }
            }
        }
    }

    [Fact]
    public async Task The_same_question_is_answered_by_the_same_bytes_in_every_form()
    {
        await IsStable(() => Bytes("format=json"));
        await IsStable(() => Bytes("format=html&lang=vi"));
        Assert.Equal(await Cells(), await Cells());

        await Api.Post("/api/v1/cities", """{"id": "vn-moi", "name": "Mới", "country": "VN"}""");
        await IsStable(async () => System.Text.Encoding.UTF8.GetBytes((await Api.Get($"{Path}?on=2025-11-15")).Text));
    }

    /// <summary>A spreadsheet but for the position it names: asking for it is an export, which the record notes, so the next names a later one.</summary>
    private async Task<IEnumerable<string>> Cells() => Spreadsheet.Read(await Bytes("format=xlsx&lang=en")).Values.SelectMany(rows => rows)
        .Select(row => string.Join('|', row)).Where(row => !row.Contains("Made at position", StringComparison.Ordinal)).ToList();

    /// <summary>
    /// Asked twice, answered alike. That an export was asked for is noted in the record a few seconds later, which moves the position it names: then it is
    /// asked again.
    /// </summary>
    private static async Task IsStable(Func<Task<byte[]>> ask)
    {
        var last = await ask();
        for (var again = 0; again < 3; again++)
        {
            var now = await ask();
            if (now.AsSpan().SequenceEqual(last)) return;
            last = now;
        }

        Assert.Fail("Answered by other bytes each time.");
    }

    [Fact]
    public async Task The_page_is_well_formed_in_both_languages_and_shows_hostile_titles_as_text()
    {
        await _four.Enter("agr-evil", Hostile, "");
        foreach (var (language, heading) in new[] { ("vi", "Báo cáo ký kết và thực hiện thỏa thuận quốc tế năm 2025"), ("en", "Report on the signing and implementation of international agreements, 2025") })
        {
            var page = await Api.Get(Path, ("Accept", "text/html"), ("Accept-Language", language));
            Assert.Equal("text/html", page.Expect(HttpStatusCode.OK).MediaType);
            Assert.Equal(heading, XDocument.Parse(page.Text).Descendants("h1").Single().Value);
            Assert.StartsWith("default-src 'none'; style-src 'sha256-", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
        }

        var counted = await Api.Get($"{Path}/signed?format=html&lang=vi");
        Assert.DoesNotContain("<script", counted.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            XDocument.Parse(counted.Text).Descendants("td"), cell => cell.Value.Contains("<script>alert('x')</script> & ]]> <b>", StringComparison.Ordinal));
        Assert.Contains("4", XDocument.Parse((await Api.Get($"{Path}?format=html")).Text).Descendants("tr").First(row => row.Attribute("class")?.Value == "t").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_spreadsheet_opens_holds_the_numbers_and_no_formula()
    {
        await _four.Enter("agr-evil", Hostile, "");
        var sheets = Spreadsheet.Read(await Bytes("format=xlsx&lang=vi"));
        Assert.Equal(["Báo cáo", "Sự kiện"], sheets.Keys);
        Assert.Contains(sheets["Báo cáo"], row => row is ["Trong năm", "Ký kết", "Tổng số", "", "4"]);
        Assert.Contains(sheets["Báo cáo"], row => row is ["Trong năm", "Ký kết", "Theo nước đối tác", "Lào", "4"]);
        Assert.Contains(sheets["Sự kiện"], row => row is ["Ký kết", "agr-evil@1", "=HYPERLINK(\"http://x\") <script>alert('x')</script> & ]]> <b>", "2025-03-01", "/api/v1/agreements/agr-evil/history?after=0&limit=1"]);
    }

    [Fact]
    public async Task A_wrong_parameter_is_named_a_measure_nobody_counts_refused_and_a_year_before_its_day_shows_today()
    {
        foreach (var (path, field) in new[]
        {
            ("2025?format=pdf", "format"), ("2025?lang=fr", "lang"), ("2025?on=15/11/2025", "on"), ("2025?year=2024", "year"), ("1200", "year"),
            ("9999", "year"), ("2025/signed?format=xlsx", "format"),
        })
            Assert.Equal([field], (await Api.Get($"/api/v1/reports/annual/{path}")).Expect(HttpStatusCode.BadRequest).Fields);
        Assert.Equal("report/no-such-measure", (await Api.Get($"{Path}/ratified")).Expect(HttpStatusCode.NotFound).Problem);
        (await Api.Get("/api/v1/reports/annual/soon")).Expect(HttpStatusCode.NotFound);
        Assert.Equal("2026-03-15", (await Api.Get("/api/v1/reports/annual/2026")).Expect(HttpStatusCode.OK).Json.GetProperty("on").GetString());
    }

    private static Dictionary<string, JsonElement> Measures(JsonElement report) => report.GetProperty("parts").EnumerateArray()
        .SelectMany(part => part.GetProperty("measures").EnumerateArray()).ToDictionary(measure => measure.GetProperty("measure").GetString()!);

    private static string Events(JsonElement measure)
    {
        var events = measure.GetProperty("total").GetProperty("events").EnumerateArray().Select(one => one.GetString()).ToList();
        Assert.Equal(measure.GetProperty("total").GetProperty("count").GetInt32(), events.Count);
        return string.Join(' ', events);
    }

    private Task<byte[]> Bytes(string form) => Api.Bytes($"{Path}?{form}");
}

public sealed class AnnualReportingOnSqlite : AnnualReporting
{
    protected override Task<string?> Database() => Task.FromResult<string?>(null);
}

public sealed class AnnualReportingOnPostgres(PostgresCluster cluster) : AnnualReporting
{
    protected override async Task<string?> Database() => await cluster.NewDatabase();
}
