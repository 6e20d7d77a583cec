using CityGrains.Domain.Agreements;
using CityGrains.Domain.Cities;
using CityGrains.Domain.Record;
using CityGrains.Journal;
using CityGrains.Journal.Record;
using CityGrains.Journal.Seals;
using CityGrains.Journal.Seals.Signing;
using CityGrains.Silo;

namespace CityGrains.Bench;

/// <summary>
/// Fills an empty store as years of work would have: every event decided by the domain, recorded in the order of time, many streams at once;
/// a few cities have most of the agreements (Zipf), most agreements stop at signing, a few are reported of again and again. The same seed gives the same
/// history.
/// </summary>
internal sealed class Seed(IStore store, CityBook cities)
{
    private const int AtOnce = 1024;

    /// <summary>Fills a store in a folder, or on PostgreSQL; the sealer follows, so that a server that starts on it has nothing to do.</summary>
    /// <param name="options">Where.</param>
    /// <param name="agreements">How many agreements.</param>
    /// <param name="events">How many events, cities' included; at least 10 for each agreement.</param>
    /// <param name="progress">Told how many are recorded, now and then.</param>
    public static async Task Fill(SiloOptions options, int agreements, int events, Action<long> progress)
    {
        await using var node = await Node.Open(options);
        if (await node.Store.Journal.ReadEnd() != default) throw new InvalidOperationException("Only an empty store is seeded; name another folder.");
        var cities = CityBook.Of(Countries.Load(options.DataDirectory), Math.Clamp(agreements / 20, 10, 5000));
        var seed = new Seed(node.Store, cities);
        await seed.Register();
        await seed.Live(Life.Plan(agreements, events - cities.All.Count, cities), progress);
        var sealer = new Sealer(
            node.Store.Seals, new SealKeys(node.Store.Seals, new SealKeyFile(options.DataDirectory), TimeProvider.System), TimeProvider.System);
        while ((await sealer.Seal()).More) progress(events);
    }

    private Task Register() => Task.WhenAll(cities.All.Select(async city =>
    {
        var record = await StreamRecord<City, CityEvent>.Load(store.Journal, RecordTypes.City, city.Id);
        var context = Context(Life.Begins, "Sở Ngoại vụ");
        await Append(record, CityDecider.Decide(record.State, new RegisterCity(city.Name, city.Country) { Location = city.Location }, context), context);
    }));

    /// <summary>Takes the next step of whichever agreement is due, in the order of time, and always many at once.</summary>
    private async Task Live(IReadOnlyList<Life> lives, Action<long> progress)
    {
        var due = new PriorityQueue<Life, DateOnly>(lives.Select(life => (life, life.NextOn)));
        var now = new List<Life>(AtOnce);
        long recorded = 0;
        while (due.Count > 0)
        {
            now.Clear();
            while (now.Count < AtOnce && due.TryDequeue(out var life, out _)) now.Add(life);
            await Task.WhenAll(now.Select(Step));
            foreach (var life in now.Where(life => !life.IsOver)) due.Enqueue(life, life.NextOn);
            recorded += now.Count;
            progress(recorded);
        }
    }

    private async Task Step(Life life)
    {
        life.Record ??= await StreamRecord<Agreement, AgreementEvent>.Load(store.Journal, RecordTypes.Agreement, life.Id);
        var (command, actor) = life.Next();
        var context = Context(life.On, life.Office) with { Actor = actor, OccurredOn = DateOfRecord.Day(life.On) };
        await Append(life.Record, AgreementDecider.Decide(life.Record.State, command, context), context);
    }

    private static CommandContext Context(DateOnly on, string office) => new(
        Guid.CreateVersion7(), "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "officer", office,
        new DateTimeOffset(on, new TimeOnly(3, 0), TimeSpan.Zero))
    {
        Source = new SourceDocument("Báo cáo của Sở Ngoại vụ"),
    };

    private static async Task Append<TState, TEvent>(StreamRecord<TState, TEvent> record, Decision<TEvent> decision, CommandContext context)
        where TState : class
        where TEvent : DomainEvent
    {
        if (decision.Refusal is { } refusal) throw new InvalidOperationException($"A seeded command was refused: {refusal.Message.En}");
        if ((await record.Append(decision.Events, context)).Status is not AppendStatus.Appended)
            throw new InvalidOperationException("Somebody else writes to the store that is seeded.");
    }
}
