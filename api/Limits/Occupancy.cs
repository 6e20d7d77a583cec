namespace CityGrains.Api.Limits;

/// <summary>How many requests are worked on now.</summary>
internal sealed class Occupancy(RequestLimits limits)
{
    private int _now;

    /// <summary>False where any number may come.</summary>
    public bool IsBounded => limits.AtOnce > 0;

    /// <summary>True while there are as many as may be.</summary>
    public bool IsFull => IsBounded && Volatile.Read(ref _now) > limits.AtOnce;

    /// <summary>One more; false where that is one too many. It leaves either way.</summary>
    public bool Enter() => Interlocked.Increment(ref _now) <= limits.AtOnce;

    /// <summary>One less.</summary>
    public void Leave() => Interlocked.Decrement(ref _now);
}
