using CityGrains.Journal.Rows;

namespace CityGrains.Journal.Tests;

public sealed class AskedBodyTests
{
    [Theory]
    [InlineData("5", 5d, 5)]
    [InlineData("3 8", 5.5d, 8)]
    [InlineData("1 2 9", 2d, 9)]
    [InlineData("1 1 1 1 1 1 1 1 1 30", 1d, 1)]
    [InlineData("1 1 1 1 1 1 1 1 1 1 30", 1d, 1)]
    [InlineData("10 9 8 7 6 5 4 3 2 1", 5.5d, 9)]
    [InlineData("10 9 8 7 6 5 4 3 2 1 11", 6d, 10)]
    public void Half_of_the_answers_took_no_longer_and_nine_in_ten(string days, double median, int ninetieth)
    {
        var taken = days.Split(' ').Select(int.Parse).GroupBy(one => one).ToDictionary(one => one.Key, one => (long)one.Count());
        var body = new AskedBody("UNESCO", taken.Values.Sum(), taken.Values.Sum(), 0, 0, taken);
        Assert.Equal((median, ninetieth), (body.MedianDays, body.NinetiethDays));
    }
}
