using System.Diagnostics;
using CityGrains.Silo;

namespace CityGrains.Api.Tests;

public sealed class SteadyClockTests
{
    [Fact]
    public void It_counts_from_when_it_was_made_however_long_the_machine_has_been_running()
    {
        var before = Stopwatch.GetTimestamp();
        var clock = new SteadyClock();
        var (begun, made) = (clock.GetUtcNow(), clock.GetTimestamp());

        Assert.InRange(clock.GetElapsedTime(0), TimeSpan.Zero, Stopwatch.GetElapsedTime(before));
        Assert.InRange(clock.GetUtcNow() - begun, TimeSpan.Zero, clock.GetElapsedTime(0));
        Assert.InRange(made, 0, clock.GetTimestamp());
    }
}
