using System.Collections.Concurrent;

namespace CityGrains.Silo.Metrics;

/// <summary>What a node did within one minute.</summary>
public sealed class MinuteOfWork
{
    /// <summary>Durations by powers of the square root of two, from 10 µs; the last takes all that is longer, about a minute.</summary>
    private const int Steps = 46;

    private const double Shortest = 10e-6, Growth = 1.4142135623730951;

    private readonly long[] _appends = new long[Steps], _lags = new long[Steps];
    private readonly ConcurrentDictionary<string, long> _refusals = new(StringComparer.Ordinal);
    private long _commands;

    internal MinuteOfWork(long minute) => Minute = minute;

    /// <summary>Commands decided.</summary>
    public long Commands => Interlocked.Read(ref _commands);

    /// <summary>Commands refused, by code.</summary>
    public IReadOnlyDictionary<string, long> Refusals => _refusals;

    /// <summary>Its number since 1970.</summary>
    internal long Minute { get; }

    /// <summary>The time within which a share of the appends of some minutes was on disk, seconds, to about 40 %; null where there was none.</summary>
    /// <param name="minutes">The minutes.</param>
    /// <param name="share">The share, 0.99.</param>
    public static double? Quantile(IReadOnlyCollection<MinuteOfWork> minutes, double share) => Quantile(minutes, share, minute => minute._appends);

    /// <summary>The time within which a share of what was sent of the feed had been sent, seconds, likewise.</summary>
    /// <param name="minutes">The minutes.</param>
    /// <param name="share">The share, 0.99.</param>
    public static double? Lag(IReadOnlyCollection<MinuteOfWork> minutes, double share) => Quantile(minutes, share, minute => minute._lags);

    internal void Decided(long count) => Interlocked.Add(ref _commands, count);

    internal void Refused(string code, long count) => _refusals.AddOrUpdate(code, count, (_, before) => before + count);

    internal void Appended(double seconds) => Interlocked.Increment(ref _appends[Step(seconds)]);

    internal void Sent(double lag) => Interlocked.Increment(ref _lags[Step(lag)]);

    private static int Step(double seconds) => seconds <= Shortest ? 0 : Math.Min(Steps - 1, (int)Math.Ceiling(Math.Log(seconds / Shortest, Growth)));

    private static double? Quantile(IReadOnlyCollection<MinuteOfWork> minutes, double share, Func<MinuteOfWork, long[]> times)
    {
        var counts = Enumerable.Range(0, Steps).Select(step => minutes.Sum(minute => Interlocked.Read(ref times(minute)[step]))).ToList();
        var left = (long)Math.Ceiling(counts.Sum() * share);
        if (left == 0) return null;
        for (var step = 0; ; step++)
        {
            left -= counts[step];
            if (left <= 0) return Shortest * Math.Pow(Growth, step);
        }
    }
}

/// <summary>The last minutes of work.</summary>
internal sealed class MinuteRing(TimeProvider time)
{
    private const int Kept = 60;
    private readonly MinuteOfWork?[] _minutes = new MinuteOfWork?[Kept];

    /// <summary>The minute that runs.</summary>
    public MinuteOfWork Now
    {
        get
        {
            var minute = Number;
            ref var place = ref _minutes[minute % Kept];
            var there = Volatile.Read(ref place);
            if (there?.Minute == minute) return there;
            var begun = new MinuteOfWork(minute);
            return Interlocked.CompareExchange(ref place, begun, there) == there ? begun : Volatile.Read(ref place)!;
        }
    }

    private long Number => time.GetUtcNow().ToUnixTimeSeconds() / 60;

    /// <summary>Commands decided in each of the last minutes, the one that runs first.</summary>
    public IReadOnlyList<long> CommandsPerMinute(int minutes)
    {
        var now = Number;
        return [.. Enumerable.Range(0, minutes).Select(back => _minutes[(now - back) % Kept] is { } minute && minute.Minute == now - back ? minute.Commands : 0)];
    }

    /// <summary>The last minutes, newest first; those in which nothing was done are left out.</summary>
    public IReadOnlyList<MinuteOfWork> Last(int minutes)
    {
        var now = Number;
        return [.. _minutes.OfType<MinuteOfWork>().Where(minute => minute.Minute > now - minutes && minute.Minute <= now)
            .OrderByDescending(minute => minute.Minute)];
    }
}
