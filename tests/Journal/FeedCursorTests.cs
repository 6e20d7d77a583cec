namespace CityGrains.Journal.Tests;

public class FeedCursorTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 17)]
    [InlineData(740, 9_223_372_036_854_775_807)]
    public void A_cursor_is_read_back_as_it_was_written(long transaction, long position)
    {
        var cursor = new FeedCursor(transaction, position);
        Assert.Equal(cursor, FeedCursor.Parse(cursor.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("17")]
    [InlineData("-17")]
    [InlineData("1-2-3")]
    [InlineData("1- 2")]
    [InlineData("1--2")]
    [InlineData("0x1-2")]
    [InlineData("1-99999999999999999999")]
    public void What_no_feed_has_given_is_no_cursor(string? text) => Assert.False(FeedCursor.TryParse(text, out _));

    [Fact]
    public void The_start_comes_before_everything() => Assert.Equal(new FeedCursor(0, 0), FeedCursor.Start);
}
