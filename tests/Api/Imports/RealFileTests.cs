using CityGrains.Domain.Text;
using CityGrains.Journal;
using CityGrains.Journal.Rows;

namespace CityGrains.Api.Tests.Imports;

/// <summary>The real file of 25,917 partnerships, over HTTP into a real store.</summary>
public sealed class RealFileTests
{
    [Fact]
    public async Task Every_partnership_goes_in_once_and_the_same_file_again_changes_nothing()
    {
        var file = await File.ReadAllBytesAsync(RealFile.Path());
        await using var host = await ImportHost.Start();

        var first = await host.Import(file, "twin-cities");
        Assert.Equal("accepted 24818 duplicate 1091 refused 8 unchanged 0", first.Summary);
        Assert.Equal(17183, first.Cities);
        var recorded = await host.Rows.Summary();
        Assert.Equal((24818, 17183), (recorded.Agreements, recorded.Cities));

        var second = await host.Import(file, "twin-cities");
        Assert.Equal("accepted 0 duplicate 1091 refused 8 unchanged 24818", second.Summary);
        Assert.Equal(first.Rows("remark").Count, second.Rows("remark").Count);
        var still = await host.Rows.Summary();
        Assert.Equal((24818, 17183), (still.Agreements, still.Cities));
        Assert.Equal(99, await host.Rows.Count(StreamKind.Agreement, new RowFilter([new Facet(FacetNames.Country, "VN")], null, null, 1)));
        await MunsterAndMunsterAreTwo(host);
        WhatIsRefusedIsNamed(first);
    }

    private static async Task MunsterAndMunsterAreTwo(ImportHost host)
    {
        var names = new List<string>();
        await foreach (var city in host.Rows.CityNames())
        {
            if (city.Country == "DE" && SearchText.Fold(city.Name) == "munster") names.Add(city.Name);
        }

        Assert.Equal(["Munster", "Münster"], names.Order(StringComparer.Ordinal));
    }

    private static void WhatIsRefusedIsNamed(ImportAnswer answer)
    {
        var refused = answer.Rows("refused").Select(row => (
            row.GetProperty("line").GetInt32(), row.GetProperty("column").GetString(),
            row.GetProperty("value").GetString(), row.GetProperty("code").GetString()));
        Assert.Equal(
            [
                (4827, "country2", "", "import/empty"), (6915, "country2", "", "import/empty"),
                (12069, "city2", "Nienburg", "import/party-with-itself"), (12309, "country2", "", "import/empty"), (20844, "country2", "", "import/empty"),
                (24153, "city2", "Stryi", "import/party-with-itself"), (24482, "city2", "Dobřany", "import/party-with-itself"),
                (25541, "country2", "", "import/empty"),
            ],
            refused);
        Assert.All(answer.Rows("duplicate"), row => Assert.InRange(row.GetProperty("duplicateOf").GetInt32(), 2, row.GetProperty("line").GetInt32() - 1));
        Assert.Contains(answer.Rows("remark"), row => row.GetProperty("value").GetString() is "Pitești" or "Piteşti");
    }
}
