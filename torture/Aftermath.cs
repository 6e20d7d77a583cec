using System.Text.Json;

namespace CityGrains.Torture;

/// <summary>What must hold once the server has been started again.</summary>
internal sealed class Aftermath(Sending sending, Ledger ledger, Random random)
{
    private const int AtOnce = 32, FromBefore = 100;

    /// <summary>How many commands were sent again.</summary>
    public int Asked { get; private set; }

    /// <summary>How many events the feed has.</summary>
    public int Events { get; private set; }

    /// <summary>In how many records.</summary>
    public int Streams { get; private set; }

    /// <summary>
    /// Sends everything again that was promised or left unanswered in a round, and some of what was promised before; then reads the whole feed.
    /// </summary>
    public async Task Run(int round)
    {
        var load = new Load(sending, ledger, round);
        var before = ledger.Promises.Values.Where(promise => promise.Round < round).ToArray();
        random.Shuffle(before);
        Command[] again = [.. ledger.Promises.Values.Where(promise => promise.Round == round).Concat(before.Take(FromBefore)).Select(promise => promise.Command), .. ledger.Unanswered];
        await Parallel.ForEachAsync(again, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (command, _) =>
        {
            if (!await load.Send(command)) ledger.Broken($"{command.Key} {command.Path} got no answer from a server that nobody killed");
        });
        foreach (var left in ledger.Unanswered) ledger.Broken($"{left.Key} {left.Path} is still not answered");

        var feed = new FeedCheck(sending, ledger);
        await feed.Run();
        (Asked, Events, Streams) = (again.Length, feed.Events, feed.Streams);
    }

    /// <summary>Chains, rows, counters and index, recomputed from the events of every round so far.</summary>
    public async Task Verify()
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        await sending.BeginVerification();
        var now = JsonElement.Parse(await sending.Get("/api/v1/audit/verify"));
        while (now.GetProperty("status").GetString() == "running")
        {
            await again.WaitForNextTickAsync();
            now = JsonElement.Parse(await sending.Get("/api/v1/audit/verify"));
        }

        if (now.GetProperty("status").GetString() != "intact") ledger.Broken($"verification: {now.GetRawText()}");
    }
}
