using System.Net;

namespace CityGrains.Api.Tests.Due;

public class FlagLists(FollowedUp followed) : IClassFixture<FollowedUp>
{
    [Theory]
    [InlineData("flag=no-plan", "agr-old")]
    [InlineData("flag=overdue", "agr-signed agr-planned agr-asked")]
    [InlineData("flag=expiring", "agr-planned")]
    [InlineData("flag=mismatch", "agr-planned")]
    [InlineData("flag=silent", "agr-old")] // nothing happened since 1994 that anybody recorded
    [InlineData("flag=stalled", "")]
    [InlineData("flag=no-plan&flag=expiring", "agr-planned agr-old")]
    [InlineData("flag=Overdue&state=Signed", "agr-signed")]
    [InlineData("dueBefore=2026-03-01", "agr-signed agr-old")]
    [InlineData("dueBefore=2026-07-01&flag=expiring", "agr-planned")]
    [InlineData("dueBefore=2026-03-19&q=luang", "agr-signed agr-planned agr-asked")]
    public async Task Agreements_are_listed_by_what_a_reader_should_notice(string query, string ids)
    {
        var answer = (await followed.Api.Get("/api/v1/agreements?count=true&" + query)).Expect(HttpStatusCode.OK);
        Assert.Equal(ids, string.Join(' ', answer.Ids));
        Assert.Equal(answer.Ids.Count, answer.Json.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("flag=late", "flag")]
    [InlineData("dueBefore=soon", "dueBefore")]
    public async Task A_filter_that_says_nothing_is_named(string query, string field) =>
        Assert.Equal([field], (await followed.Api.Get("/api/v1/agreements?" + query)).Expect(HttpStatusCode.BadRequest).Fields);

    [Fact]
    public async Task An_item_of_a_list_shows_its_flags_and_its_progress()
    {
        var item = (await followed.Api.Get("/api/v1/agreements?flag=expiring")).Json.GetProperty("items")[0];
        Assert.Equal(["overdue", "expiring", "mismatch"], item.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()));
        Assert.Equal(("planned", 60), (item.GetProperty("progress").GetProperty("derived").GetString(), item.GetProperty("progress").GetProperty("declared").GetProperty("percent").GetInt32()));
    }

    [Fact]
    public async Task One_agreement_shows_why_what_is_next_and_its_deadlines()
    {
        var read = (await followed.Api.Get("/api/v1/agreements/agr-planned")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(
            "The office declares 60%, while milestones and evidence show 0% (agr-planned@10).", read.GetProperty("flags")[2].GetProperty("en").GetString());
        Assert.Equal("agr-planned@10", read.GetProperty("flags")[2].GetProperty("events")[0].GetString());
        Assert.Equal(("meet-milestone", "2026-03-10", "Sở Giáo dục và Đào tạo"), (
            read.GetProperty("next").GetProperty("verb").GetString(), read.GetProperty("next").GetProperty("due").GetString(), read.GetProperty("next").GetProperty("who").GetProperty("vi").GetString()));
        var deadlines = read.GetProperty("deadlines").EnumerateArray().Select(due => due.GetProperty("clock").GetString()).ToList();
        Assert.Equal(["opinion", "copy-to-mofa", "report-to-prime-minister", "milestone", "plan", "term", "milestone"], deadlines);
    }

    [Theory]
    [InlineData("2026-02-23", "")]
    [InlineData("2026-02-24", "overdue")]
    [InlineData("2026-05-05", "no-plan overdue")]
    [InlineData("2026-12-31", "no-plan overdue silent")]
    public async Task A_look_back_shows_the_flags_of_that_day(string day, string flags)
    {
        var read = (await followed.Api.Get($"/api/v1/agreements/agr-signed?on={day}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(flags, string.Join(' ', read.GetProperty("flags").EnumerateArray().Select(flag => flag.GetProperty("flag").GetString())));
    }
}

/// <summary>What changes a view without an event of the record: the day, and what its office sets.</summary>
public class FlagsThatChange
{
    [Fact]
    public async Task Another_day_or_another_policy_is_another_answer_and_the_same_is_not()
    {
        await using var followed = new FollowedUp();
        await followed.InitializeAsync();
        var api = followed.Api;
        const string path = "/api/v1/agreements/agr-signed";
        var first = (await api.Get(path)).Expect(HttpStatusCode.OK);
        Assert.StartsWith("\"5.", first.ETag, StringComparison.Ordinal);
        (await api.Get(path, ("If-None-Match", first.ETag!))).Expect(HttpStatusCode.NotModified);
        (await api.Post($"{path}/report-progress", """{"percent": 0, "summary": "Chưa"}""", ("If-Match", first.ETag!))).Expect(HttpStatusCode.OK);
        (await api.Post($"{path}/report-progress", """{"percent": 0, "summary": "Chưa"}""", ("If-Match", first.ETag!)))
            .Expect(HttpStatusCode.PreconditionFailed);

        var second = (await api.Get(path)).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain("no-plan", second.Text, StringComparison.Ordinal);
        (await api.Post("/api/v1/offices", """{"id": "so-ngoai-vu-son-la", "name": {"vi": "Sở Ngoại vụ Sơn La"}, "level": "department"}"""))
            .Expect(HttpStatusCode.Created);
        (await api.Post("/api/v1/offices/so-ngoai-vu-son-la/set-policy", """
            {"policy": {"planWithinDays": 10, "silentAfterDays": 180, "expiringWithinDays": 180, "stalledAfterDays": 180}, "reason": "Quy chế mới"}
            """)).Expect(HttpStatusCode.OK);
        var sameDay = (await api.Get(path, ("If-None-Match", second.ETag!))).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain("no-plan", sameDay.Text, StringComparison.Ordinal); // due today at the earliest: nothing becomes late in the past
        Assert.Equal(["agr-old"], (await api.Get("/api/v1/agreements?flag=no-plan")).Ids);

        followed.Server.Clock.Set(new DateTimeOffset(2026, 3, 16, 12, 0, 0, TimeSpan.FromHours(7)));
        Assert.Contains("no-plan", (await api.Get(path, ("If-None-Match", sameDay.ETag!))).Expect(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Equal(["agr-signed", "agr-old"], (await api.Get("/api/v1/agreements?flag=no-plan")).Ids);
    }
}
