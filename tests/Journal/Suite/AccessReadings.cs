using CityGrains.Domain.Access;
using CityGrains.Domain.Record;
using CityGrains.Journal.Access;
using CityGrains.Journal.Record;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Suite;

public abstract class AccessReadings : StoreSuite
{
    private const string Odd = "Lê \"Cả\" <a&b> 😀\\";

    [Fact]
    public async Task The_record_is_read_from_its_end_and_every_event_once()
    {
        for (var i = 0; i < 5; i++) await Append($"agr-{i}", Legacy(), Progress(i));
        var all = await Settled(10);
        var back = all.Reverse().Select(recorded => $"{recorded.Stream}@{recorded.Version}");

        Assert.Equal(back, await Found(new AccessQuestion(3)));
        Assert.Equal(back, await Found(new AccessQuestion(10)));
        Assert.Empty((await Store.Access.Read(new AccessQuestion(3) { Before = FeedCursor.After(all[0]) })).Events);
    }

    [Fact]
    public async Task What_is_asked_for_is_found_however_few_events_are_looked_through_at_once()
    {
        await Append("agr-1", Ask() with { Actor = Odd, Office = "Sở \"A\"" }, Legacy());
        await Note("2026-03-02", new AccessEntry(AccessKind.SignIn, Now, "POST /sign-in") { Actor = Odd });
        await Append("agr-1", Progress(1));
        await Note("2026-03-03", new AccessEntry(AccessKind.Denied, Now.AddDays(1), "GET /x") { Actor = "lan" });
        await Append("agr-2", Legacy());
        await Settled(5);

        Assert.Single((await Store.Access.Read(new AccessQuestion(2) { Look = 1, Written = false, Day = new DateOnly(2026, 3, 2) })).Events); // however long ago
        foreach (var look in new[] { 1, 2, 100 })
        {
            Assert.Equal(["access/2026-03-02@1", "agreement/agr-1@1"], await Found(new AccessQuestion(2) { Look = look, Actor = Odd }));
            Assert.Equal(["agreement/agr-1@1"], await Found(new AccessQuestion(2) { Look = look, Office = "Sở \"A\"" }));
            Assert.Equal(["access/2026-03-03@1"], await Found(new AccessQuestion(2) { Look = look, Written = false, Kind = AccessKind.Denied }));
            Assert.Equal(["access/2026-03-03@1"], await Found(new AccessQuestion(2) { Look = look, Day = new DateOnly(2026, 3, 3) }));
            Assert.Equal(["agreement/agr-2@1", "agreement/agr-1@2", "agreement/agr-1@1"],
                await Found(new AccessQuestion(2) { Look = look, Noted = false, Day = new DateOnly(2026, 3, 2) }));
            Assert.Empty(await Found(new AccessQuestion(2) { Look = look, Day = DateOnly.MinValue }));
            Assert.Empty(await Found(new AccessQuestion(2) { Look = look, Day = DateOnly.MaxValue }));
        }
    }

    private static DateTimeOffset Now => new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private async Task Note(string day, params AccessEntry[] entries) =>
        await (await StreamRecord<AccessDay, AccessEvent>.Load(Journal, RecordTypes.Access, day)).Append([new AccessNoted(entries)], Ask());

    /// <summary>All events, once there are so many: where several nodes write, the feed waits for those that began before.</summary>
    private async Task<IReadOnlyList<RecordedEvent>> Settled(int count)
    {
        while (true)
        {
            if (await AllEvents() is var all && all.Count == count) return all;
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<IReadOnlyList<string>> Found(AccessQuestion question)
    {
        var found = new List<string>();
        AccessStretch stretch;
        do
        {
            stretch = await Store.Access.Read(question);
            Assert.True(stretch.Events.Count <= question.Limit);
            found.AddRange(stretch.Events.Select(recorded => $"{recorded.Stream}@{recorded.Version}"));
            Assert.True(stretch.Next is not { } next || question.Before is not { } before || before.IsAfter(next));
            question = question with { Before = stretch.Next };
        }
        while (stretch.Next is not null);
        return found;
    }
}
