namespace CityGrains.Torture;

/// <summary>Many clients at once. Some send a command again that was answered, some send the same command twice at the same moment.</summary>
internal sealed class Load(Sending sending, Ledger ledger, int round)
{
    private const double SentAgain = 0.15, SentTwice = 0.1, SentChanged = 0.02;

    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _accepted;
    private int _killAfter;

    /// <summary>How many commands were accepted.</summary>
    public int Accepted => _accepted;

    /// <summary>Ends as soon as so many commands were accepted; the clients go on until nobody answers.</summary>
    public (Task Enough, Task Clients) Start(int seed, int clients, int killAfter)
    {
        _killAfter = killAfter;
        var all = Enumerable.Range(0, clients).Select(client => Run(new Work(seed, round, client))).ToList();
        return (_enough.Task, Task.WhenAll(all));
    }

    /// <summary>Sends a command and notes what is answered; false when the connection broke.</summary>
    public async Task<bool> Send(Command command)
    {
        ledger.Sent(command);
        if (await sending.Send(command) is not { } answer) return false;
        if (ledger.Answered(command, answer, round) && Interlocked.Increment(ref _accepted) == _killAfter) _enough.TrySetResult();
        return true;
    }

    private async Task Run(Work work)
    {
        while (true)
        {
            var command = work.Next();
            var sent = work.Chance(SentTwice) ? await Task.WhenAll(Send(command), Send(command)) : [await Send(command)];
            if (!sent.All(answered => answered)) return;
            if (work.Chance(SentAgain) && !await Send(command)) return;
            if (work.Chance(SentChanged) && !await SendChanged(command)) return;
        }
    }

    /// <summary>The same key with another body is another command: it must be refused, unless the first was.</summary>
    private async Task<bool> SendChanged(Command command)
    {
        if (!ledger.Promises.ContainsKey(command.Key)) return true;
        if (await sending.Send(command with { Body = command.Body + " " }) is not { } answer) return false;
        if (answer is not { Status: 422 } and not { IsUncertain: true }) ledger.Broken($"{command.Key} was taken with another body: {answer}");
        return true;
    }
}
