using System.Collections.Concurrent;
using System.Diagnostics;
using CityGrains.Api.Access;
using CityGrains.Api.Startup;
using CityGrains.Api.Tests.Hosting;
using CityGrains.Api.Tests.Imports;

namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>
/// One run: a server full of samples, every place of every body spoiled, then sensible, spoiled, repeated and simultaneous requests in an order that the dice
/// give.
/// </summary>
internal sealed class FuzzRun : IDisposable
{
    private const int MostFindings = 20, Crowd = 6, MostKept = 200;

    private readonly ApiServer _server;
    private readonly FuzzOrder _order;
    private readonly Dice _dice;
    private readonly Vocabulary _known;
    private readonly Sensible _sensible;
    private readonly Spoiler _spoiler;
    private readonly List<Line> _lines;
    private readonly Dictionary<string, string?> _keys = new(StringComparer.Ordinal);
    private readonly List<(Asked Asked, Operation Operation, Heard Heard)> _kept = [];
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private IReadOnlyList<Operation> _operations = [];
    private int _number;

    public FuzzRun(ApiServer server, FuzzOrder order)
    {
        (_server, _order, _dice) = (server, order, new Dice(order.Seed));
        (_known, _spoiler) = (new Vocabulary(_dice), new Spoiler(_dice));
        _sensible = new Sensible(_dice, _known);
        _lines = [.. Enumerable.Range(0, Crowd).Select(_ => new Line(server.Url))];
    }

    /// <summary>What was found wrong, each with the request that shows it.</summary>
    public List<string> Findings { get; } = [];

    public Ledger Ledger { get; } = new();

    /// <summary>How many answers were of which kind.</summary>
    public string Counts => $"seed {_order.Seed}: {_number} requests, {Ledger.Events} events; "
        + string.Join(", ", _counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}"));

    /// <summary>How many answers had a status of this hundred.</summary>
    public int Hundred(int status) => _counts.Where(count => count.Key[0] == (char)('0' + (status / 100))).Sum(count => count.Value);

    public void Dispose() => _lines.ForEach(line => line.Dispose());

    /// <summary>Sends everything.</summary>
    public async Task Go()
    {
        await Begin();
        var clock = Stopwatch.StartNew();
        foreach (var operation in _operations.Where(operation => operation.Example is not null))
        {
            foreach (var place in Place.All(operation.Example!)) await Ask(_spoiler.Spoil(_sensible.For(operation, ++_number), operation.Example!, place), operation);
        }

        for (var i = 0; Findings.Count < MostFindings && (_order.Seconds is { } seconds ? clock.Elapsed.TotalSeconds < seconds : i < _order.Requests); i++) await Step();
        foreach (var kept in _kept) await Repeat(kept);
    }

    private async Task Begin()
    {
        Assert.Null(await Sample.Load(RealFile.InRepository("samples"), _server.Store.Rows, _server.Url, _server.AdminKey, _server.ApproverKey, CancellationToken.None));
        (_keys["admin"], _keys["approver"], _keys["nobody"], _keys["stranger"]) = (_server.AdminKey, _server.ApproverKey, null, ApiKey.Create());
        foreach (var role in new[] { Role.Officer, Role.Leader })
        {
            using var caller = await _server.Key($"{role} who fuzzes", role);
            _keys[role] = caller.Key;
        }

        foreach (var list in new[] { "agreements", "cities", "offices", "activities" })
        {
            foreach (var id in (await _server.Admin.Get($"/api/v1/{list}?limit=500")).Ids) _known.Add(list, id);
        }

        _operations = [.. await Task.WhenAll((await Operation.All(_server)).Select(WithFields))];
    }

    /// <summary>The fields of a page's form are those the page shows.</summary>
    private async Task<Operation> WithFields(Operation operation)
    {
        if (operation is not { IsPage: true, Method: "POST" }) return operation;
        var page = await _server.Admin.Get(operation.Path.Replace("{id}", _known.Ids("agreements")[0], StringComparison.Ordinal), ("Accept", "text/html"));
        return operation with { Fields = [.. page.Text.Split(" name=\"").Skip(1).Select(part => part.Split('"')[0]).Distinct(StringComparer.Ordinal)] };
    }

    private async Task Step()
    {
        var operation = _dice.Of(_operations);
        var asked = _spoiler.Spoil(_sensible.For(operation, ++_number), operation, ways: _dice.Of([0, 0, 0, 1, 1, 2]));
        if (operation.IsCommand && _dice.OneIn(25)) await AtOnce(asked, operation);
        else if (_kept.Count > 0 && _dice.OneIn(25)) await Repeat(_dice.Of(_kept));
        else await Ask(asked, operation);
    }

    /// <summary>The same command from many at once: half of them with one key, each of the others with its own.</summary>
    private async Task AtOnce(Asked asked, Operation operation)
    {
        var all = Enumerable.Range(0, Crowd).Select(i => asked.With(FormattableString.Invariant($"Idempotency-Key: crowd-{_number}-{(i % 2 == 0 ? 0 : i)}"))).ToList();
        var heard = await Task.WhenAll(all.Select((one, i) => _lines[i].Send(one, _keys[one.As])));
        for (var i = 0; i < Crowd; i++) Judge(all[i], operation, heard[i]);
        if (heard.Where((one, i) => i % 2 == 0 && one is { IsSuccess: true }).Select(one => one!.Said).Distinct().Count() > 1)
            Find("one command was answered in two ways", asked, heard[0]);
        _number += Crowd;
    }

    /// <summary>The same again is answered as the first time, whatever happened since.</summary>
    private async Task Repeat((Asked Asked, Operation Operation, Heard Heard) kept)
    {
        _number++;
        if (await _lines[0].Send(kept.Asked, _keys[kept.Asked.As]) is not { } again || again.Said != kept.Heard.Said)
            Find($"sent again, it is not answered as the first time: {kept.Heard.Text}", kept.Asked, null);
    }

    private async Task Ask(Asked asked, Operation operation)
    {
        // The keys that this run itself is known by are let alone.
        if (operation.Method is not "GET" && operation.Path.Contains("/keys", StringComparison.Ordinal) && _keys.Keys.Any(name => $"{asked.Target} {asked.Body}".Contains(name, StringComparison.OrdinalIgnoreCase)))
            return;
        Judge(asked, operation, await _lines[0].Send(asked, _keys[asked.As]));
    }


    private void Judge(Asked asked, Operation operation, Heard? heard)
    {
        _counts.AddOrUpdate(heard is null ? "none" : FormattableString.Invariant($"{heard.Status}"), 1, (_, count) => count + 1);
        if (heard is null)
        {
            if (!asked.FramesItself) Find("the server hung up", asked, heard);
            return;
        }

        if (Verdict.Wrong(asked, heard) is { } wrong) Find(wrong, asked, heard);
        else if (heard is { IsSuccess: true, IsJson: true, Body.Length: > 0 }) Learn(asked, operation, heard);
    }

    private void Learn(Asked asked, Operation operation, Heard heard)
    {
        var answer = heard.Json;
        if (heard.Body.Length < 20_000) _known.Hear(answer);
        if ((heard.Status == 201 || operation.IsCommand) && answer.TryGetProperty("id", out var id)) _known.Add(operation.Subject, id.GetString()!);
        if (!operation.IsCommand) return;
        var key = asked.Header("Idempotency-Key");
        if (Ledger.Note(operation.Subject, key is null ? FormattableString.Invariant($"{_number}") : $"{asked.As} {key}", answer) is { } wrong) Find(wrong, asked, heard);
        // What was so already, wholly, recorded nothing, and is told as it stands.
        if (key is not null && heard.Text.Contains("\"recordedAt\"", StringComparison.Ordinal) && _kept.Count < MostKept) _kept.Add((asked, operation, heard));
    }

    private void Find(string wrong, Asked asked, Heard? heard) =>
        Findings.Add($"{wrong}\n  seed {_order.Seed}, request {_number}: {asked}\n  answer: {heard?.Status} {heard?.Text[..Math.Min(600, heard.Text.Length)]}");
}
