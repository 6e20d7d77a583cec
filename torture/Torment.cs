using System.Diagnostics;
using System.Globalization;

namespace CityGrains.Torture;

/// <summary>Round after round on the same data: load, kill -9, start again, look.</summary>
internal sealed class Torment(TortureOptions options, TextWriter output)
{
    private const int Kept = 0, Broken = 1, NotBegun = 2;
    private const int FewestAccepted = 20, MostAccepted = 150, VerifiedEvery = 5;
    private const double KilledAtStart = 0.25;

    private readonly Ledger _ledger = new();
    private readonly Random _random = new(options.Seed);
    private readonly string _data = options.Data ?? Directory.CreateTempSubdirectory("citygrains-torture-").FullName;
    private int _kills;

    /// <summary>0: every promise was kept; 1: one was broken, and is named; 2: not begun.</summary>
    public async Task<int> Run()
    {
        await Say($"torture: {options.Times} rounds, seed {options.Seed}, {options.Clients} clients, {(options.Store is null ? "sqlite" : "postgres")}, data in {_data}");
        var server = ServerProcess.Start(_data, options.Store);
        try
        {
            var url = await server.Ready();
            if (!await Begin(url))
            {
                await Say($"The store has a record already; torture needs an empty one.");
                return NotBegun;
            }

            for (var round = 1; round <= options.Times && _ledger.Breaches.Count == 0; round++)
            {
                await Overload(server, url, round);
                if (_random.NextDouble() < KilledAtStart) await KillAtStart();
                await server.DisposeAsync();
                server = ServerProcess.Start(_data, options.Store);
                url = await server.Ready();
                await Look(url, round);
            }
        }
        catch (ServerNotReadyException trouble)
        {
            _ledger.Broken(trouble.Message);
        }
        finally
        {
            await server.DisposeAsync();
        }

        foreach (var breach in _ledger.Breaches) await Say($"BREACH {breach}");
        if (_ledger.Breaches.Count > 0) return Broken;
        if (options.Data is null) Directory.Delete(_data, recursive: true);
        await Say(
            $"torture: nothing lost, nothing doubled: {_ledger.Promises.Count} commands accepted, {_kills} kills, {options.Times} rounds, seed {options.Seed}");
        return Kept;
    }

    /// <summary>False when there is a record already.</summary>
    private async Task<bool> Begin(Uri url)
    {
        using var sending = new Sending(url);
        if (!await FeedCheck.IsEmpty(sending)) return false;
        foreach (var command in Work.Begin) await new Load(sending, _ledger, round: 0).Send(command);
        return true;
    }

    /// <summary>Many clients, until so many commands were accepted; then the kill, with the others under way.</summary>
    private async Task Overload(ServerProcess server, Uri url, int round)
    {
        using var sending = new Sending(url);
        var load = new Load(sending, _ledger, round);
        var (enough, clients) = load.Start(options.Seed, options.Clients, _random.Next(FewestAccepted, MostAccepted));
        await enough;
        await server.Kill();
        _kills++;
        await clients;
        await Say($"round {round}/{options.Times}: killed after {load.Accepted} accepted, {_ledger.Unanswered.Count} unanswered");
    }

    private async Task Look(Uri url, int round)
    {
        var clock = Stopwatch.StartNew();
        using var sending = new Sending(url);
        var aftermath = new Aftermath(sending, _ledger, _random);
        await aftermath.Run(round);
        if (round % VerifiedEvery == 0 || round == options.Times) await aftermath.Verify(); // the record only grows: what a kill broke is broken still
        await Say($"  {aftermath.Asked} asked again, {aftermath.Events} events in {aftermath.Streams} records: {(_ledger.Breaches.Count == 0 ? "whole" : "BROKEN")} ({clock.Elapsed.TotalSeconds:F1} s)");
    }

    /// <summary>The server is killed before it is ready: in the middle of recovering, perhaps.</summary>
    private async Task KillAtStart()
    {
        using var moment = new PeriodicTimer(TimeSpan.FromMilliseconds(_random.Next(50, 1500)));
        await using var server = ServerProcess.Start(_data, options.Store);
        await moment.WaitForNextTickAsync();
        await server.Kill();
        _kills++;
    }

    private Task Say(FormattableString line) => output.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}
