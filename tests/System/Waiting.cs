namespace CityGrains.EndToEnd.Tests;

/// <summary>Waiting for another process to come so far, without taking its processor from it.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);

    /// <summary>Looks again and again until it is so.</summary>
    public static Task Until(Func<bool> isSo) => Until(() => Task.FromResult(isSo()));

    /// <summary>Looks again and again until it is so.</summary>
    public static async Task Until(Func<Task<bool>> isSo)
    {
        using var again = new PeriodicTimer(Between);
        while (!await isSo()) await again.WaitForNextTickAsync();
    }
}
