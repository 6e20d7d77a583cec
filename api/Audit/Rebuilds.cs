using CityGrains.Journal;
using CityGrains.Journal.Verification;

namespace CityGrains.Api.Audit;

/// <summary>
/// Writes the rows anew while the store serves: readers see the old rows until it is done, commands wait. One run at a time, remembered by this process.
/// </summary>
internal sealed partial class Rebuilds(IStore store, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<Rebuilds> log)
{
    private readonly Lock _turn = new();
    private RebuildView _now = RebuildView.Never;

    /// <summary>How it stands.</summary>
    public RebuildView Now
    {
        get
        {
            lock (_turn) return _now;
        }
    }

    /// <summary>Begins a run, unless one is going on; answers how it stands.</summary>
    public RebuildView Begin()
    {
        lock (_turn)
        {
            if (_now.Status is "running") return _now;
            _now = RebuildView.Never with { Status = "running", StartedAt = time.GetUtcNow() };
            _ = Task.Run(Run);
            return _now;
        }
    }

    private async Task Run()
    {
        try
        {
            await store.Rebuild(new Steps(this), lifetime.ApplicationStopping);
            Set(now => now with { Status = "done", EndedAt = time.GetUtcNow() });
        }
#pragma warning disable CA1031 // Nobody waits for the run: what stops it is logged and told by its status.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            Failed(log, trouble);
            Set(now => now with { Status = "failed", EndedAt = time.GetUtcNow() });
        }
    }

    private void Set(Func<RebuildView, RebuildView> change)
    {
        lock (_turn) _now = change(_now);
    }

    [LoggerMessage(LogLevel.Error, "The rows could not be written anew; they are as before")]
    private static partial void Failed(ILogger log, Exception exception);

    private sealed class Steps(Rebuilds rebuilds) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => rebuilds.Set(now => now with { Done = value.Done, Total = value.Total });
    }
}
