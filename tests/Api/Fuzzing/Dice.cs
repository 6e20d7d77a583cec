namespace CityGrains.Api.Tests.Fuzzing;

/// <summary>All chance of a run: the same seed, the same requests in the same order.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A number from 0 to one less than this.</summary>
    public int Below(int count) => _random.Next(count);

    public bool OneIn(int count) => _random.Next(count) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
