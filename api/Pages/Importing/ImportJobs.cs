using System.Collections.Concurrent;
using CityGrains.Api.Access;
using CityGrains.Api.Imports;

namespace CityGrains.Api.Pages.Importing;

/// <summary>The files that people are importing: kept on the node they were sent to, for an hour, the last few of each person.</summary>
internal sealed class ImportJobs(ImportService imports, TimeProvider time) : IAsyncDisposable
{
    private const int MostOfOne = 3;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, ImportJob> _jobs = new(StringComparer.Ordinal);

    /// <summary>Takes a file in.</summary>
    public async Task<ImportJob> Take(Caller caller, string file, SpooledFile sent)
    {
        var now = time.GetUtcNow();
        var job = new ImportJob($"{Guid.CreateVersion7(now):N}", caller, file, sent, imports, now);
        _jobs[job.Id] = job;
        var idle = _jobs.Values.Where(one => one.Running.IsCompleted && one != job).ToList();
        foreach (var old in idle.Where(one => one.Since < now - Kept)) await Drop(old);
        foreach (var old in idle.Where(one => one.Caller.Name == caller.Name).OrderByDescending(one => one.Since).Skip(MostOfOne - 1)) await Drop(old);
        return job;
    }

    /// <summary>A file of the caller's; null where there is none of that id, or no more.</summary>
    public ImportJob? Find(string id, Caller caller) => _jobs.TryGetValue(id, out var job) && job.Caller.Name == caller.Name ? job : null;

    public async ValueTask DisposeAsync()
    {
        foreach (var job in _jobs.Values) await Drop(job);
    }

    private async Task Drop(ImportJob job)
    {
        if (_jobs.TryRemove(job.Id, out _)) await job.DisposeAsync();
    }
}
