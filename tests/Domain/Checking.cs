using FsCheck;

namespace CityGrains.Domain.Tests;

/// <summary>How properties are checked: the same cases on every run, so that a failure can be run again.</summary>
internal static class Checking
{
    public static Config Of(int cases, int size = 100) =>
        Config.QuickThrowOnFailure.WithMaxTest(cases).WithEndSize(size).WithQuietOnSuccess(true).WithReplay(new Replay(new Rnd(20260302), null));
}
