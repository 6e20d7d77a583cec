using CityGrains.Journal.Webhooks;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Suite;

public abstract class WebhookKeeping : StoreSuite
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private IWebhooks Webhooks => Store.Webhooks;

    [Fact]
    public async Task A_webhook_is_found_as_it_was_added_also_when_the_store_is_opened_again()
    {
        var wiki = Hook("wiki") with { Types = ["agreement-signed", "agreement-archived/1"], Offices = ["Sở Ngoại vụ Sơn La", "UBND tỉnh"] };
        var map = Hook("map") with { Enabled = false };
        Assert.True(await Webhooks.Add(wiki, Change("wiki", "created")));
        Assert.True(await Webhooks.Add(map, Change("map", "created")));
        await Reopen();

        Assert.Equivalent(wiki, await Webhooks.Find("wiki"), strict: true);
        Assert.Equivalent(new[] { map, wiki }, await Webhooks.All(), strict: true);
        Assert.Equal(["wiki"], await Webhooks.Enabled());
        Assert.Null(await Webhooks.Find("nothing"));
    }

    [Fact]
    public async Task An_id_that_is_taken_stays_with_whom_it_belongs_to()
    {
        await Webhooks.Add(Hook("wiki"), Change("wiki", "created"));
        Assert.False(await Webhooks.Add(Hook("wiki") with { Url = "https://elsewhere.example" }, Change("wiki", "created")));
        Assert.Equal("https://wiki.example/hook", (await Webhooks.Find("wiki"))!.Url);
        Assert.Single(await Webhooks.Changes("wiki"));
    }

    [Fact]
    public async Task Every_change_says_who_made_it_and_what_changes_nothing_is_none()
    {
        await Webhooks.Add(Hook("wiki"), Change("wiki", "created") with { Detail = "https://wiki.example/hook" });
        Assert.True(await Webhooks.Enable("wiki", enabled: false, Change("wiki", "disabled")));
        Assert.False(await Webhooks.Enable("wiki", enabled: false, Change("wiki", "disabled")));
        Assert.True(await Webhooks.Remove("wiki", Change("wiki", "deleted")));
        Assert.False(await Webhooks.Remove("wiki", Change("wiki", "deleted")));
        Assert.False(await Webhooks.Enable("wiki", enabled: true, Change("wiki", "enabled")));

        Assert.Null(await Webhooks.Find("wiki"));
        Assert.Equivalent(
            new[] { Change("wiki", "created") with { Detail = "https://wiki.example/hook" }, Change("wiki", "disabled"), Change("wiki", "deleted") },
            await Webhooks.Changes("wiki"), strict: true);
    }

    [Fact]
    public async Task Attempts_are_kept_newest_first_and_the_oldest_are_dropped()
    {
        await Webhooks.Add(Hook("wiki"), Change("wiki", "created"));
        await Webhooks.Add(Hook("map"), Change("map", "created"));
        await Webhooks.Note([Attempt("map", 1), .. Enumerable.Range(1, IWebhooks.KeptDeliveries + 5).Select(i => Attempt("wiki", i))]);

        var newest = await Webhooks.Deliveries("wiki", long.MaxValue, limit: 3);
        Assert.Equal([1005, 1004, 1003], newest.Select(delivery => delivery.Attempt));
        Assert.Equivalent(Attempt("wiki", 1005) with { Number = newest[0].Number }, newest[0], strict: true);
        Assert.Equal([1002, 1001], (await Webhooks.Deliveries("wiki", newest[^1].Number, limit: 2)).Select(delivery => delivery.Attempt));
        Assert.Equal(IWebhooks.KeptDeliveries, (await Webhooks.Deliveries("wiki", long.MaxValue, limit: 5000)).Count);
        Assert.Single(await Webhooks.Deliveries("map", long.MaxValue, limit: 10));
    }

    [Fact]
    public async Task A_dead_letter_is_there_until_it_is_delivered_after_all()
    {
        await Webhooks.Add(Hook("wiki"), Change("wiki", "created"));
        for (var version = 1; version <= 3; version++) await Webhooks.Bury(Letter("wiki", version));
        await Webhooks.Bury(Letter("wiki", 2) with { Attempts = 13, Outcome = DeliveryOutcome.TimedOut, Status = null });

        var letters = await Webhooks.DeadLetters("wiki", after: 0, limit: 10);
        Assert.Equal([(1, 12), (2, 13), (3, 12)], letters.Select(letter => ((int)letter.What.Version, letter.Attempts)));
        Assert.Equivalent(Letter("wiki", 1) with { Number = letters[0].Number }, letters[0], strict: true);
        Assert.Equal((DeliveryOutcome.TimedOut, null), (letters[1].Outcome, letters[1].Status));

        Assert.Equal(1, await Webhooks.Request("wiki", letters[1].Number, Change("wiki", "redelivery-requested")));
        Assert.Equal(letters[1].Number, Assert.Single(await Webhooks.DeadLetters("wiki", 0, 10, requested: true)).Number);
        Assert.Equal(3, await Webhooks.Request("wiki", number: null, Change("wiki", "redelivery-requested")));
        Assert.Equal(0, await Webhooks.Request("wiki", letters[2].Number + 1, Change("wiki", "redelivery-requested")));

        await Webhooks.Settle(letters[0]);
        await Webhooks.Bury(Letter("wiki", 2));
        Assert.Equal([2, 3], (await Webhooks.DeadLetters("wiki", 0, 10)).Select(letter => letter.What.Version));
        Assert.Equal([3], (await Webhooks.DeadLetters("wiki", 0, 10, requested: true)).Select(letter => letter.What.Version));
        Assert.Equal(["created", "redelivery-requested", "redelivery-requested"], (await Webhooks.Changes("wiki")).Select(change => change.What));
    }

    [Fact]
    public async Task Nothing_is_left_of_one_that_is_gone_but_its_changes()
    {
        await Webhooks.Add(Hook("wiki"), Change("wiki", "created"));
        await Webhooks.Note([Attempt("wiki", 1)]);
        await Webhooks.Bury(Letter("wiki", 1));
        await Webhooks.Remove("wiki", Change("wiki", "deleted"));
        await Webhooks.Note([Attempt("wiki", 2)]);
        await Webhooks.Bury(Letter("wiki", 2));

        await Webhooks.Add(Hook("wiki"), Change("wiki", "created"));
        Assert.Empty(await Webhooks.Deliveries("wiki", long.MaxValue, 10));
        Assert.Empty(await Webhooks.DeadLetters("wiki", 0, 10));
        Assert.Equal(["created", "deleted", "created"], (await Webhooks.Changes("wiki")).Select(change => change.What));
    }

    [Fact]
    public async Task It_wants_the_types_and_offices_it_names_and_all_when_it_names_none()
    {
        await Append("agr-1", Legacy(), Progress(10));
        var (legacy, progress) = ((await EventsOf("agr-1"))[0], (await EventsOf("agr-1"))[1]);

        Assert.True(Hook("a").Wants(legacy));
        Assert.True((Hook("a") with { Types = ["progress-reported"] }).Wants(progress));
        Assert.True((Hook("a") with { Types = ["progress-reported/1"], Offices = ["so-ngoai-vu"] }).Wants(progress));
        Assert.False((Hook("a") with { Types = ["progress-reported/2", "progress"] }).Wants(progress));
        Assert.False((Hook("a") with { Types = ["progress-reported"] }).Wants(legacy));
        Assert.False((Hook("a") with { Offices = ["so-ngoai"] }).Wants(legacy));
    }

    private static Webhook Hook(string id) =>
        new(id, $"https://{id}.example/hook", [.. Enumerable.Range(0, 32).Select(i => (byte)i)], new FeedCursor(3, 14), Morning, "admin");

    private static WebhookChange Change(string id, string what) => new(id, what, "", Morning, "lan", "so-ngoai-vu");

    private static Delivery Attempt(string id, int attempt) =>
        new(id, new Told(Agreement("agr-1"), 3, "agreement-signed/1"), Morning, attempt, DeliveryOutcome.Rejected, 500, TimeSpan.FromMilliseconds(12));

    private static DeadLetter Letter(string id, long version) =>
        new(id, new Told(Agreement("agr-1"), version, "agreement-signed/1"), Morning, 12, DeliveryOutcome.Rejected, 500);
}
