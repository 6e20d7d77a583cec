namespace CityGrains.Grains.Working;

/// <summary>
/// How often, and after what time, it is tried again to tell a receiver of an event: each pause twice the one before, up to the longest, each shortened by
/// chance.
/// </summary>
public sealed record RetryPolicy
{
    /// <summary>After so many attempts the event is a dead letter, and the next one has its turn. With the pauses below, 12 take two to three hours.</summary>
    public int Attempts { get; init; } = 12;

    /// <summary>The first pause.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The pause after an attempt.</summary>
    /// <param name="attempt">The how manieth it was, from 1.</param>
    /// <param name="chance">From 0 to 1: the pause lies between half of it and the whole, so that receivers that failed together are not tried
    /// together.</param>
    /// <param name="asked">What the receiver asks for; it is given, up to the longest.</param>
    public TimeSpan Pause(int attempt, double chance, TimeSpan? asked = null)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(First.TotalSeconds * Math.Pow(2, attempt - 1), Longest.TotalSeconds) * ((1 + chance) / 2));
        return asked is { } wanted && wanted > pause ? (wanted < Longest ? wanted : Longest) : pause;
    }
}
