using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using CityGrains.Domain.Access;
using CityGrains.Domain.Record;
using CityGrains.Grains;
using Orleans;

namespace CityGrains.Api.Access.Log;

/// <summary>
/// Notes who did what, beside what commands record themselves. Changes, sign-ins and exports are on disk before their answer goes out. Refusals gather for
/// some seconds, those alike as one entry, so that a flood of them neither slows the journal nor fills the disk; a crash loses those of the last seconds.
/// </summary>
public sealed partial class AccessLog(IGrainFactory grains, TimeProvider time, ILogger<AccessLog> log) : BackgroundService
{
    /// <summary>How long refusals gather.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(5);

    /// <summary>Who notes.</summary>
    private const string Actor = "access-log";

    /// <summary>Entries that may wait while the store does not take them; then whoever wants to change something waits, too.</summary>
    private const int MostWaiting = 1000;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Denials _denials = new();
    private readonly List<Waiting> _unwritten = [];

    /// <summary>Notes something; ends when it is on disk, or could not be written just now: then it is tried again until it is.</summary>
    public Task Note(AccessEntry entry) => Wait(entry);

    /// <summary>Notes a refusal, within seconds. Never waits.</summary>
    public void Deny(AccessEntry entry) => _denials.Add(entry);

    /// <summary>Writes down what has gathered so far; for whoever is about to read.</summary>
    public Task Settle() => Wait(entry: null);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Gathering);
        using var end = stoppingToken.Register(() => _waiting.Writer.TryComplete());
        var (more, ticks) = (_waiting.Reader.WaitToReadAsync(CancellationToken.None).AsTask(), tick.WaitForNextTickAsync(CancellationToken.None).AsTask());
        while (true)
        {
            var ended = await Task.WhenAny(more, ticks);
            var last = ended == more && !await more;
            var due = last || ended == ticks;
            while (_waiting.Reader.TryRead(out var waiting))
            {
                _unwritten.Add(waiting);
                due |= waiting.Entry is null;
            }

            if (due && _unwritten.Count < MostWaiting) _unwritten.AddRange(_denials.Take().Select(denied => new Waiting(denied, Tried: null)));
            await Write();
            if (last) return;
            if (ended == more) more = _waiting.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
            else ticks = tick.WaitForNextTickAsync(CancellationToken.None).AsTask();
        }
    }

    private async Task Wait(AccessEntry? entry)
    {
        var tried = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _waiting.Writer.WriteAsync(new Waiting(entry, tried));
        await tried.Task;
    }

    private async Task Write()
    {
        try
        {
            foreach (var day in _unwritten.Where(waiting => waiting.Entry is not null).GroupBy(waiting => VietnamTime.DayOf(waiting.Entry!.At)).ToList())
            {
                await Write(day.Key, [.. day.Select(waiting => waiting.Entry!)]);
                foreach (var written in day)
                {
                    written.Tried?.TrySetResult();
                    _unwritten.Remove(written);
                }
            }
        }
#pragma warning disable CA1031 // Whatever goes wrong is logged, and what was to be noted stays to be noted.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            NotWritten(log, trouble.Message, trouble);
        }

        foreach (var waiting in _unwritten) waiting.Tried?.TrySetResult();
        _unwritten.RemoveAll(waiting => waiting.Entry is null);
    }

    private async Task Write(DateOnly day, IReadOnlyList<AccessEntry> entries)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.ToString())));
        var outcome = await grains.GetGrain<IAccessDayGrain>(DateOfRecord.Day(day).ToString()).Execute(
            new NoteAccess(entries), new CommandContext(id, hash, Actor, AdminKey.Office, now) { CorrelationId = Activity.Current?.TraceId.ToHexString() });
        if (outcome.Status is not CommandStatus.Accepted) throw new InvalidOperationException($"The access log was not written: {outcome.Status}.");
    }

    [LoggerMessage(LogLevel.Error, "The access log could not be written; it is tried again. {Reason}")]
    private static partial void NotWritten(ILogger log, string reason, Exception exception);

    /// <param name="Entry">What is to be noted; null: whatever has gathered.</param>
    /// <param name="Tried">Ends when writing was tried; null when nobody waits.</param>
    private sealed record Waiting(AccessEntry? Entry, TaskCompletionSource? Tried);
}
