using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Journal.Record;
using CityGrains.Journal.Tests.Stores;
using FsCheck;
using FsCheck.Fluent;
using static CityGrains.Journal.Tests.Happened;

namespace CityGrains.Journal.Tests.Histories;

/// <summary>Whatever is appended, in whatever order and at once: versions stay dense, the chain whole, rows what their events fold to.</summary>
public sealed class RandomHistories
{
    private static readonly string[] Words = ["Sơn La", "Luang Prabang", "Hà Nội", "đối tác", "Năm 2024", "中 \U0001F600", "a-b"];

    [Fact]
    public void Versions_stay_dense_the_chain_whole_and_rows_equal_to_the_fold() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(25).WithEndSize(40).WithQuietOnSuccess(true).WithReplay(new Replay(new Rnd(20260302), null)),
        Prop.ForAll(Step().NonEmptyListOf().ToArbitrary(), history => Holds([.. history]).GetAwaiter().GetResult()));

    private static async Task<bool> Holds(IReadOnlyList<Step> history)
    {
        await using var home = new SqliteHome();
        var told = 0;
        await using (var store = await home.Open())
        {
            foreach (var wave in history.Select((step, i) => (step, i)).Chunk(5))
            {
                var outcomes = await Task.WhenAll(wave.Select(item => Task.Run(() => Append(store.Journal, item.step, item.i))));
                told += outcomes.Where(outcome => outcome.Status is AppendStatus.Appended).Sum(outcome => outcome.Events.Count);
            }
        }

        await using var again = await home.Open();
        var events = await again.Journal.ReadAll().ToListAsync();
        Assert.Equal(told, events.Count);
        foreach (var stream in events.GroupBy(recorded => recorded.Stream))
        {
            Assert.Equal(Enumerable.Range(1, stream.Count()).Select(version => (long)version), stream.Select(recorded => recorded.Version));
        }

        var report = await again.Verify();
        Assert.True(report.IsIntact, report.First?.ToString());
        Assert.Equal(events.Count, report.Events);
        return true;
    }

    private static async Task<AppendOutcome> Append(IJournal journal, Step step, int i)
    {
        var id = new Guid(step.SameCommand ? 0 : i + 1, 0, 7, new byte[8]);
        var context = new CommandContext(id, "00", "lan", "so", DateTimeOffset.UnixEpoch.AddMinutes(step.Minute));
        if (step.OnCity)
        {
            var city = await StreamRecord<City, CityEvent>.Load(journal, RecordTypes.City, $"city-{step.Subject}");
            CityEvent[] happened = [.. step.Texts.Select((text, n) => city.Version + n == 0 ? (CityEvent)City(text) : new CityRenamed(text, text + "!"))];
            return await city.Append(happened, context);
        }

        var agreement = await StreamRecord<Agreement, AgreementEvent>.Load(journal, RecordTypes.Agreement, $"agr-{step.Subject}");
        return await agreement.Append([.. step.Texts.Select((text, n) => agreement.Version + n == 0 ? Legacy(text) : Next(text, step.Minute))], context);
    }

    private static AgreementEvent Next(string text, int minute) => (minute % 4) switch
    {
        0 => new ProgressReported(minute, text),
        1 => new EvidenceAttached(new Evidence(text, DateOfRecord.Year(2024)), null),
        2 => new ImplementationPlanAdopted([], text),
        _ => new AgreementArchived(text),
    };

    private static Gen<Step> Step() =>
        from onCity in Gen.Elements(true, false)
        from subject in Gen.Choose(0, 4)
        from texts in Gen.Elements(Words).NonEmptyListOf().Resize(4)
        from minute in Gen.Choose(0, 60)
        from same in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Step(onCity, subject, [.. texts], minute, same);
}

/// <summary>One append of a random history.</summary>
/// <param name="OnCity">To a city, else to an agreement.</param>
/// <param name="Subject">Which of a few.</param>
/// <param name="Texts">A text for each of its events.</param>
/// <param name="Minute">When, in no order: clocks jump.</param>
/// <param name="SameCommand">With a command id that others use too.</param>
internal sealed record Step(bool OnCity, int Subject, IReadOnlyList<string> Texts, int Minute, bool SameCommand);
