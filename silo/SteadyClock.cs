namespace CityGrains.Silo;

/// <summary>
/// A clock that nobody sets: the time when it was made, and what has passed since. The grains' host counts ages and waits by it, so that a machine's clock
/// that is set neither keeps a grain from beginning nor a node from looking after its neighbours. What is recorded bears the machine's time.
/// </summary>
/// <remarks>
/// Timestamps count from when it was made. Orleans 10.4 may look how long a check has been at work before it notes the check's beginning: counted from the
/// machine's start, a node would call itself stalled for days.
/// </remarks>
internal sealed class SteadyClock : TimeProvider
{
    private readonly DateTimeOffset _made = System.GetUtcNow();
    private readonly long _from = System.GetTimestamp();

    /// <inheritdoc/>
    public override long GetTimestamp() => System.GetTimestamp() - _from;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _made + GetElapsedTime(0);
}
