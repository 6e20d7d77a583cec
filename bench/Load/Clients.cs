using System.Diagnostics;

namespace CityGrains.Bench;

/// <summary>Callers that each begin their next call when the one before is answered.</summary>
internal static class Clients
{
    /// <summary>How long is measured, and how long is not before.</summary>
    public static readonly TimeSpan Measured = TimeSpan.FromSeconds(4), WarmUp = TimeSpan.FromSeconds(3);

    /// <summary>Calls a second, of so many callers, after a warm-up.</summary>
    public static async Task<double> Rate(int callers, Func<int, Task> call)
    {
        await Run(callers, WarmUp, call);
        var (calls, seconds) = await Run(callers, Measured, call);
        return calls / seconds;
    }

    /// <summary>The time within which 99 of 100 calls are answered, of one caller that makes so many, in milliseconds.</summary>
    public static async Task<double> P99(int calls, Func<int, Task> call)
    {
        for (var i = 0; i < calls / 4; i++) await call(i);
        var times = new double[calls];
        for (var i = 0; i < calls; i++)
        {
            var clock = Stopwatch.StartNew();
            await call(i);
            times[i] = clock.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return times[(int)(calls * 0.99)];
    }

    private static async Task<(long Calls, double Seconds)> Run(int callers, TimeSpan span, Func<int, Task> call)
    {
        var clock = Stopwatch.StartNew();
        long calls = 0;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            while (clock.Elapsed < span)
            {
                await call(caller);
                Interlocked.Increment(ref calls);
            }
        })));
        return (calls, clock.Elapsed.TotalSeconds);
    }
}
