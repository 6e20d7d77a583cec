using CityGrains.Domain.Offices;
using CityGrains.Domain.Offices.Digests;
using CityGrains.Domain.Record;
using FsCheck;
using FsCheck.Fluent;

namespace CityGrains.Domain.Tests.Offices;

public sealed class DailyDigestTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly IReadOnlyDictionary<string, int> Nothing = new Dictionary<string, int>();

    [Fact]
    public void A_deadline_is_told_of_at_30_days_at_7_and_when_due_and_then_never_again()
    {
        var told = Nothing;
        var days = new List<int>();
        for (var left = 40; left >= -40; left--)
        {
            AnnouncedDeadline[] running = [Due(Monday, left)];
            var reminded = DailyDigest.Of(running, told);
            if (reminded.Length > 0) days.Add(left);
            told = DailyDigest.Told(told, running, reminded);
        }

        Assert.Equal([30, 7, 0], days);
    }

    [Theory]
    [InlineData(12, 12, 7)]
    [InlineData(3, 3, 0)]
    [InlineData(-5, -5, -5)]
    public void One_that_is_met_with_later_is_told_of_at_once(int first, int then, int last)
    {
        var days = new SortedSet<int>();
        var told = Nothing;
        for (var left = first; left >= -10; left--)
        {
            AnnouncedDeadline[] running = [Due(Monday, left)];
            var reminded = DailyDigest.Of(running, told);
            if (reminded.Length > 0) days.Add(left);
            told = DailyDigest.Told(told, running, reminded);
        }

        Assert.Equal(then, days.Max);
        Assert.Contains(last, days);
        Assert.InRange(days.Count, 1, 3);
    }

    [Fact]
    public void One_that_is_moved_is_told_of_again_and_one_that_has_ended_is_forgotten()
    {
        var told = DailyDigest.Told(Nothing, [Due(Monday, 0)], [Due(Monday, 0)]);
        Assert.Empty(DailyDigest.Of([Due(Monday, -1)], told));
        Assert.Single(DailyDigest.Of([Due(Monday.AddDays(5), 5)], told));
        Assert.Empty(DailyDigest.Told(told, [], []));
    }

    [Fact]
    public void The_most_urgent_come_first_and_the_rest_the_day_after()
    {
        var running = Enumerable.Range(0, 250).Select(n => Due(Monday.AddDays(n % 25), n % 25, $"m{n}")).ToList();
        var first = DailyDigest.Of(running, Nothing);
        Assert.Equal(DailyDigest.MostDeadlines, first.Length);
        Assert.Equal(first.Select(deadline => deadline.Due).Order(), first.Select(deadline => deadline.Due));
        Assert.Equal(50, DailyDigest.Of(running, DailyDigest.Told(Nothing, running, first)).Length);
    }

    [Fact]
    public void However_seldom_it_is_asked_no_stage_is_told_twice() => Prop.ForAll(Arb.From(Gen.Choose(-20, 60).NonEmptyListOf()), lefts =>
    {
        var told = Nothing;
        var stages = new List<int>();
        foreach (var left in lefts.OrderDescending())
        {
            var reminded = DailyDigest.Of([Due(Monday, left)], told);
            stages.AddRange(reminded.Select(deadline => deadline.Stage!.Value));
            told = DailyDigest.Told(told, [Due(Monday, left)], reminded);
        }

        Assert.Equal(stages.Distinct().OrderDescending(), stages);
        Assert.Equal(lefts.Any(left => left <= 0), stages.Contains(0));
    }).Check(Checking.Of(500));

    [Fact]
    public void A_reminder_speaks_both_languages_and_says_what_by_when_by_whom_and_why()
    {
        var text = DigestText.Of(
            new OfficeName("Sở Ngoại vụ Sơn La", "Foreign Affairs of Sơn La"), Monday, [Due(Monday.AddDays(-3), -3), Due(Monday.AddDays(7), 7, "m\r\n2")]);

        Assert.Equal("Sở Ngoại vụ Sơn La: 2 thời hạn, 2/3/2026 / 2 deadlines, 2 March 2026", text.Subject);
        foreach (var line in new[]
                 {
                     "ĐẾN HẠN HOẶC QUÁ HẠN", "- 27/2/2026 (quá hạn 3 ngày): Đạt mốc m1", "  Bản ghi nhớ [agr-1]",
                     "  Thực hiện: Sở Công Thương. Căn cứ: Kế hoạch 45", "CÒN NHIỀU NHẤT 7 NGÀY",
                     "- 9/3/2026 (còn 7 ngày): Đạt mốc m 2", "Foreign Affairs of Sơn La: 2 deadlines on 2 March 2026.",
                     "- 27 February 2026 (3 days late): Meet m1", "AT MOST 7 DAYS LEFT",
                 }) Assert.Contains(line, text.Body.Split('\n'));
        Assert.DoesNotContain(
            "30", text.Body.Split('\n').Where(line => line.StartsWith("CÒN", StringComparison.Ordinal)).Aggregate("", string.Concat), StringComparison.Ordinal);
    }

    [Fact]
    public void An_office_is_reminded_once_a_day()
    {
        var registered = new OfficeRegistered(new OfficeName("Sở"), OfficeLevel.Department, null);
        OfficeStory.Of("so").Given(registered).When(new AnnounceDeadlines(Monday, [Due(Monday, 0)])).ThenHappened<DeadlinesAnnounced>()
            .And(office => Assert.Equal(Monday, office.RemindedOn));
        OfficeStory.Of("so").Given(registered, new DeadlinesAnnounced(Monday, [Due(Monday, 0)]))
            .When(new AnnounceDeadlines(Monday, [Due(Monday, 7)])).ThenUnchanged();
        OfficeStory.Of("so").Given(registered).When(new AnnounceDeadlines(Monday, [])).ThenInvalid("deadlines");
    }

    private static AnnouncedDeadline Due(DateOnly due, int left, string subject = "m1") => new(
        "agreement/agr-1", "Bản ghi nhớ", "milestone", subject, new Sentence($"Đạt mốc {subject}", $"Meet {subject}"),
        new Sentence("Sở Công Thương", "Department of Industry"),
        new Sentence("Kế hoạch 45", "Plan 45"), due, left);
}
