namespace Orleans;

/// <summary>Why an activation leaves memory.</summary>
/// <param name="code">In one word.</param>
/// <param name="text">In a sentence.</param>
public readonly struct DeactivationReason(DeactivationReasonCode code, string text)
{
    /// <summary>In one word.</summary>
    public DeactivationReasonCode ReasonCode { get; } = code;

    /// <summary>In a sentence.</summary>
    public string Description { get; } = text;

    /// <inheritdoc/>
    public override string ToString() => $"{ReasonCode}: {Description}";
}

/// <summary>Why an activation leaves memory, in one word; numbered as on Orleans, without those that need a cluster.</summary>
public enum DeactivationReasonCode : byte
{
    /// <summary>No reason given.</summary>
    None = 0,

    /// <summary>The process is stopping.</summary>
    ShuttingDown = 1,

    /// <summary>Nobody has called it for the collection age.</summary>
    ActivationIdle = 4,

    /// <summary>It failed in a way that leaves its state in doubt.</summary>
    ApplicationError = 8,

    /// <summary>It asked for it.</summary>
    ApplicationRequested = 9,
}
