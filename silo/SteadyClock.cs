namespace CityGrains.Silo;

/// <summary>
/// A clock that nobody sets: the time when it was made, and what has passed since. The grains' host counts ages and waits by it, so that a machine's clock
/// that is set neither keeps a grain from beginning nor a node from looking after its neighbours. What is recorded bears the machine's time.
/// </summary>
internal sealed class SteadyClock : TimeProvider
{
    private readonly DateTimeOffset _made = System.GetUtcNow();
    private readonly long _from = System.GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _made + GetElapsedTime(_from);
}
