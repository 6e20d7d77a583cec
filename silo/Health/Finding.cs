using CityGrains.Domain.Record;

namespace CityGrains.Silo.Health;

/// <summary>How a part of a node is.</summary>
public enum Standing
{
    /// <summary>As it should be.</summary>
    Well,

    /// <summary>The node serves, and somebody should look after it.</summary>
    Ailing,

    /// <summary>The node cannot serve.</summary>
    Down,
}

/// <summary>What was found of one part of a node. Open to everybody: it says nothing of the record.</summary>
/// <param name="Part">Its name, <c>store</c>.</param>
/// <param name="Standing">How it is.</param>
/// <param name="Why">What is to be known, and done, where it is not well.</param>
public sealed record Finding(string Part, Standing Standing, Sentence Why)
{
    /// <summary>A part that is as it should be.</summary>
    public static Finding Well(string part) => new(part, Standing.Well, new Sentence("Bình thường.", "Well."));
}
