using System.Text.Json;
using CityGrains.Api.Access;
using CityGrains.Domain.Agreements;
using CityGrains.Journal;
using CityGrains.Journal.Record;

namespace CityGrains.Api.Tests.Imports;

/// <summary>An office's spreadsheet of agreements.</summary>
public sealed class AgreementSheetTests
{
    private const string Header = 
        "Mã;Tên thỏa thuận;Loại;Cơ quan theo dõi;Bên 1;Nước của bên 1;Loại bên 1;Bên 2;Nước của bên 2;Loại bên 2;Trạng thái;Ngày ký\n";

    [Theory]
    [InlineData("agreements-template.csv", "vi-du-2024-01")]
    [InlineData("agreements-template.en.csv", "example-2024-01")]
    public async Task The_template_goes_in_as_it_is_in_both_languages_and_again_unchanged(string template, string id)
    {
        await using var host = await ImportHost.Start();
        var file = await File.ReadAllBytesAsync(RealFile.InRepository("samples", template));

        Assert.Equal("accepted 2 duplicate 0 refused 0 unchanged 0", (await host.Import(file)).Summary);
        Assert.Equal("accepted 0 duplicate 0 refused 0 unchanged 2", (await host.Import(file)).Summary);

        var agreement = await Agreement(host, id);
        Assert.Equal((AgreementKind.Mou, LegalState.Signed, "2024-02-14"), (agreement.Kind, agreement.State, agreement.Signing!.SignedOn.ToString()));
        Assert.Equal(2, agreement.Fields.Length);
        Assert.Equal(2, (await host.Rows.Summary()).Cities);
    }

    [Fact]
    public async Task A_date_that_can_be_two_days_is_refused_with_both_unless_its_column_says_which()
    {
        await using var host = await ImportHost.Start();
        const string Row = ";A;Bản ghi nhớ;;Tỉnh B;Việt Nam;Tỉnh;C;Lào;Tỉnh;Đã ký;3/4/2024\n";

        var refused = (await host.Import(Header + Row)).Rows("refused").Single();
        Assert.Equal(("Ngày ký", "3/4/2024"), (refused.GetProperty("column").GetString(), refused.GetProperty("value").GetString()));
        Assert.Contains("2024-04-03 or 2024-03-04", refused.GetProperty("en").GetString(), StringComparison.Ordinal);

        var dayFirst = Header.Replace("Ngày ký", "Ngày ký (ngày/tháng/năm)", StringComparison.Ordinal);
        Assert.Equal("accepted 1 duplicate 0 refused 0 unchanged 0", (await host.Import(dayFirst + Row)).Summary);
    }

    [Fact]
    public async Task Every_fault_of_a_row_is_told_at_once()
    {
        await using var host = await ImportHost.Start();
        var refused = (await host.Import(Header + ";;Giấy tờ;;Tỉnh B;Việt Nam;Tỉnh;C;Lào;Tỉnh;Đang ký;hôm qua\n")).Rows("refused").Single();
        foreach (var column in new[] { "Tên thỏa thuận", "Loại 'Giấy tờ'", "Trạng thái 'Đang ký'", "Ngày ký 'hôm qua'" })
            Assert.Contains(column, refused.GetProperty("vi").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_law_forbids_is_told_by_its_column_and_no_city_of_it_goes_in()
    {
        await using var host = await ImportHost.Start();
        const string Row = ";Hiệp định hợp tác;Kết nghĩa;;Vinh;Việt Nam;Thành phố;Pakse;Lào;Thành phố;Đã ký;2020\n";
        var refused = (await host.Import(Header + Row)).Rows("refused").Single();
        Assert.Equal(("Tên thỏa thuận", "Hiệp định hợp tác"), (refused.GetProperty("column").GetString(), refused.GetProperty("value").GetString()));
        Assert.Equal(0, (await host.Rows.Summary()).Cities);
    }

    [Fact]
    public async Task An_id_is_one_agreement_and_the_second_row_with_it_is_a_duplicate_or_refused()
    {
        await using var host = await ImportHost.Start();
        const string Row = "tt-1;A;Bản ghi nhớ;;Tỉnh B;Việt Nam;Tỉnh;C;Lào;Tỉnh;Đã ký;2024\n";
        var answer = await host.Import(Header + Row + Row + Row.Replace(";A;", ";Khác;", StringComparison.Ordinal));
        Assert.Equal("accepted 1 duplicate 1 refused 1 unchanged 0", answer.Summary);
        Assert.Equal("import/id-used", answer.Rows("refused").Single().GetProperty("code").GetString());

        var taken = await host.Import(Header + Row.Replace(";C;", ";D;", StringComparison.Ordinal));
        Assert.Equal("agreement/already-exists", taken.Rows("refused").Single().GetProperty("code").GetString());
    }

    [Fact]
    public async Task Another_office_is_for_an_admin_to_write()
    {
        const string Row = ";A;MOU;Sở Ngoại vụ Nghệ An;Tỉnh B;Việt Nam;Tỉnh;C;Lào;Tỉnh;Đã ký;2024\n";
        await using var officer = await ImportHost.Start();
        Assert.Equal("import/other-office", (await officer.Import(Header + Row)).Rows("refused").Single().GetProperty("code").GetString());
        await using var admin = await ImportHost.Start(roles: [Role.Officer, Role.Admin]);
        Assert.Equal("accepted 1 duplicate 0 refused 0 unchanged 0", (await admin.Import(Header + Row)).Summary);
    }

    [Fact]
    public async Task An_office_brings_a_map_of_its_own()
    {
        await using var host = await ImportHost.Start(prepare: folder =>
        {
            var maps = Directory.CreateDirectory(Path.Combine(folder, "import-maps"));
            File.WriteAllText(Path.Combine(maps.FullName, "so.json"), OwnMapOfTheDocumentation());
        });
        const string Sheet = "Tên văn bản,Hình thức,Địa phương,Đối tác,Nước,Tình trạng,Ngày ký\nA,Ý định thư,Sơn La,Luang Prabang,Lào,Đã ký,3/4/2024\n";
        var answer = await host.Import(Sheet, "so-theo-doi");
        Assert.Equal("accepted 1 duplicate 0 refused 0 unchanged 0", answer.Summary);
    }

    private static string OwnMapOfTheDocumentation() => File.ReadAllText(RealFile.InRepository("docs", "import.md")).Split("```json")[1].Split("```")[0];

    private static async Task<Agreement> Agreement(ImportHost host, string id) =>
        JsonSerializer.Deserialize((await host.Rows.Find(new StreamId(StreamKind.Agreement, id)))!.Body, JournalJson.Default.Agreement)!;
}
