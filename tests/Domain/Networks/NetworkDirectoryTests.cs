using CityGrains.Domain.Networks;

namespace CityGrains.Domain.Tests.Networks;

public sealed class NetworkDirectoryTests
{
    private const string Header = "id,en,vi,criteria,reportCycleMonths\n";

    [Fact]
    public void The_networks_we_ship_are_those_of_unesco()
    {
        var shipped = Parse(File.ReadAllText(RepositoryRoot.Path("silo", "data", "networks.csv")));
        Assert.Equal(["gnlc", "uccn"], shipped.All.Select(network => network.Id));
        Assert.Equal((42, 24), (shipped.Find("gnlc")!.Criteria, shipped.Find("gnlc")!.ReportCycleMonths));
        Assert.Equal((0, 48), (shipped.Find("uccn")!.Criteria, shipped.Find("uccn")!.ReportCycleMonths));
        Assert.Equal("Mạng lưới Thành phố học tập toàn cầu của UNESCO", shipped.Find("gnlc")!.Name.Vi);
        Assert.Null(shipped.Find("GNLC"));
    }

    [Fact]
    public void An_office_adds_its_own() =>
        Assert.Equal(6, Parse(Header + "# ours\n\nascn,ASEAN Smart Cities Network,Mạng lưới đô thị thông minh ASEAN,0,6\n").Find("ascn")!.ReportCycleMonths);

    [Fact]
    public void What_a_report_rests_on_is_the_rule_of_the_network_and_never_the_name_of_a_file()
    {
        var shipped = Parse(File.ReadAllText(RepositoryRoot.Path("silo", "data", "networks.csv"))).Find("gnlc")!.ReportBasis;
        Assert.Equal(
            "Quy chế thành viên UNESCO GNLC (Viện UNESCO về Học tập suốt đời): báo cáo tiến độ hai năm một lần, hoặc ngày mạng lưới ấn định", shipped.Vi);
        Assert.StartsWith("Membership of the UNESCO GNLC", shipped.En, StringComparison.Ordinal);

        var own = Parse(Header + "ascn,ASEAN Smart Cities Network,Mạng lưới đô thị thông minh ASEAN,0,6").Find("ascn")!.ReportBasis;
        Assert.Equal("Quy định của Mạng lưới đô thị thông minh ASEAN: 6 tháng một lần, hoặc ngày mạng lưới ấn định", own.Vi);
        Assert.Equal("The rule of the ASEAN Smart Cities Network: every 6 months, or the day the network named", own.En);
    }

    [Theory]
    [InlineData("gnlc,Learning Cities,Thành phố học tập,42,24,only one")]
    [InlineData("gnlc,Learning Cities,Thành phố học tập,42")]
    [InlineData("gnlc,Learning Cities,Thành phố học tập,many,24")]
    [InlineData("gnlc,Learning Cities,Thành phố học tập,42,0")]
    [InlineData("gnlc,Learning Cities,Thành phố học tập,1001,24")]
    [InlineData("GNLC,Learning Cities,Thành phố học tập,42,24")]
    [InlineData("gnlc,,Thành phố học tập,42,24")]
    [InlineData("gnlc,A,B,42,24\ngnlc,A,B,42,24")]
    public void A_line_that_is_wrong_is_named_with_the_way_to_mend_it(string lines)
    {
        var error = Assert.Throws<FormatException>(() => Parse(Header + lines));
        Assert.Contains($"networks.csv, line {lines.Split('\n').Length + 1}", error.Message, StringComparison.Ordinal);
        Assert.Contains("dòng", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_its_header_is_told() =>
        Assert.Contains("the first line must be id,en,vi", Assert.Throws<FormatException>(() => Parse("gnlc,A,B,42,24")).Message, StringComparison.Ordinal);

    private static NetworkDirectory Parse(string text) => NetworkDirectory.Parse(new StringReader(text));
}
