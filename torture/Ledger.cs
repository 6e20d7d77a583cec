using System.Collections.Concurrent;

namespace CityGrains.Torture;

/// <summary>What the server has promised, kept where no kill can reach it: the truth it is held to.</summary>
internal sealed class Ledger
{
    private const int MostBreaches = 50;

    private readonly ConcurrentDictionary<Guid, Promise> _promises = new();
    private readonly ConcurrentDictionary<Guid, Command> _unanswered = new();
    private readonly ConcurrentQueue<string> _breaches = new();

    /// <summary>Commands that were accepted, with the answer that was given first.</summary>
    public IReadOnlyDictionary<Guid, Promise> Promises => _promises;

    /// <summary>Commands that were sent and never answered: they may have been recorded.</summary>
    public IReadOnlyCollection<Command> Unanswered => [.. _unanswered.Values];

    /// <summary>Promises that were broken.</summary>
    public IReadOnlyCollection<string> Breaches => _breaches;

    /// <summary>A command is about to be sent.</summary>
    public void Sent(Command command)
    {
        if (!_promises.ContainsKey(command.Key)) _unanswered.TryAdd(command.Key, command);
    }

    /// <summary>An answer came: it must be the one that was given before, if there was one. True when the command is accepted for the first time.</summary>
    public bool Answered(Command command, Answer answer, int round)
    {
        if (answer.IsUncertain) return false;
        if (answer.IsRefused)
        {
            if (_promises.TryGetValue(command.Key, out var given)) Broken($"{command.Key} {command.Path} was accepted, then refused: {given.Answer.Status}, then {answer.Status} {answer.Body}");
            _unanswered.TryRemove(command.Key, out _);
            return false;
        }

        if (!answer.IsAccepted)
        {
            Broken($"{command.Key} {command.Path} was answered {answer.Status} {answer.Body}");
            return false;
        }

        var promise = new Promise(command, answer, round);
        var first = _promises.GetOrAdd(command.Key, promise);
        _unanswered.TryRemove(command.Key, out _);
        if (first.Answer != answer) Broken($"{command.Key} {command.Path} was answered in two ways: {first.Answer}, then {answer}");
        return ReferenceEquals(first, promise);
    }

    /// <summary>A promise was broken.</summary>
    public void Broken(string what)
    {
        if (_breaches.Count < MostBreaches) _breaches.Enqueue(what);
    }
}

/// <summary>A command that was accepted.</summary>
/// <param name="Command">It.</param>
/// <param name="Answer">What was answered first; every other answer must be the same.</param>
/// <param name="Round">When.</param>
internal sealed record Promise(Command Command, Answer Answer, int Round);
