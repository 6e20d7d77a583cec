using CityGrains.Journal;
using CityGrains.Journal.Verification;

namespace CityGrains.Api.Audit;

/// <summary>Verifies the store while it serves: one run at a time, its last outcome remembered by this process.</summary>
internal sealed partial class Checkups(IStore store, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<Checkups> log)
{
    private readonly Lock _turn = new();
    private CheckupView _now = new("never", StartedAt: null, EndedAt: null);

    /// <summary>How it stands.</summary>
    public CheckupView Now
    {
        get
        {
            lock (_turn) return _now;
        }
    }

    /// <summary>Begins a run, unless one is going on; answers how it stands.</summary>
    public CheckupView Begin()
    {
        lock (_turn)
        {
            if (_now.Status is "running") return _now;
            var started = _now = new CheckupView("running", time.GetUtcNow(), EndedAt: null);
            _ = Task.Run(() => Run(started));
            return started;
        }
    }

    private async Task Run(CheckupView started)
    {
        try
        {
            var report = await store.Verify(new Steps(this, started), lifetime.ApplicationStopping);
            if (!report.IsIntact) Broken(log, report.FindingCount, report.First!.Reason.En);
            Set(started with { Status = report.IsIntact ? "intact" : "broken", EndedAt = time.GetUtcNow(), Events = report.Events,
                Covered = report.Covered, Streams = report.Streams,
                FindingCount = report.FindingCount, Findings = [.. report.Findings.Select(FindingView.Of)] });
        }
#pragma warning disable CA1031 // Nobody waits for the run: what stops it is logged and told by its status.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            Failed(log, trouble);
            Set(started with { Status = "failed", EndedAt = time.GetUtcNow() });
        }
    }

    private void Set(CheckupView view)
    {
        lock (_turn) _now = view;
    }

    [LoggerMessage(LogLevel.Error, "The store is not intact: {Findings} findings, the first: {First}")]
    private static partial void Broken(ILogger log, long findings, string first);

    [LoggerMessage(LogLevel.Warning, "The verification could not go to its end")]
    private static partial void Failed(ILogger log, Exception exception);

    private sealed class Steps(Checkups checkups, CheckupView started) : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value) => checkups.Set(started with { Part = value.Part, Done = value.Done, Total = value.Total });
    }
}
