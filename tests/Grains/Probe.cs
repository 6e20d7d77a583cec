using System.Collections.Concurrent;

namespace CityGrains.Grains.Tests;

/// <summary>What a test sees of its grains, and how it holds them up: signals that one side gives and the other waits for.</summary>
public sealed class Probe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _signals = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _notes = new();

    public IReadOnlyList<string> Notes => [.. _notes];

    public void Note(string what) => _notes.Enqueue(what);

    public int Count(string what) => _notes.Count(note => note == what);

    public void Signal(string name) => At(name).TrySetResult();

    /// <summary>Waits for a signal, whoever gives it; a test that would hang fails.</summary>
    public Task Wait(string name) => At(name).Task.WaitAsync(Patience);

    /// <summary>Waits until something holds that nobody signals.</summary>
    public static async Task Eventually(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await holds()) await again.WaitForNextTickAsync(limit.Token);
    }

    private TaskCompletionSource At(string name) =>
        _signals.GetOrAdd(name, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
