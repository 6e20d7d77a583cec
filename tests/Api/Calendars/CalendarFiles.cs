using System.Text;
using CityGrains.Api.Calendars;

namespace CityGrains.Api.Tests.Calendars;

/// <summary>RFC 5545, with its own examples.</summary>
public class CalendarFiles
{
    private static readonly DateTimeOffset Now = new(2026, 3, 15, 12, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void A_long_line_is_folded_and_unfolds_to_itself()
    {
        // 3.1: "could be represented as" these three lines
        const string folded = "DESCRIPTION:This is a lo\r\n ng description\r\n  that exists on a long line.\r\n";
        var unfolded = Assert.Single(CalendarReader.Unfolded(Encoding.UTF8.GetBytes(folded)));
        Assert.Equal("DESCRIPTION:This is a long description that exists on a long line.", unfolded);

        Assert.Equal([unfolded], CalendarReader.Unfolded(new ContentLines().Line("DESCRIPTION", unfolded["DESCRIPTION:".Length..]).Bytes.Span));
        Assert.Equal(unfolded + "\r\n", Text(new ContentLines().Line("DESCRIPTION", unfolded["DESCRIPTION:".Length..])));
    }

    [Theory]
    [InlineData("Conference Room - F123, Bldg. 002", @"Conference Room - F123\, Bldg. 002")]
    [InlineData("Project XYZ Final Review\nConference Room - 3B\nCome Prepared.", @"Project XYZ Final Review\nConference Room - 3B\nCome Prepared.")]
    [InlineData("As a matter of fact, the venue for the meeting ought to be at their site. - - John", @"As a matter of fact\, the venue for the meeting ought to be at their site. - - John")]
    [InlineData("a\\b;c,d\r\ne\rf\tg\u0007h\u0085i", "a\\\\b\\;c\\,d\\ne\\nf\tgh\\ni")]
    public void Text_is_escaped_as_the_rfc_has_it(string text, string written) => Assert.Equal(written, ContentLines.Escaped(text));

    [Theory]
    [InlineData(61, 1)] // 75 octets with the name: one line
    [InlineData(62, 2)]
    [InlineData(61 + 74, 2)]
    [InlineData(61 + 75, 3)]
    public void A_line_has_at_most_75_octets(int octets, int lines) =>
        Assert.Equal(lines, Text(new ContentLines().Line("DESCRIPTION-X", new string('a', octets))).Split("\r\n").Length - 1);

    [Theory]
    [InlineData("ệ")]
    [InlineData("Đ")]
    [InlineData("😀")]
    [InlineData("a\u0301")]
    public void No_character_is_cut_in_two(string letter)
    {
        for (var shift = 0; shift < 6; shift++)
        {
            var text = new string('x', shift) + string.Concat(Enumerable.Repeat(letter, 200));
            var line = Assert.Single(CalendarReader.Unfolded(new ContentLines().Text("SUMMARY", text).Bytes.Span));
            Assert.Equal(text, CalendarReader.Unescaped(line["SUMMARY:".Length..]));
        }
    }

    [Fact]
    public void A_calendar_has_what_the_rfc_requires_and_no_method()
    {
        var lines = CalendarReader.Unfolded(CalendarFile.Write("Thời hạn; Sở Ngoại vụ", "vi", [Day(remind: true), Day(remind: false)], Now).Span);

        var calendar = Assert.Single(CalendarReader.Components(lines, "VCALENDAR"));
        Assert.Equal(("2.0", "GREGORIAN", false), (calendar["VERSION"], calendar["CALSCALE"], calendar.ContainsKey("METHOD")));
        Assert.StartsWith("-//CityGrains//", calendar["PRODID"], StringComparison.Ordinal);
        Assert.Equal("Thời hạn; Sở Ngoại vụ", CalendarReader.Unescaped(calendar["NAME"]));
        var days = CalendarReader.Components(lines, "VEVENT");
        Assert.Equal(2, days.Count);
        Assert.Equal(
            ("agr-1/plan@citygrains", "20260315T050000Z", "20260228", "20260301"), (days[0]["UID"], days[0]["DTSTAMP"], days[0]["DTSTART"], days[0]["DTEND"]));
        Assert.Contains("DTSTART;VALUE=DATE:20260228", lines);
        Assert.Equal("Ký, rồi để đấy; 100% \\ hết\nDòng hai", CalendarReader.Unescaped(days[0]["DESCRIPTION"]));
        Assert.Equal(@"plan,hạn\, gấp", days[0]["CATEGORIES"]);
        Assert.Equal([("DISPLAY", "-P29DT15H"), ("DISPLAY", "-P6DT15H"), ("DISPLAY", "PT9H")],
            CalendarReader.Components(lines, "VALARM").Select(alarm => (alarm["ACTION"], alarm["TRIGGER"])));
    }

    [Fact]
    public void The_last_day_there_is_has_no_day_after_it() =>
        Assert.DoesNotContain(
            "DTEND", Text(CalendarFile.Write("x", "en", [Day(remind: true) with { Day = DateOnly.MaxValue }], Now)), StringComparison.Ordinal);

    private static CalendarDay Day(bool remind) =>
        new("agr-1/plan@citygrains", new DateOnly(2026, 2, 28), "Kế hoạch thực hiện, sau 90 ngày", "Ký, rồi để đấy; 100% \\ hết\nDòng hai",
            ["plan", "hạn, gấp"], remind);

    private static string Text(ContentLines lines) => Text(lines.Bytes);

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
